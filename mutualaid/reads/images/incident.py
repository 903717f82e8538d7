"""How requests, lines, rungs and solicitations look at an incident."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, Final
from uuid import UUID

from agencies.models import Priority
from audit.compiled import Compiled
from audit.images import paints
from mutualaid.lifecycle import (
    SETTLED_LINES,
    LineStatus,
    RequestStatus,
    RungStatus,
)
from mutualaid.models import OfferedResource, OrderLine, ResourceRequest, Rung, Solicitation
from mutualaid.reads.images.words import (
    asked_label,
    declaration_label,
    kind_name,
    label,
    reason_label,
    sentence,
    tier_label,
)

Row = dict[str, Any]
Painted = Iterator[tuple[str, Row | None]]

SOLICITATIONS: Final = Compiled(
    Solicitation,
    *("id", "version", "line_id", "rung_id", "agency_id", "agency__name", "agency__code"),
    "status",
    *("asked_quantity", "offered_quantity", "accepted_quantity", "decline_reason"),
    *("ended_because", "asked_at", "due_at", "answered_at", "late", "eta", "remarks"),
    "valid_until",
    *("clause_id", "clause", "line__request__requested_by_id"),
)

RUNGS: Final = Compiled(
    Rung,
    *("id", "version", "line_id", "position", "round", "tier", "status", "asked_at"),
    *("remind_at", "reminded_at", "due_at", "note", "plan", "line__request__requested_by_id"),
)

LINES: Final = Compiled(
    OrderLine,
    *("id", "version", "request_id", "number", "kind", "type", "or_better", "details"),
    *("ordered", "accepted", "received", "cancelled", "status", "tier"),
    "request__requested_by_id",
)

REQUESTS: Final = Compiled(
    ResourceRequest,
    *("id", "version", "number", "priority", "needed_by", "deliver_to", "requester_position"),
    *("declaration", "declared_by", "eoc_level"),
    *("requested_at", "held_at", "status", "verbal", "reason", "remarks"),
    *("requester_name", "requested_by_id", "requested_by__name", "requested_by__code"),
)

IT: Final = ("resource_id", "resource__call_sign", "resource__kind", "resource__type")


@paints(ResourceRequest, on="incident")
def requests(pks: frozenset[UUID]) -> Painted:
    for row in REQUESTS(pks):
        agency = row.pop("requested_by_id")
        yield (
            f"request:{row.pop('id')}",
            row
            | {
                "owner": agency,
                "priority_label": label(Priority(row["priority"])),
                "status_label": label(RequestStatus(row["status"])),
                "declaration_label": declaration_label(row["declaration"]),
                "requested_by": row.pop("requester_name"),
                "requested_by_agency": agency,
                "requested_by_agency_name": row.pop("requested_by__name"),
                "requested_by_agency_code": row.pop("requested_by__code"),
            },
        )


@paints(OrderLine, on="incident")
def lines(pks: frozenset[UUID]) -> Painted:
    for row in LINES(pks):
        kind = row.pop("kind")
        over = row["status"] in SETTLED_LINES
        yield (
            f"line:{row.pop('id')}",
            row
            | {
                "owner": row.pop("request__requested_by_id"),
                "request": row.pop("request_id"),
                "kind_code": kind,
                "kind_name": kind_name(kind),
                "outstanding": 0 if over else row["ordered"] - row["cancelled"] - row["accepted"],
                "status_label": label(LineStatus(row["status"])),
                "tier_label": tier_label(row["tier"]),
            },
        )


@paints(Rung, on="incident")
def rungs(pks: frozenset[UUID]) -> Painted:
    for row in RUNGS(pks):
        yield (
            f"rung:{row.pop('id')}",
            row
            | {
                "owner": row.pop("line__request__requested_by_id"),
                "line": row.pop("line_id"),
                "planned": len(row["plan"]),
                "status_label": label(RungStatus(row["status"])),
                "tier_label": tier_label(row["tier"]),
            },
        )


@paints(Solicitation, on="incident")
def solicitations(pks: frozenset[UUID]) -> Painted:
    rows = list(SOLICITATIONS(pks))
    named = _named([row["id"] for row in rows if row["offered_quantity"]])
    for row in rows:
        pk = row.pop("id")
        yield f"solicitation:{pk}", _solicitation(row, named[pk])


def _solicitation(row: Row, named: list[Row]) -> Row:
    agency, reason, clause = row.pop("agency_id"), row.pop("decline_reason"), row.pop("clause")
    return row | {
        "owner": agency,
        "asked_by": row.pop("line__request__requested_by_id"),
        "line": row.pop("line_id"),
        "rung": row.pop("rung_id"),
        "agency": agency,
        "agency_name": row.pop("agency__name"),
        "agency_code": row.pop("agency__code"),
        "status_label": asked_label(row["status"], row["offered_quantity"]),
        "quantity": row.pop("offered_quantity"),
        "accepted": row.pop("accepted_quantity"),
        "named": named,
        "reason": reason,
        "reason_label": reason_label(reason),
        "clause": sentence(clause),
        "clause_text": clause["text"],
        "reasons": clause.get("reasons", []),
    }


def _named(pks: Iterable[UUID]) -> dict[UUID, list[Row]]:
    """The resources that offers name, by offer."""
    found: dict[UUID, list[Row]] = defaultdict(list)
    if not (wanted := list(pks)):
        return found
    rows = OfferedResource.objects.filter(solicitation__in=wanted, stands=True)
    for row in rows.order_by("resource__call_sign").values("solicitation_id", "accepted", *IT):
        found[row["solicitation_id"]].append(
            {
                "resource": row["resource_id"],
                "call_sign": row["resource__call_sign"],
                "kind_name": kind_name(row["resource__kind"]),
                "type": row["resource__type"],
                "accepted": row["accepted"],
            }
        )
    return found
