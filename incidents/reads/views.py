"""What viewers hold of everybody's data at an incident, at this moment."""

from __future__ import annotations

from uuid import UUID

from agencies.categories import CRIMINAL_JUSTICE, EVERY, uncleared
from agencies.grants import Grant, Grants, Viewer, widened
from agencies.sharing import grants_on, participants
from incidents.reads.shares import Shares, shares

BEING_THERE = participants("your agency is at this incident")
OWN = "it is your own"


@grants_on("incident")
def grants_of_all(viewers: frozenset[Viewer], incident: UUID) -> dict[Viewer, Grants]:
    """PUB and OPS for being there, and what is shared besides; nothing for who is not there."""
    shared = shares({viewer.agency for viewer in viewers}, incident)
    return {viewer: held(viewer, shared) for viewer in viewers if viewer.agency in shared.of}


def grants(viewer: Viewer, incident: UUID) -> Grants | None:
    """What one viewer holds; nothing when their agency is not there."""
    return grants_of_all(frozenset({viewer}), incident).get(viewer)


def held(viewer: Viewer, shared: Shares) -> Grants:
    """The law goes before the clause: what needs a clearance is for the cleared alone."""
    law = uncleared(viewer.clearances, criminal_justice=shared.criminal_justice)
    of_owner: dict[UUID, Grant] = {}
    for share in shared.of[viewer.agency]:
        if share.category not in law and share.reaches(viewer):
            grant = of_owner.get(share.giver, BEING_THERE)
            of_owner[share.giver] = widened(grant, share.category, share.basis, share.masking)
    return Grants(
        viewer=viewer.agency,
        default=BEING_THERE,
        of_owner=of_owner,
        own=Grant(EVERY - (law & CRIMINAL_JUSTICE), OWN),
        shut=shared.shut_to(viewer.agency),
        law=law,
        member=viewer.member if viewer.member in shared.named else None,
        named=shared.named,
    )
