"""What happened to a request, line by line, as the incident's ledger tells it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from agencies.grants import Grants
from audit.actors import Actor
from audit.facts import KINDS
from audit.reads import read
from audit.refusals import NotFound
from audit.streams import of_incident
from incidents.reads.board import held_at
from incidents.reads.ledger_lines import TOLD, Told, fetched, known_to, look_at
from incidents.reads.sentences import sentence
from mutualaid.reads.requests import at_incident_of

ABOUT = f"""
    SELECT {TOLD}
    FROM audit_entry e JOIN audit_testimony t ON t.stream_key = e.stream_id AND t.seq = e.seq
    WHERE e.stream_id = %s AND e.kind LIKE 'mutualaid.%%' AND t.body IS NOT NULL
      AND t.body::jsonb->'fact'->>'request' = %s
    ORDER BY e.seq DESC LIMIT 200
"""


@dataclass(frozen=True, slots=True)
class Happened:
    """One line of the ledger about a request."""

    at: datetime
    recorded_at: datetime | None  # where people said that it happened earlier
    who: str
    agency: str
    sentence: str
    reason: str  # what they gave as the reason, or what was noted


@read
def history(actor: Actor, pk: UUID) -> list[Happened]:
    """Everything that became true of a request, newest first."""
    incident = at_incident_of(actor).filter(pk=pk).values_list("incident", flat=True).first()
    if incident is None:
        raise NotFound
    held = held_at(actor, incident)
    found = fetched(ABOUT, [of_incident(incident), str(pk)])
    return [_happened(held, incident, told) for told in found if known_to(held, told)]


def _happened(held: Grants, incident: UUID, told: Told) -> Happened:
    rows = look_at(held, incident, told)
    body = told.body or {}
    who, fact = body["actor"], KINDS[told.kind].retold(body["fact"])
    said = sentence(fact, rows)
    reason = str(body["fact"].get("reason") or body["fact"].get("note") or "")
    shown = "" if reason in said else reason
    earlier = fact.occurred_at
    return Happened(
        at=earlier or told.recorded_at,
        recorded_at=told.recorded_at if earlier else None,
        who=who["name"],
        agency=who["agency"],
        sentence=said,
        reason=shown,
    )
