"""Where a page stands in the ledger that it follows: whose eyes, and the line it begins after."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from agencies.reads import heads
from agencies.reads.frames import View
from audit.actors import Actor
from audit.reads import read
from audit.refusals import NotFound
from audit.streams import of_agency


@dataclass(frozen=True, slots=True)
class Place:
    """Taken before the page is read, so that nothing can fall in between."""

    view: View
    seq: int
    about: UUID


@read
def own_place(actor: Actor) -> Place:
    """In the ledger of the actor's own agency."""
    if actor.agency_id is None:
        raise NotFound
    return place_in(actor, of_agency(actor.agency_id), actor.agency_id)


def place_in(actor: Actor, stream: str, about: UUID) -> Place:
    """At the last line of a stream."""
    if actor.agency_id is None:
        raise NotFound
    seq = heads.of([stream]).get(stream, 0)
    view = View(stream, actor.agency_id, actor.agency, bound=actor.bound)
    return Place(view, seq, about)
