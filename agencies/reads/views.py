"""What an agency may see in its own stream."""

from __future__ import annotations

from uuid import UUID

from agencies.grants import Grants, Viewer
from agencies.sharing import grants_on, participants

ASKED = participants("your agency is asked", "asked")


def inbox_grants(agency_id: UUID, bound: str) -> Grants:
    """Everything of one's own, and of others what whoever is asked needs to answer."""
    return Grants(viewer=agency_id, default=ASKED, of_owner={}, bound=bound)


@grants_on("agency")
def own_stream(viewers: frozenset[Viewer], subject: UUID) -> dict[Viewer, Grants]:
    """An agency's stream is for that agency alone."""
    return {
        viewer: inbox_grants(subject, viewer.bound)
        for viewer in viewers
        if viewer.agency == subject
    }
