"""The board as somebody else sees it: one's own rows under a partner's grants, the same sheets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from agencies.categories import Category
from agencies.grants import Viewer
from agencies.models import Agency
from agencies.reads.frames import rows_for
from audit import looks
from audit.actors import Actor
from audit.looks import Looks
from audit.openings import opened
from audit.reads import read
from audit.refusals import NotFound
from incidents.reads import ledger_images
from incidents.reads.board import Snapshot, held_at, snapshot
from incidents.reads.views import grants


@dataclass(frozen=True, slots=True)
class SeenAs:
    """A partner's board, as far as one may see it oneself."""

    snapshot: Snapshot
    partner: UUID
    partner_name: str


@read
def seen_as(
    actor: Actor,
    pk: UUID,
    *,
    partner: UUID,
    seats: frozenset[str] = frozenset(),
    clearances: frozenset[str] = frozenset(),
) -> SeenAs:
    """What a seat of a partner sees of the board now; of third parties, only what both see.

    It leaves a line in one's own log: that somebody looked through others' eyes.
    """
    held = held_at(actor, pk)
    theirs = grants(Viewer(partner, seats, clearances), pk)
    if theirs is None:
        raise NotFound
    seq, images = ledger_images.newest(pk)
    own = snapshot(actor, pk, held, seq, images)
    with looks.gathered(Looks(viewer=None, read="seen_as")):
        shown = rows_for(own.view, theirs, images)
    rows = {key: _by_both(row, own.rows[key]) for key, row in shown.items() if key in own.rows}
    _leave_a_line(held.viewer, partner)
    name = Agency.objects.values_list("name", flat=True).get(pk=partner)
    return SeenAs(Snapshot(own.view, seq, own.at, rows, own.terms), partner, name)


def _by_both(theirs: dict[str, Any] | None, ours: dict[str, Any]) -> dict[str, Any]:
    """A row as they see it, with what we do not see ourselves withheld."""
    return {
        name: ours.get(name) if _withheld(ours.get(name)) else said
        for name, said in (theirs or {}).items()
    }


def _withheld(said: Any) -> bool:
    return isinstance(said, dict) and "withheld" in said


def _leave_a_line(agency: UUID, partner: UUID) -> None:
    by = opened("own", "it is your own", Category.OWN)
    looks.current().leave(agency, f"seen_as:{partner}", by)
