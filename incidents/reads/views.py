"""What a viewing agency holds of everybody's data at an incident, at this moment."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from agencies.categories import Category, Purpose
from agencies.models import ShareGrant
from agencies.sharing import Grant, Grants, grants_on, participants, widened
from incidents.lifecycle import ParticipationStatus
from incidents.models import Participation

BEING_THERE = participants("your agency is at this incident")


@grants_on("incident")
def grants(agency: UUID, incident: UUID) -> Grants | None:
    """PUB and OPS for being there, and what clauses in force add; nothing for who is not there.

    A clause adds only what a giver shares that is at the incident itself: an
    agreement does not open incidents to agencies that take no part in them.
    """
    there = Participation.objects.filter(
        incident=incident, agency=agency, status=ParticipationStatus.ACCEPTED
    )
    if not there.exists():
        return None
    held: dict[UUID, Grant] = {}
    for giver, category, clause in _clauses(agency, incident):
        grant = held.get(giver, BEING_THERE)
        held[giver] = widened(grant, frozenset({Category(category)}), clause)
    return Grants(viewer=agency, default=BEING_THERE, of_owner=held)


def _clauses(agency: UUID, incident: UUID) -> QuerySet[ShareGrant, tuple[UUID, str, str]]:
    giver_there = Participation.objects.filter(
        incident=incident, agency=OuterRef("giver"), status=ParticipationStatus.ACCEPTED
    )
    return (
        ShareGrant.objects.filter(Exists(giver_there), receiver=agency, purpose=Purpose.INCIDENT)
        .order_by("clause", "category")
        .values_list("giver_id", "category", "clause")
    )
