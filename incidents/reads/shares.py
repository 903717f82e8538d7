"""What is shared with whom at an incident at this moment, before anybody in particular looks.

By clauses in force, and by what an owner shares at one incident besides; less what the
owner withdrew. One question, however many agencies look.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any
from uuid import UUID

import orjson
from django.db import connection

from agencies.categories import Category, Masking
from agencies.grants import Viewer
from audit.openings import Opening, opening
from incidents.lifecycle import DisclosureStatus, ParticipationStatus

# A clause adds only what a giver shares that is at the incident itself, or, where it says
# so, was: an agreement does not open incidents to agencies that take no part in them. It
# holds for the purposes that the receiver has stated, and until its days are over. What is
# passed on holds for as long as the clause that lets it be passed on.
SHARED = """
    WITH there AS MATERIALIZED (
        SELECT p.agency_id, p.purposes, p.status, i.closed_at
        FROM incidents_participation p JOIN incidents_incident i ON i.id = p.incident_id
        WHERE p.incident_id = %(incident)s AND p.status IN (%(there)s, %(left)s)
        UNION ALL
        SELECT g.id, '{incident}', %(there)s, NULL
        FROM incidents_guest g JOIN incidents_incident i ON i.id = g.incident_id
        WHERE g.incident_id = %(incident)s AND g.ended_at IS NULL
            AND g.due_at > statement_timestamp() AND i.closed_at IS NULL),
    shared AS (
        SELECT s.receiver_id, s.giver_id, s.category, s.masking, s.seats, s.needs,
            'clause' AS sort, s.clause AS basis, s.clause_id, c.version, NULL::uuid AS member
        FROM there t JOIN agencies_sharegrant s ON s.receiver_id = t.agency_id
        JOIN agencies_clause c ON c.id = s.clause_id
        WHERE s.purpose = ANY(t.purposes)
            AND s.giver_id IN (
                SELECT agency_id FROM there WHERE status = %(there)s OR NOT s.incident_only)
            AND (s.retention_days IS NULL OR t.closed_at IS NULL OR t.closed_at
                + make_interval(days => s.retention_days) > statement_timestamp())
        UNION ALL
        SELECT d.to_id, d.owner_id, d.category, 'whole', '{}', '{}',
            CASE WHEN d.via_id IS NULL THEN 'disclosure' ELSE 'passed_on' END,
            CASE WHEN d.via_id IS NULL
                THEN 'shared at this incident outside any agreement: ' || d.reason
                ELSE 'passed on by ' || v.name || ': ' || d.reason END,
            d.clause, d.clause_version, NULL::uuid
        FROM incidents_disclosure d LEFT JOIN agencies_agency v ON v.id = d.via_id
        WHERE d.incident_id = %(incident)s AND d.status = %(shared)s
            AND (d.until IS NULL OR d.until > statement_timestamp())
            AND d.owner_id IN (SELECT agency_id FROM there)
            AND (d.via_id IS NULL OR incidents_passed_on_still(
                d.clause, d.owner_id, d.via_id, d.to_id, d.category))
        UNION ALL
        SELECT b.agency_id, b.owner_id, c, 'whole', '{}', '{}',
            'glass', 'glass broken: ' || b.reason, NULL, NULL, b.member_id
        FROM incidents_glass b CROSS JOIN unnest(b.categories) c
        WHERE b.incident_id = %(incident)s AND b.ended_at IS NULL
            AND b.until > statement_timestamp()
            AND b.owner_id IN (SELECT agency_id FROM there))
    SELECT t.agency_id, s.giver_id, s.category, s.masking, s.seats, s.needs,
        s.sort, s.basis, s.clause_id, s.version, s.member,
        (SELECT agencies_criminal_justice()),
        (SELECT jsonb_agg(jsonb_build_array(w.owner_id, w.partner_id, w.note_id))::text
            FROM incidents_withdrawal w WHERE w.incident_id = %(incident)s
            AND w.lifted_at IS NULL AND w.note_id IS NOT NULL),
        (SELECT jsonb_agg(DISTINCT r)::text FROM incidents_note n, unnest(n.recipients) r
            WHERE n.incident_id = %(incident)s AND n.tlp = 'red'),
        (SELECT jsonb_object_agg(g.id, h.name)::text
            FROM incidents_guest g JOIN agencies_agency h ON h.id = g.host_id
            WHERE g.incident_id = %(incident)s AND g.ended_at IS NULL),
        (SELECT jsonb_object_agg(p.member_id, p.purpose)::text
            FROM incidents_statedpurpose p JOIN incidents_participation o
                ON o.incident_id = p.incident_id AND o.agency_id = p.agency_id
            WHERE p.incident_id = %(incident)s AND p.purpose = ANY(o.purposes)),
        (SELECT i.mode FROM incidents_incident i WHERE i.id = %(incident)s)
    FROM there t LEFT JOIN shared s ON s.receiver_id = t.agency_id AND NOT EXISTS (
        SELECT FROM incidents_withdrawal w WHERE s.sort = 'clause' AND w.incident_id = %(incident)s
            AND w.owner_id = s.giver_id AND w.lifted_at IS NULL AND w.note_id IS NULL
            AND (w.partner_id IS NULL OR w.partner_id = s.receiver_id)
            AND (w.category = '' OR w.category = s.category))
    WHERE t.agency_id = ANY(%(agencies)s) AND t.status = %(there)s
    ORDER BY array_position(ARRAY['clause', 'disclosure', 'passed_on', 'glass'], s.sort),
        s.basis, s.category, s.masking DESC
