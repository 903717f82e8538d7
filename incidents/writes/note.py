from __future__ import annotations

from contextlib import nullcontext
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from agencies.categories import CRIMINAL_JUSTICE, Category, Tlp, uncleared
from agencies.models import Member
from agencies.reads.checklist import criminal_justice
from audit import clock, walls
from audit.actors import Actor
from audit.refusals import Conflict, NotFound, Refusal
from audit.writes import write
from incidents import acting, guests, rules
from incidents.facts import NoteRelabeled, NoteWritten
from incidents.lifecycle import ParticipationStatus
from incidents.models import Incident, Note, Participation
from incidents.takers import BESIDE
from incidents.writes.steps import active, fresh
from incidents.writes.times import happened

HOSTED: Final = "what a guest writes is their host's"


class CategoryIsOff(Refusal):
    """Criminal justice information is not kept in this installation (RULE-CJ-02)."""


class NotCleared(Refusal):
    """You are not cleared for this category, and could not read it again (RULE-CJ-01)."""


class NamesNobody(Refusal):
    """Only what is TLP:RED is for named recipients."""


class NotForGuests(Refusal):
    """A guest writes what every agency at the incident may read, without a label."""


class Expired(Conflict):
    """It expired with its incident, and says nothing any more."""


class SaysNothing(Refusal):
    """Write what happened."""


@write(allow=rules.may_note, shares=True)
def write_note(
    actor: Actor,
    incident: Incident,
    *,
    category: Category,
    text: str,
    tlp: str = "",
    recipients: tuple[UUID, ...] = (),
    occurred_at: datetime | None = None,
) -> NoteWritten:
    """Write down what happened, what kind that is (RULE-PRIV-01), and how far it may go."""
    active(incident)
    _may_hold(actor, category)
    _as_guest(actor, category, tlp)
    if not text.strip():
        raise SaysNothing
    with walls.beyond(HOSTED) if actor.guest_of else nullcontext():
        note = Note.objects.create(
            incident=incident,
            agency_id=acting.agency(actor),
            author=acting.signature(actor),
            category=category,
            text=text,
            at=happened(occurred_at),
            recorded_at=clock.now(),
            tlp=tlp,
            recipients=_recipients(actor, incident.pk, tlp, recipients),
        )
    told: dict[str, Any] = {"incident": incident.pk, "note": note.pk, "category": category}
    return NoteWritten(**told, occurred_at=occurred_at, touches=(note,))


@write(allow=rules.may_relabel)
def relabel_note(
    actor: Actor, note: Note, *, tlp: str, recipients: tuple[UUID, ...] = (), version: int
) -> NoteRelabeled:
    """Say anew how far a note of one's own agency may go. Nobody else's is ever relabeled.

    Of what is for named people, nobody else knows, and so nobody else opens it to themselves.
    """
    if note.recipients and acting.member(actor) not in note.recipients:
        raise NotFound
    fresh(note, version)
    if note.expired_at is not None:
        raise Expired
    before, note.tlp = note.tlp, tlp
    note.recipients = _recipients(actor, note.incident_id, tlp, recipients)
    note.save(update_fields=["tlp", "recipients"])
    return NoteRelabeled(
        incident=note.incident_id, note=note.pk, before=before, after=tlp, touches=(note,)
    )


def _recipients(actor: Actor, incident: UUID, tlp: str, named: tuple[UUID, ...]) -> list[UUID]:
    if tlp != Tlp.RED:
        if named:
            raise NamesNobody
        return []
    chosen = {acting.member(actor), *named}
    there = Participation.objects.filter(incident=incident, status=ParticipationStatus.ACCEPTED)
    known = Member.objects.filter(pk__in=chosen, agency__in=there.values("agency"))
    with walls.beyond(BESIDE):
        if known.count() < len(chosen):
            raise NotFound
    return sorted(chosen)


def _as_guest(actor: Actor, category: Category, tlp: str) -> None:
    """A guest writes what everybody there reads, and it is their host's from then on."""
    if actor.guest_of and (tlp or category not in guests.CATEGORIES):
        raise NotForGuests


def _may_hold(actor: Actor, category: Category) -> None:
    if category in CRIMINAL_JUSTICE and not criminal_justice():
        raise CategoryIsOff
    if category in CRIMINAL_JUSTICE & uncleared(actor.clearances, criminal_justice=True):
        raise NotCleared
