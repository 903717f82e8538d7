"""Texts to start a draft from: our own words, with the clauses that such agreements mostly have.

What only the parties can say stands as ``[… what is wanted]``; a draft in which such a place is
left is not sent (``agencies.missing``).
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agencies.categories import Category, Purpose
from agencies.details import SectionWording, Wording
from agencies.models import ArrestAuthority, Control, Instrument, LiabilityModel, Priority
from agencies.standing_terms import CommandTerms, LiabilityTerms, PowersTerms
from agencies.starts_safecom import SAFECOM
from agencies.starts_sections import AID, COMPACT, EXCHANGE, TASK_FORCE, numbered
from agencies.terms import (
    Answer,
    CostTerms,
    RequestTerms,
    ResponseTerms,
    Share,
    ShareTerms,
    Terms,
)

BLANK: Final = "[…"


class Start(TextChoices):
    """What a draft starts from."""

    MUTUAL_AID = "mutual_aid", gettext_lazy("Mutual aid")
    AUTOMATIC_AID = "automatic_aid", gettext_lazy("Automatic aid")
    DATA_SHARING = "data_sharing", gettext_lazy("Information exchange")
    TASK_FORCE = "task_force", gettext_lazy("Task force")
    COMPACT = "compact", gettext_lazy("Multilateral compact")
    SAFECOM = "safecom", gettext_lazy("Shared communications, in the order of SAFECOM")
    UNWRITTEN = "unwritten", gettext_lazy("Unwritten practice")


def instrument_of(start: Start) -> Instrument:
    """What sort of agreement such a text mostly becomes."""
    return Instrument.MOU if start == Start.SAFECOM else Instrument(start.value)


def clauses_of(start: Start) -> tuple[Wording, ...]:
    """The clauses of a start, numbered from 1, each for every party until somebody narrows it."""
    made = (make() for make in CLAUSES[start])
    return tuple(
        Wording(number=str(number), heading=heading, text=text, terms=terms)
        for number, (heading, text, terms) in enumerate(made, 1)
    )


def sections_of(start: Start) -> tuple[SectionWording, ...]:
    """The sections of a start: what is mostly agreed and not coded."""
    return numbered(SECTIONS.get(start, ()))


Made = tuple[str, str, Terms]


def _asking() -> Made:
    text = _("The commander or dispatcher of any party may request the aid of any other party.")
    return _("Who may ask"), text, RequestTerms()


def _asking_urgently() -> Made:
    text = _("Any party may request the aid of any other at urgent priority or above.")
    return _("Who may ask"), text, RequestTerms(lowest_priority=Priority.URGENT)


def _answering() -> Made:
    text = _(
        "The party asked answers an emergency request within five minutes, an urgent one within"
        " fifteen minutes, any other within four hours. Silence is not consent."
    )
    seconds = {Priority.EMERGENCY: 300, Priority.URGENT: 900, Priority.ROUTINE: 14_400}
    answers = tuple(Answer(priority=one, seconds=time) for one, time in seconds.items())
    return _("Time to answer"), text, ResponseTerms(answers=answers)


def _commanding() -> Made:
    text = _(
        "Whoever asked directs at the incident those who were sent. Pay, discipline and policy"
        " stay with those who sent them, who may call them home at any time."
    )
    terms = CommandTerms(operational=Control.REQUESTER, administrative=Control.PROVIDER)
    return _("Who commands"), text, terms


def _empowering() -> Made:
    text = _(
        "Those who are sent are not peace officers away from home, unless [… the statute, the"
        " deputation and its limits]."
    )
    return _("Powers"), text, PowersTerms(arrest=ArrestAuthority.NONE)


def _answering_for() -> Made:
    text = _("Each party answers for the acts and the injuries of its own people.")
    return _("Liability"), text, LiabilityTerms(model=LiabilityModel.OWN)


def _free_at_first() -> Made:
    text = _("The first twelve hours are free. What is owed after that: [… rates, or a card].")
    return _("Cost"), text, CostTerms(free_hours=Decimal(12))


def _free() -> Made:
    text = _("Aid is given without charge. The parties look at the balance every year.")
    return _("Cost"), text, CostTerms()


def _showing() -> Made:
    text = _(
        "While both are at an incident, each party shows the other the personal data that is"
        " needed to run it: [… which, of whom, and who may see it]. Nothing is passed on."
    )
    shares = (Share(category=Category.PII, purpose=Purpose.INCIDENT),)
    return _("Information sharing"), text, ShareTerms(shares=shares)


CLAUSES: Final[dict[Start, tuple[Callable[[], Made], ...]]] = {
    Start.MUTUAL_AID: (_asking, _answering, _commanding, _answering_for, _free_at_first),
    Start.AUTOMATIC_AID: (_asking, _answering, _commanding, _answering_for, _free),
    Start.DATA_SHARING: (_showing,),
    Start.TASK_FORCE: (_commanding, _empowering, _showing, _answering_for, _free_at_first),
    Start.COMPACT: (_asking_urgently, _answering, _commanding, _answering_for, _free_at_first),
    Start.SAFECOM: (),
    Start.UNWRITTEN: (_asking,),
}

SECTIONS: Final = {
    Start.MUTUAL_AID: AID,
    Start.AUTOMATIC_AID: AID,
    Start.DATA_SHARING: EXCHANGE,
    Start.TASK_FORCE: TASK_FORCE,
    Start.COMPACT: COMPACT,
    Start.SAFECOM: SAFECOM,
}
