"""What an agency may see in its own stream."""

from __future__ import annotations

from uuid import UUID

from agencies.sharing import Grants, grants_on, participants


def inbox_grants(agency_id: UUID) -> Grants:
    """Everything of one's own, and of others what whoever is asked needs to answer."""
    return Grants(viewer=agency_id, default=participants("your agency is asked"), of_owner={})


@grants_on("agency")
def own_stream(agencies: frozenset[UUID], subject: UUID) -> dict[UUID, Grants]:
    """An agency's stream is for that agency alone."""
    return {subject: inbox_grants(subject)} if subject in agencies else {}
