"""How requests, lines, rungs and solicitations look at an incident, and asks to the asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from agencies.models import Priority, Tier
from agencies.typing import catalogue
from audit.images import paints
from mutualaid.lifecycle import (
    SETTLED_LINES,
    STANDING,
    DeclineReason,
    LineStatus,
    RequestStatus,
    RungStatus,
    SolicitationStatus,
)
from mutualaid.models import OfferedResource, OrderLine, ResourceRequest, Rung, Solicitation

Row = dict[str, Any]
Painted = Iterator[tuple[str, Row | None]]


@paints(ResourceRequest, on="incident")
def requests(pks: frozenset[UUID]) -> Painted:
    fields = (
        *("id", "version", "number", "priority", "needed_by", "deliver_to", "requester_position"),
        *("requested_at", "held_at", "status", "verbal", "reason", "remarks"),
        *("requester_name", "requested_by_id", "requested_by__name"),
    )
    for row in ResourceRequest.objects.filter(pk__in=pks).values(*fields):
        agency = row.pop("requested_by_id")
        yield (
            f"request:{row.pop('id')}",
            row
            | {
                "owner": agency,
                "priority_label": Priority(row["priority"]).label,
                "status_label": RequestStatus(row["status"]).label,
                "requested_by": row.pop("requester_name"),
                "requested_by_agency": agency,
                "requested_by_agency_name": row.pop("requested_by__name"),
            },
        )


@paints(OrderLine, on="incident")
def lines(pks: frozenset[UUID]) -> Painted:
    fields = (
        *("id", "version", "request_id", "number", "kind", "type", "or_better", "details"),
        *("ordered", "accepted", "received", "cancelled", "status", "tier"),
        "request__requested_by_id",
    )
    for row in OrderLine.objects.filter(pk__in=pks).values(*fields):
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
                "status_label": LineStatus(row["status"]).label,
                "tier_label": tier_label(row["tier"]),
            },
        )


@paints(Rung, on="incident")
def rungs(pks: frozenset[UUID]) -> Painted:
    fields = (
        *("id", "version", "line_id", "position", "round", "tier", "status", "asked_at"),
        *("remind_at", "reminded_at", "due_at", "note", "plan", "line__request__requested_by_id"),
    )
    for row in Rung.objects.filter(pk__in=pks).values(*fields):
        yield (
            f"rung:{row.pop('id')}",
            row
            | {
                "owner": row.pop("line__request__requested_by_id"),
                "line": row.pop("line_id"),
                "status_label": RungStatus(row["status"]).label,
                "tier_label": tier_label(row["tier"]),
            },
        )


@paints(Solicitation, on="incident")
def solicitations(pks: frozenset[UUID]) -> Painted:
    fields = (
        *("id", "version", "line_id", "rung_id", "agency_id", "agency__name", "status"),
        *("asked_quantity", "offered_quantity", "accepted_quantity", "decline_reason"),
        *("ended_because", "asked_at", "due_at", "answered_at", "late", "eta", "remarks"),
        *("clause_id", "clause"),
    )
    rows = list(Solicitation.objects.filter(pk__in=pks).values(*fields))
    named = _named([row["id"] for row in rows if row["offered_quantity"]])
    for row in rows:
        agency, reason = row.pop("agency_id"), row.pop("decline_reason")
        clause = row.pop("clause")
        pk = row.pop("id")
        yield (
            f"solicitation:{pk}",
            row
            | {
                "owner": agency,
                "line": row.pop("line_id"),
                "rung": row.pop("rung_id"),
                "agency": agency,
                "agency_name": row.pop("agency__name"),
                "status_label": SolicitationStatus(row["status"]).label,
                "quantity": row.pop("offered_quantity"),
                "accepted": row.pop("accepted_quantity"),
                "named": named[pk],
                "reason": reason,
                "reason_label": reason_label(reason),
                "clause": sentence(clause),
                "clause_text": clause["text"],
            },
        )


@paints(Solicitation, on="agency")
def asks(pks: frozenset[UUID]) -> Painted:
    """The live inbox. What is over is gone from it; a late answer is still welcome until then."""
    for pk, row in ask_rows(pks):
        yield f"ask:{pk}", row if row.pop("open") else None


def ask_rows(pks: Iterable[UUID]) -> Iterator[tuple[UUID, Row]]:
    """Each ask as the asked agency sees it, with ``open``: whether it still concerns them."""
    fields = (
        *("id", "version", "status", "asked_quantity", "offered_quantity", "accepted_quantity"),
        *("asked_at", "due_at", "answered_at", "late", "decline_reason", "ended_because"),
        *("clause_id", "clause", "rung__reminded_at", "line__number", "line__kind", "line__type"),
        *("line__or_better", "line__details", "line__status", "line__request__number"),
        *("line__request__priority", "line__request__needed_by", "line__request__deliver_to"),
        *("line__request__remarks", "line__request__held_at", "line__request__requested_by_id"),
        *("line__request__requested_by__name", "line__request__incident_id"),
        *("line__request__incident__name", "line__request__incident__number"),
        "line__request__incident__mode",
    )
    for row in Solicitation.objects.filter(pk__in=list(pks)).values(*fields):
        yield row["id"], _ask(row)


def _ask(row: Row) -> Row:
    clause, status = row["clause"], SolicitationStatus(row["status"])
    request = {
        name.removeprefix("line__request__"): row[name]
        for name in row
        if name.startswith("line__request__")
    }
    over = row["line__status"] in SETTLED_LINES | {LineStatus.FILLED}
    return {
        "open": status in STANDING or (status is SolicitationStatus.EXPIRED and not over),
        "owner": request["requested_by_id"],
        "version": row["version"],
        "request_number": request["number"],
        "line_number": row["line__number"],
        "incident": request["incident_id"],
        "incident_name": request["incident__name"],
        "incident_number": request["incident__number"],
        "mode": request["incident__mode"],
        "requested_by_agency": request["requested_by_id"],
        "requested_by_agency_name": request["requested_by__name"],
        "kind_code": row["line__kind"],
        "kind_name": kind_name(row["line__kind"]),
        "type": row["line__type"],
        "or_better": row["line__or_better"],
        "details": row["line__details"],
        "quantity": row["asked_quantity"],
        "offered": row["offered_quantity"],
        "accepted": row["accepted_quantity"],
        "deliver_to": request["deliver_to"],
        "needed_by": request["needed_by"],
        "priority": request["priority"],
        "priority_label": Priority(request["priority"]).label,
        "remarks": request["remarks"],
        "asked_at": row["asked_at"],
        "due_at": None if request["held_at"] else row["due_at"],
        "answered_at": row["answered_at"],
        "reminded": row["rung__reminded_at"] is not None,
        "on_hold": request["held_at"] is not None,
        "late": row["late"],
        "status": status,
        "status_label": status.label,
        "reason_label": reason_label(row["decline_reason"]),
        "ended_because": row["ended_because"],
        "clause": sentence(clause),
        "clause_id": row["clause_id"],
        "clause_title": clause["heading"],
        "clause_text": clause["text"],
        "agreement_title": clause["agreement_title"],
        "tier_label": tier_label(clause["tier"]),
        "floor": clause["floor"],
    }


def _named(pks: Iterable[UUID]) -> dict[UUID, list[Row]]:
    """The resources that offers name, by offer."""
    found: dict[UUID, list[Row]] = defaultdict(list)
    if not (wanted := list(pks)):
        return found
    rows = OfferedResource.objects.filter(solicitation__in=wanted).order_by("resource__call_sign")
    for row in rows.values("solicitation_id", "resource_id", "resource__call_sign", "accepted"):
        found[row["solicitation_id"]].append(
            {
                "resource": row["resource_id"],
                "call_sign": row["resource__call_sign"],
                "accepted": row["accepted"],
            }
        )
    return found


def sentence(clause: Row) -> str:
    """A clause in one line: of which agreement, which, and about what."""
    return f"{clause['agreement_title']}, {clause['number']} {clause['heading']}"


def kind_name(code: str) -> str:
    return catalogue.kind(code).name


def tier_label(tier: int | None) -> str:
    return "" if tier is None else str(Tier(tier).label)


def reason_label(reason: str) -> str:
    return str(DeclineReason(reason).label) if reason else ""
