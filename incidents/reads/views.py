"""What viewing agencies hold of everybody's data at an incident, at this moment."""

from __future__ import annotations

from uuid import UUID

from django.db import connection

from agencies.categories import Category, Purpose
from agencies.sharing import Grant, Grants, grants_on, participants, widened
from incidents.lifecycle import ParticipationStatus

BEING_THERE = participants("your agency is at this incident")

# A clause adds only what a giver shares that is at the incident itself: an agreement
# does not open incidents to agencies that take no part in them.
HELD = """
    WITH there AS MATERIALIZED (
        SELECT agency_id FROM incidents_participation WHERE incident_id = %s AND status = %s)
    SELECT t.agency_id, s.giver_id, s.category, s.clause
    FROM there t LEFT JOIN agencies_sharegrant s ON s.receiver_id = t.agency_id
        AND s.purpose = %s AND s.giver_id IN (SELECT agency_id FROM there)
    WHERE t.agency_id = ANY(%s) ORDER BY s.clause, s.category
"""


@grants_on("incident")
def grants_of_all(agencies: frozenset[UUID], incident: UUID) -> dict[UUID, Grants]:
    """PUB and OPS for being there, and what clauses in force add; nothing for who is not there."""
    held: dict[UUID, dict[UUID, Grant]] = {}
    with connection.cursor() as cursor:
        cursor.execute(
            HELD, [incident, ParticipationStatus.ACCEPTED, Purpose.INCIDENT, list(agencies)]
        )
        for agency, giver, category, clause in cursor.fetchall():
            of_giver = held.setdefault(agency, {})
            if giver is not None:
                grant = of_giver.get(giver, BEING_THERE)
                of_giver[giver] = widened(grant, frozenset({Category(category)}), clause)
    return {
        agency: Grants(viewer=agency, default=BEING_THERE, of_owner=of_giver)
        for agency, of_giver in held.items()
    }


def grants(agency: UUID, incident: UUID) -> Grants | None:
    """What one agency holds; nothing when it is not there."""
    return grants_of_all(frozenset({agency}), incident).get(agency)