"""


@dataclass(frozen=True, slots=True)
class Share:
    """What one clause, or one act of the owner, shares with an agency at an incident."""

    giver: UUID
    category: Category
    masking: Masking
    seats: frozenset[str]
    needs: frozenset[str]
    opening: Opening
    member: UUID | None

    @property
    def basis(self) -> str:
        return self.opening.said

    def reaches(self, viewer: Viewer) -> bool:
        """Whether it is for people in these seats, with these clearances, or for them alone."""
        return (
            self.member in (None, viewer.member)
            and (not self.seats or bool(self.seats & viewer.seats))
            and self.needs <= viewer.clearances
        )


@dataclass(slots=True)
class Shares:
    """What there is to hold at an incident; an agency that is not there has no entry.

    ``guests`` are those who stand there as agencies do, and whose guests they are;
    ``purposes`` what people have said that they are there for.
    """

    of: dict[UUID, list[Share]] = field(default_factory=dict)
    criminal_justice: bool = False
    withdrawn: tuple[tuple[str, str | None, str], ...] = ()
    named: frozenset[UUID] = frozenset()
    guests: dict[UUID, str] = field(default_factory=dict)
    purposes: dict[UUID, str] = field(default_factory=dict)
    mode: str = ""

    def shut_to(self, agency: UUID) -> frozenset[str]:
        """The notes that their owners withdrew from this agency."""
        me = str(agency)
        return frozenset(
            f"note:{note}"
            for owner, partner, note in self.withdrawn
            if owner != me and partner in (None, me)
        )


def shares(agencies: Iterable[UUID], incident: UUID) -> Shares:
    """What is shared with each of these agencies that is at the incident."""
    asked: dict[str, Any] = {
        "incident": incident,
        "there": ParticipationStatus.ACCEPTED,
        "left": ParticipationStatus.LEFT,
        "shared": DisclosureStatus.SHARED,
        "agencies": list(agencies),
    }
    of: defaultdict[UUID, list[Share]] = defaultdict(list)
    found = Shares()
    with connection.cursor() as cursor:
        cursor.execute(SHARED, asked)
        for agency, *share, on, withdrawn, named, guests, purposes, mode in cursor.fetchall():
            found.criminal_justice, found.mode = on, mode
            found.guests, found.purposes = _by_id(guests), _by_id(purposes)
            found.withdrawn, found.named = _withdrawn(withdrawn), _named(named)
            if share[0] is not None:
                of[agency].append(_share(*share))
            else:
                of[agency] = of[agency]
    found.of = dict(of)
    alone = {share.member for held in of.values() for share in held if share.member}
    found.named |= alone
    return found


def _share(
    giver: UUID,
    category: str,
    masking: str,
    seats: list[str],
    needs: list[str],
    *ground: Any,
) -> Share:
    """A line of the answer; ``ground`` is what opens it, and to whom alone, if to one."""
    *said, member = ground
    held, needed = frozenset(seats), frozenset(needs)
    by = opening(*said)
    return Share(giver, Category(category), Masking(masking), held, needed, by, member)


@lru_cache(maxsize=256)
def _withdrawn(said: str | None) -> tuple[tuple[str, str | None, str], ...]:
    return tuple((owner, partner, note) for owner, partner, note in orjson.loads(said or "[]"))


@lru_cache(maxsize=256)
def _named(said: str | None) -> frozenset[UUID]:
    return frozenset(map(UUID, orjson.loads(said or "[]")))


@lru_cache(maxsize=256)
def _by_id(said: str | None) -> dict[UUID, str]:
    return {UUID(pk): word for pk, word in orjson.loads(said or "{}").items()}
