"""What viewers hold of everybody's data at an incident, at this moment."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection

from agencies.categories import CRIMINAL_JUSTICE, EVERY, Category, Masking, uncleared
from agencies.grants import Grant, Grants, Viewer, widened
from agencies.sharing import grants_on, participants
from incidents.lifecycle import ParticipationStatus

BEING_THERE = participants("your agency is at this incident")
OWN = "it is your own"

# A clause adds only what a giver shares that is at the incident itself, or, where it says
# so, was: an agreement does not open incidents to agencies that take no part in them. It
# holds for the purposes that the receiver has stated, and until its days are over.
HELD = """
    WITH there AS MATERIALIZED (
        SELECT p.agency_id, p.purposes, p.status, i.closed_at
        FROM incidents_participation p JOIN incidents_incident i ON i.id = p.incident_id
        WHERE p.incident_id = %(incident)s AND p.status IN (%(there)s, %(left)s))
    SELECT t.agency_id, s.giver_id, s.category, s.masking, s.seats, s.needs, s.clause,
        (SELECT agencies_criminal_justice())
    FROM there t LEFT JOIN agencies_sharegrant s ON s.receiver_id = t.agency_id
        AND s.purpose = ANY(t.purposes)
        AND s.giver_id IN (
            SELECT agency_id FROM there WHERE status = %(there)s OR NOT s.incident_only)
        AND (s.retention_days IS NULL OR t.closed_at IS NULL OR t.closed_at
            + make_interval(days => s.retention_days) > statement_timestamp())
    WHERE t.agency_id = ANY(%(agencies)s) AND t.status = %(there)s
    ORDER BY s.clause, s.category, s.masking DESC
"""


@dataclass(frozen=True, slots=True)
class Shared:
    """What one clause in force shares with an agency at an incident."""

    giver: UUID
    category: Category
    masking: Masking
    seats: frozenset[str]
    needs: frozenset[str]
    clause: str

    def reaches(self, viewer: Viewer) -> bool:
        """Whether it is for people in these seats, with these clearances."""
        return (not self.seats or bool(self.seats & viewer.seats)) and (
            self.needs <= viewer.clearances
        )


@grants_on("incident")
def grants_of_all(viewers: frozenset[Viewer], incident: UUID) -> dict[Viewer, Grants]:
    """PUB and OPS for being there, and what clauses in force add; nothing for who is not there."""
    criminal_justice, shared = _shared({viewer.agency for viewer in viewers}, incident)
    return {
        viewer: _held(viewer, shared[viewer.agency], criminal_justice)
        for viewer in viewers
        if viewer.agency in shared
    }


def grants(viewer: Viewer, incident: UUID) -> Grants | None:
    """What one viewer holds; nothing when their agency is not there."""
    return grants_of_all(frozenset({viewer}), incident).get(viewer)


def _shared(agencies: set[UUID], incident: UUID) -> tuple[bool, dict[UUID, list[Shared]]]:
    """Whether criminal justice data is kept here, and what is shared with whom who is there."""
    asked: dict[str, Any] = {
        "incident": incident,
        "there": ParticipationStatus.ACCEPTED,
        "left": ParticipationStatus.LEFT,
        "agencies": list(agencies),
    }
    shared: defaultdict[UUID, list[Shared]] = defaultdict(list)
    criminal_justice = False
    with connection.cursor() as cursor:
        cursor.execute(HELD, asked)
        for agency, giver, category, masking, seats, needs, clause, on in cursor.fetchall():
            criminal_justice, of_agency = on, shared[agency]
            if giver is not None:
                of_agency.append(
                    Shared(
                        giver,
                        Category(category),
                        Masking(masking),
                        frozenset(seats),
                        frozenset(needs),
                        clause,
                    )
                )
    return criminal_justice, dict(shared)


def _held(viewer: Viewer, shared: list[Shared], criminal_justice: bool) -> Grants:
    """The law goes before the clause: what needs a clearance is for the cleared alone."""
    shut = uncleared(viewer.clearances, criminal_justice=criminal_justice)
    of_owner: dict[UUID, Grant] = {}
    for one in shared:
        if one.category not in shut and one.reaches(viewer):
            grant = of_owner.get(one.giver, BEING_THERE)
            of_owner[one.giver] = widened(grant, one.category, one.clause, one.masking)
    return Grants(
        viewer=viewer.agency,
        default=BEING_THERE,
        of_owner=of_owner,
        own=Grant(EVERY - (shut & CRIMINAL_JUSTICE), OWN),
    )
