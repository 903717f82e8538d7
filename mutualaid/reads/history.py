"""What happened to a request, line by line, as the incident's ledger tells it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import orjson
from django.db import connection

from agencies.reads.frames import View, rows_for
from agencies.sharing import Grants
from audit.actors import Actor
from audit.facts import KINDS
from audit.reads import read
from audit.refusals import NotFound
from audit.streams import of_incident
from incidents.reads.board import held_at
from incidents.reads.sentences import sentence
from mutualaid.reads.requests import at_incident_of

TOLD = """
    SELECT e.kind, e.recorded_at, t.body, t.images
    FROM audit_entry e JOIN audit_testimony t ON t.stream_key = e.stream_id AND t.seq = e.seq
    WHERE e.stream_id = %s AND e.kind LIKE 'mutualaid.%%' AND t.body IS NOT NULL
      AND t.body::jsonb->'fact'->>'request' = %s
    ORDER BY e.seq DESC LIMIT 200
"""


@dataclass(frozen=True, slots=True)
class Happened:
    """One line of the ledger about a request."""

    at: datetime
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
    with connection.cursor() as cursor:
        cursor.execute(TOLD, [of_incident(incident), str(pk)])
        return [_happened(held, incident, *row) for row in cursor.fetchall()]


def _happened(
    held: Grants, incident: UUID, kind: str, at: datetime, body: str, images: str | None
) -> Happened:
    told = orjson.loads(body)
    who, fact = told["actor"], KINDS[kind].retold(told["fact"])
    painted = [(key, row, 0) for key, row in orjson.loads(images or "{}").items() if row]
    rows = rows_for(View(of_incident(incident), held.viewer), held, painted)
    said = sentence(fact, {key: row for key, row in rows.items() if row is not None})
    reason = str(told["fact"].get("reason") or told["fact"].get("note") or "")
    return Happened(at, who["name"], who["agency"], said, "" if reason in said else reason)
