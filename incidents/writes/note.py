from __future__ import annotations

from datetime import datetime

from agencies.categories import CRIMINAL_JUSTICE, Category, uncleared
from agencies.reads.checklist import criminal_justice
from audit import clock
from audit.actors import Actor
from audit.refusals import Refusal
from audit.writes import write
from incidents import acting, rules
from incidents.facts import NoteWritten
from incidents.models import Incident, Note
from incidents.writes.steps import active
from incidents.writes.times import happened


class CategoryIsOff(Refusal):
    """Criminal justice information is not kept in this installation (RULE-CJ-02)."""


class NotCleared(Refusal):
    """You are not cleared for this category, and could not read it again (RULE-CJ-01)."""


class SaysNothing(Refusal):
    """Write what happened."""


@write(allow=rules.may_write, shares=True)
def write_note(
    actor: Actor,
    incident: Incident,
    *,
    category: Category,
    text: str,
    occurred_at: datetime | None = None,
) -> NoteWritten:
    """Write down what happened, and what kind of information that is (RULE-PRIV-01)."""
    active(incident)
    _may_hold(actor, category)
    if not text.strip():
        raise SaysNothing
    at = happened(occurred_at)
    note = Note.objects.create(
        incident=incident,
        agency_id=acting.agency(actor),
        author=actor.name,
        category=category,
        text=text,
        at=at,
        recorded_at=clock.now(),
    )
    return NoteWritten(
        incident=incident.pk,
        note=note.pk,
        category=category,
        occurred_at=occurred_at,
        touches=(note,),
    )


def _may_hold(actor: Actor, category: Category) -> None:
    if category in CRIMINAL_JUSTICE and not criminal_justice():
        raise CategoryIsOff
    if category in CRIMINAL_JUSTICE & uncleared(actor.clearances, criminal_justice=True):
        raise NotCleared
