"""The ten sections of a memorandum on shared communications, in the order that SAFECOM advises.

The order and the headings are the guide's; what stands below them is our own.
"""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext as _

from agencies.elements import Element
from agencies.starts_sections import Made


def introduction() -> Made:
    text = _(
        "The parties share a means of communication: [… name, and what it is]. They do so"
        " under [… statute, charter or resolution of each]."
    )
    return _("Introduction"), text, (Element.AUTHORITIES, Element.RADIO)


def purpose() -> Made:
    text = _("With it their people talk to each other when they work together, because [… why].")
    return _("Purpose"), text, (Element.PURPOSE,)


def scope() -> Made:
    text = _("It may be used by [… which agencies and roles], in [… area], for [… what].")
    return _("Scope"), text, (Element.PURPOSE, Element.PARTIES)


def definitions() -> Made:
    text = _("In this text these words mean: [… words and their meaning].")
    return _("Definitions"), text, (Element.DEFINITIONS,)


def policy() -> Made:
    text = _("It is used when [… occasions], and not for [… what]. Who allows it: [… title].")
    return _("Policy"), text, (Element.WHO_ASKS, Element.RADIO)


def procedure() -> Made:
    text = _(
        "Whoever uses it has been trained in [… what], holds [… equipment], and asks for it"
        " from [… whom], in plain words."
    )
    return (
        _("User procedure requirements"),
        text,
        (Element.PROCEDURE, Element.QUALIFICATION, Element.EXERCISES),
    )


def maintenance() -> Made:
    text = _(
        "It is kept working by [… whom], tested every [… how often], and paid for by [… whom]."
    )
    return _("Maintenance"), text, (Element.COST, Element.LOGISTICS)


def oversight() -> Made:
    text = _("[… Which body] watches over its use; each party has one voice in it.")
    return _("Oversight"), text, (Element.GOVERNANCE,)


def compliance() -> Made:
    text = _("Each party sees to it that its own people keep to this, and hears complaints.")
    return _("Responsibility for SOP compliance"), text, (Element.POWERS, Element.DISPUTES)


def updates() -> Made:
    text = _(
        "Changes are proposed to [… whom] in writing, and count once every party has signed"
        " them. The whole is read again every [… how often]."
    )
    return _("Updates"), text, (Element.AMENDMENT, Element.TERM)


SAFECOM: Final = (
    *(introduction, purpose, scope, definitions, policy),
    *(procedure, maintenance, oversight, compliance, updates),
)
