"""Criminal intelligence expires with its incident: no live log is a store of it (RULE-28-02)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final
from uuid import UUID

from agencies.categories import Category
from agencies.rules import time_has_come
from audit import clock, walls
from audit.actors import Actor
from audit.erasing import erase
from audit.refusals import Conflict
from audit.streams import of_incident
from audit.writes import consequence, write
from incidents.facts import IncidentClosed, NotesExpired
from incidents.models import Incident, Note

WHOSE_EVER: Final = "what expires with an incident does so whose it may be"


class NothingExpires(Conflict):
    """Nothing there expires: it is not closed, or everything has expired."""


@consequence(of=IncidentClosed)
def expire_with_incident(actor: Actor, fact: IncidentClosed) -> tuple[NotesExpired, ...]:
    """In the moment of closing, and in the same transaction."""
    return tuple(_expired(fact.incident))


@write(allow=time_has_come)
def expire_notes(actor: Actor, incident: Incident) -> tuple[NotesExpired, ...]:
    """The same for an incident that was closed before its notes expired with it."""
    told = tuple(_expired(incident.pk)) if incident.closed_at else ()
    if not told:
        raise NothingExpires
    return told


def _expired(incident: UUID) -> Iterator[NotesExpired]:
    """Their words are gone from the note and from the ledger; for each agency one fact says so."""
    with walls.beyond(WHOSE_EVER):
        standing = Note.objects.select_for_update().filter(
            incident=incident, category=Category.INTEL, expired_at__isnull=True
        )
        found = list(standing.order_by("agency", "pk"))
        for agency, those in groupby(found, key=lambda note: note.agency_id):
            yield _of_one(incident, agency, tuple(those))


def _of_one(incident: UUID, agency: UUID, notes: tuple[Note, ...]) -> NotesExpired:
    erased = erase(of_incident(incident), [f"note:{note.pk}" for note in notes])
    for note in notes:
        note.text, note.expired_at = "", clock.now()
        note.save(update_fields=["text", "expired_at"])
    return NotesExpired(
        incident=incident,
        agency=agency,
        notes=tuple(note.pk for note in notes),
        erased=erased,
        touches=notes,
    )
