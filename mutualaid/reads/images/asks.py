"""What an agency that is asked sees in its inbox: the request's own fields, and its answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final
from uuid import UUID

from django.db import connection

from agencies.models import Priority, Readiness
from audit.compiled import Compiled
from audit.images import paints
from incidents.lifecycle import FINAL
from mutualaid.lifecycle import STANDING, UNANSWERED, SolicitationStatus
from mutualaid.models import Solicitation
from mutualaid.reads.images.words import (
    asked_label,
    declaration_label,
    kind_name,
    label,
    reason_label,
    tier_label,
)

Row = dict[str, Any]
Kept = tuple[UUID, str]  # the agency, and the kind
Painted = Iterator[tuple[str, Row | None]]

ASKS: Final = Compiled(
    Solicitation,
    *(
        "id",
        "version",
        "agency_id",
        "status",
        "asked_quantity",
        "offered_quantity",
        "accepted_quantity",
    ),
    *("asked_at", "due_at", "answered_at", "late", "decline_reason", "ended_because"),
    "valid_until",
    *("clause_id", "clause", "rung__reminded_at", "line__number", "line__kind", "line__type"),
    *("line__or_better", "line__details", "line__request__number"),
    *("line__request__priority", "line__request__needed_by", "line__request__deliver_to"),
    *("line__request__declaration", "line__request__declared_by", "line__request__eoc_level"),
    *("line__request__remarks", "line__request__held_at", "line__request__requested_by_id"),
    *("line__request__requested_by__name", "line__request__incident_id"),
    *("line__request__incident__name", "line__request__incident__number"),
    "line__request__incident__mode",
)


@paints(Solicitation, on="agency")
def asks(pks: frozenset[UUID]) -> Painted:
    """The live inbox. What is over is gone from it; a late answer is still welcome until then."""
    for pk, row in ask_rows(pks):
        yield f"ask:{pk}", row if row.pop("open") else None


def ask_rows(pks: Iterable[UUID]) -> Iterator[tuple[UUID, Row]]:
    """Each ask as the asked agency sees it, with ``open``: whether it still concerns them."""
    rows = list(ASKS(pks))
    at_home = _at_home(_of(row) for row in rows if row["status"] in UNANSWERED)
    for row in rows:
        yield row["id"], _ask(row, _keeps(row, at_home))


# Asked whenever asks are painted, so it is not put together anew each time.
AT_HOME: Final = """
    SELECT asked.agency, asked.kind, (
        SELECT count(*) FROM agencies_resource r
        WHERE r.agency_id = asked.agency AND r.kind = asked.kind AND r.status = %s AND NOT EXISTS (
            SELECT FROM incidents_deployment d
            WHERE d.resource_id = r.id AND d.agency_id = r.agency_id AND d.state <> ALL(%s)))
    FROM unnest(%s::uuid[], %s::text[]) AS asked(agency, kind)
"""


def _at_home(asked: Iterable[Kept]) -> dict[Kept, int]:
    """How many of a kind each agency has at home and ready, all in one question."""
    if not (pairs := sorted(set(asked))):
        return {}
    agencies, kinds = [agency for agency, _kind in pairs], [kind for _agency, kind in pairs]
    with connection.cursor() as cursor:
        cursor.execute(AT_HOME, [Readiness.AVAILABLE, sorted(FINAL), agencies, kinds])
        return {(agency, kind): count for agency, kind, count in cursor.fetchall()}


def _of(row: Row) -> Kept:
    return row["agency_id"], row["line__kind"]


def _keeps(row: Row, at_home: Mapping[Kept, int]) -> Row | None:
    """What is at home now, against the floor, while an answer is awaited (RULE-MA-06)."""
    if _of(row) not in at_home or row["status"] not in UNANSWERED:
        return None
    floor = row["clause"].get("floor", 0)
    return {"kind_name": kind_name(row["line__kind"]), "now": at_home[_of(row)], "floor": floor}


def _ask(row: Row, keeps: Row | None) -> Row:
    clause, status = row["clause"], SolicitationStatus(row["status"])
    late = status is SolicitationStatus.EXPIRED and not row["ended_because"]
    return {
        "open": status in STANDING or late,
        "version": row["version"],
        **_requested(row),
        **_ordered(row),
        "asked_at": row["asked_at"],
        "due_at": None if row["line__request__held_at"] else row["due_at"],
        "answered_at": row["answered_at"],
        "reminded": row["rung__reminded_at"] is not None,
        "on_hold": row["line__request__held_at"] is not None,
        "late": row["late"],
        "valid_until": row["valid_until"] if status is SolicitationStatus.OFFERED else None,
        "status": status.value,
        "status_label": asked_label(status, row["offered_quantity"]),
        "reason_label": reason_label(row["decline_reason"]),
        "ended_because": row["ended_because"],
        "clause": clause["text"],
        "clause_id": row["clause_id"],
        "clause_title": f"{clause['number']} {clause['heading']}",
        "agreement_title": clause["agreement_title"],
        "tier_label": tier_label(clause["tier"]),
        "reasons": clause.get("reasons", []),
        "keeps": keeps,
    }


def _requested(row: Row) -> Row:
    """Who asks, where and until when: the request's own fields."""
    said = {
        name.removeprefix("line__request__"): value
        for name, value in row.items()
        if name.startswith("line__request__")
    }
    return {
        "owner": said["requested_by_id"],
        "request_number": said["number"],
        "incident": said["incident_id"],
        "incident_name": said["incident__name"],
        "incident_number": said["incident__number"],
        "mode": said["incident__mode"],
        "requested_by_agency": said["requested_by__name"],
        "deliver_to": said["deliver_to"],
        "needed_by": said["needed_by"],
        "priority": said["priority"],
        "priority_label": label(Priority(said["priority"])),
        "remarks": said["remarks"],
        "declaration_label": declaration_label(said["declaration"]),
        "declared_by": said["declared_by"],
        "eoc_level": said["eoc_level"],
    }


def _ordered(row: Row) -> Row:
    """What is asked for, and how much of it came of that."""
    return {
        "line_number": row["line__number"],
        "kind_code": row["line__kind"],
        "kind_name": kind_name(row["line__kind"]),
        "type": row["line__type"],
        "or_better": row["line__or_better"],
        "details": row["line__details"],
        "quantity": row["asked_quantity"],
        "offered": row["offered_quantity"],
        "accepted": row["accepted_quantity"],
    }
