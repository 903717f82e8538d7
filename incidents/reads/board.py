"""The board: everything at an incident that the viewer may see, as of one line of its ledger."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from agencies.grants import Grants, Viewer
from agencies.reads.frames import Images, View, rows_for
from audit import clock, looks
from audit.actors import Actor
from audit.reads import read
from audit.refusals import NotFound
from audit.rows import Row as Model
from audit.streams import of_incident
from incidents.models import Incident
from incidents.reads import ledger_images
from incidents.reads.views import grants


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A board as one audience sees it, and the line up to which it is true."""

    view: View
    seq: int
    at: str
    rows: dict[str, Any]
    terms: bytes = b""

    def of_kind(self, kind: str) -> list[dict[str, Any]]:
        """The rows of one kind, each with its id."""
        return [
            {"id": key.partition(":")[2], **row}
            for key, row in self.rows.items()
            if key.startswith(f"{kind}:")
        ]


@read
def board(actor: Actor, pk: UUID) -> Snapshot:
    """The newest image of every row, through the sheets of the actor's agency."""
    held = held_at(actor, pk)
    seq, images = ledger_images.newest(pk)
    return snapshot(actor, pk, held, seq, images)


@read
def incident(actor: Actor, pk: UUID) -> dict[str, Any]:
    """The incident itself, without what happens at it."""
    return one(actor, pk, "incident", Incident(pk=pk))


def held_at(actor: Actor, pk: UUID) -> Grants:
    """What the actor's agency holds at an incident; without a place there, it does not exist."""
    held = grants(Viewer.of(actor), pk) if actor.agency_id else None
    if not held:
        raise NotFound
    seen = looks.current()
    seen.about = of_incident(pk)
    seen.purposes |= held.looked_for({actor.member_id} if actor.member_id else ())
    return held


def snapshot(actor: Actor, pk: UUID, held: Grants, seq: int, images: Images) -> Snapshot:
    """Images through the sheets; what is withheld altogether is not there."""
    view = View.of(of_incident(pk), actor)
    rows = {key: row for key, row in rows_for(view, held, images).items() if row is not None}
    return Snapshot(view, seq, clock.now().isoformat(), rows, held.terms)


def one(actor: Actor, incident: UUID, kind: str, row: Model) -> dict[str, Any]:
    """One row from the tables, through the sheets."""
    return one_as(actor, incident, held_at(actor, incident), kind, row)


def one_as(actor: Actor, incident: UUID, held: Grants, kind: str, row: Model) -> dict[str, Any]:
    """The same, for whom it was asked already what they hold there."""
    shown = snapshot(actor, incident, held, 0, ledger_images.fresh(incident, row))
    key = f"{kind}:{row.pk}"
    if key not in shown.rows:
        raise NotFound
    return {"id": row.pk, **shown.rows[key]}
