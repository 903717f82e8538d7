"""What viewers hold of everybody's data at an incident, at this moment."""

from __future__ import annotations

from functools import lru_cache
from uuid import UUID

from agencies.categories import CRIMINAL_JUSTICE, EVERY, Category, uncleared
from agencies.grants import Grant, Grants, Viewer, granted, widened
from agencies.sharing import grants_on, participants
from audit.bounds import within
from incidents.reads.shares import Shares, shares

BEING_THERE = participants("your agency is at this incident")


@grants_on("incident")
def grants_of_all(viewers: frozenset[Viewer], incident: UUID) -> dict[Viewer, Grants]:
    """PUB and OPS for being there, and what is shared besides; nothing for who is not there.

    Nor for a token that is for exercises where this is real, or the other way round.
    """
    shared = shares({viewer.agency for viewer in viewers}, incident)
    return {
        viewer: held(viewer, shared)
        for viewer in viewers
        if viewer.agency in shared.of and within(viewer.bound, shared.mode)
    }


def grants(viewer: Viewer, incident: UUID) -> Grants | None:
    """What one viewer holds; nothing when their agency is not there."""
    return grants_of_all(frozenset({viewer}), incident).get(viewer)


def held(viewer: Viewer, shared: Shares) -> Grants:
    """The law goes before the clause: what needs a clearance is for the cleared alone."""
    law = uncleared(viewer.clearances, criminal_justice=shared.criminal_justice)
    of_owner: dict[UUID, Grant] = {}
    host = shared.guests.get(viewer.agency)
    there = BEING_THERE if host is None else _guest_of(host)
    for share in shared.of[viewer.agency]:
        if share.category not in law and share.reaches(viewer):
            grant = of_owner.get(share.giver, there)
            of_owner[share.giver] = widened(grant, share.category, share.opening, share.masking)
    return Grants(
        viewer=viewer.agency,
        default=there,
        of_owner=of_owner,
        own=_own(law),
        shut=shared.shut_to(viewer.agency),
        law=law,
        member=viewer.member if viewer.member in shared.named else None,
        named=shared.named,
        purposes=shared.purposes,
        bound=viewer.bound,
    )


@lru_cache(maxsize=64)
def _own(law: frozenset[Category]) -> Grant:
    """One's own data, less what even its owner opens with a clearance only."""
    return granted(EVERY - (law & CRIMINAL_JUSTICE), "own", "it is your own")


@lru_cache(maxsize=256)
def _guest_of(host: str) -> Grant:
    """A guest is shown what everybody there sees, and nothing that any clause shares."""
    return participants(f"guest of {host}", "guest")
