"""Sections to start a draft from, in our own words: what is mostly agreed and not coded."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.utils.translation import gettext as _

from agencies.details import SectionWording
from agencies.elements import Element

Made = tuple[str, str, tuple[Element, ...]]


def numbered(makers: tuple[Callable[[], Made], ...]) -> tuple[SectionWording, ...]:
    """The sections, numbered from 1."""
    made = (make() for make in makers)
    return tuple(
        SectionWording(number=str(number), heading=heading, text=text, elements=frozenset(elements))
        for number, (heading, text, elements) in enumerate(made, 1)
    )


def authorities() -> Made:
    text = _("The parties act under: [… statute, charter or resolution of each].")
    return _("Authorities"), text, (Element.AUTHORITIES,)


def definitions() -> Made:
    text = _(
        "The requesting party asks, the providing party sends. Aid is people, equipment or"
        " knowledge. [… other words that need a meaning]."
    )
    return _("Definitions"), text, (Element.DEFINITIONS,)


def governance() -> Made:
    text = _(
        "One person of each party answers for this agreement: [… titles]. They meet every"
        " [… how often] and keep the operational plan."
    )
    return _("Oversight"), text, (Element.GOVERNANCE,)


def asking_in_order() -> Made:
    text = _(
        "Whoever asks says what is needed, where, by when, and whom to report to. What was"
        " asked by voice is written down within [… how many hours]."
    )
    return _("How aid is asked for"), text, (Element.PROCEDURE,)


def declining() -> Made:
    text = _(
        "A party that cannot send without leaving its own people unprotected declines, and"
        " says so at once. It owes no other reason."
    )
    return _("Right to decline"), text, (Element.DECLINE,)


def qualified() -> Made:
    text = _(
        "Those who are sent hold the qualifications that their task asks for, and carry proof"
        " of who they are. Equipment is fit for use when it leaves."
    )
    return _("Qualification and equipment"), text, (Element.QUALIFICATION, Element.RECIPROCITY)


def injured() -> Made:
    text = _("Each employer answers for its own people who are hurt, as if it were at home.")
    return _("Injury of people who are sent"), text, (Element.COMPENSATION,)


def supported() -> Made:
    text = _(
        "After [… how many hours] the requesting party feeds and houses those who were sent,"
        " and fuels what they brought."
    )
    return _("Support on the way and there"), text, (Element.LOGISTICS,)


def speaking() -> Made:
    text = _(
        "Until the incident says otherwise all talk on [… channels]. Plain words are used."
        " Keys are held by [… who]."
    )
    return _("Communications"), text, (Element.RADIO,)


def told_to_the_public() -> Made:
    text = _("Whoever commands the incident speaks for it. A party speaks for itself alone.")
    return _("Public information"), text, (Element.MEDIA,)


def broken() -> Made:
    text = _(
        "Wear is borne by the owner. What is lost or broken beyond that: [… who pays, and how"
        " it is claimed]."
    )
    return _("Loss and damage"), text, (Element.PROPERTY,)


def exercised() -> Made:
    text = _("The parties exercise this together once every [… how often].")
    return _("Exercises"), text, (Element.EXERCISES,)


def disputed() -> Made:
    text = _(
        "What the parties disagree about goes to the heads of their agencies first, then to"
        " [… where]. The law that governs is that of [… which state]."
    )
    return _("Disputes"), text, (Element.DISPUTES,)


def amended() -> Made:
    text = _(
        "Changes are written as numbered amendments, which count once every party has signed."
        " The parties read this whole text again every [… how often]."
    )
    return _("Changes and review"), text, (Element.AMENDMENT, Element.TERM)


def general() -> Made:
    text = _(
        "If a part of this cannot stand, the rest does. It gives no rights to anybody who has"
        " not signed. Records are disclosed as the law of their owner says."
    )
    return _("General"), text, (Element.GENERAL,)


def protected() -> Made:
    text = _(
        "What is received is kept apart, opened only to those who need it, and given up or"
        " destroyed at the end. A breach is told to the owner within [… how many hours]."
    )
    return _("Care of what is received"), text, (Element.SHARING,)


def assigned() -> Made:
    text = _(
        "Each party assigns people by name for [… how long]. Their own agency pays and"
        " promotes them; the task force directs their work, overtime included: [… terms]."
    )
    return _("Assigned people"), text, (Element.GOVERNANCE, Element.COMPENSATION)


def seized() -> Made:
    text = _("What is seized together is kept by [… whom], and its proceeds are shared: [… how].")
    return _("Seized property"), text, (Element.PROPERTY,)


def joined() -> Made:
    text = _(
        "Others may join by signing a joinder. Each party is bound towards each other party."
        " What one reserves for itself: [… reservations]."
    )
    return _("Those who join"), text, (Element.PARTIES,)


AID: Final = (
    *(authorities, definitions, governance, asking_in_order, declining, qualified, injured),
    *(supported, speaking, told_to_the_public, broken, exercised, disputed, amended, general),
)
EXCHANGE: Final = (authorities, definitions, governance, protected, disputed, amended, general)
TASK_FORCE: Final = (
    *(authorities, definitions, governance, assigned, qualified, told_to_the_public, seized),
    *(disputed, amended, general),
)
COMPACT: Final = (*AID, joined)
