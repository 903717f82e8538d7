"""Who could be asked for a line, under which clause, and how soon they answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import timedelta
from math import asin, cos, radians, sin, sqrt
from typing import Any, Final
from uuid import UUID

from django.db.models import Q

from agencies.insured import Certificate, Pair, lapsing
from agencies.models import AnswerTarget, Priority, SupplyRight
from mutualaid.grounds import Target, weighed
from mutualaid.wanted import RANKS, Wanted
from mutualaid.weighing import covers

EARTH_KM: Final = 6371.0
FARTHEST_KM: Final = 1e9

# RULE-MA-04: local policy where an agreement names no time to answer.
DEFAULT_TARGETS: Final = {
    Priority.EMERGENCY: timedelta(minutes=5),
    Priority.URGENT: timedelta(minutes=15),
    Priority.ROUTINE: timedelta(hours=4),
}

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An agency that may be asked, and the clause (as it now reads) that says so."""

    agency: UUID
    name: str
    kilometers: float | None
    clause: dict[str, Any]

    @property
    def tier(self) -> int:
        return int(self.clause["tier"])

    @property
    def seconds(self) -> float:
        return float(self.clause["seconds"])

    @property
    def max_quantity(self) -> int:
        return int(self.clause["max_quantity"])


# All that is looked at of a right.
RIGHT: Final = (
    *("kind", "type", "max_quantity", "drawdown_floor", "max_hours", "commitment", "tier"),
    *("agreement_id", "agreement_title", "instrument", "text_hash", "clause_id", "number"),
    *("heading", "text", "lowest_rank", "request_clause_id", "request_number", "positions"),
    *("event_types", "area", "declaration_required", "conditions"),
    *("supply_checked", "request_checked"),
)

Asked = tuple[UUID, Wanted, Point | None]
_remembered: ContextVar[dict[Asked, tuple[Candidate, ...]] | None] = ContextVar(
    "remembered", default=None
)


def candidates(requester: UUID, wanted: Wanted, near: Point | None = None) -> tuple[Candidate, ...]:
    """Everybody who may be asked now, lowest tier first, then nearest, then by name.

    An agency stands here once, under the clause of its lowest tier. RULE-MA-02:
    only agreements in force count, which is what the view of rights holds.
    """
    known = _remembered.get()
    if known is None:
        return _found(requester, wanted, near)
    if (requester, wanted, near) not in known:
        known[requester, wanted, near] = _found(requester, wanted, near)
    return known[requester, wanted, near]


@contextmanager
def remembered() -> Iterator[None]:
    """Look at agreements once for all ladders that are moved in the same moment.

    For the length of one sweep, a second at most: when thousands fall due at
    once, they are asked by what was in force when the sweep began.
    """
    before = _remembered.set({})
    try:
        yield
    finally:
        _remembered.reset(before)


def _found(requester: UUID, wanted: Wanted, near: Point | None) -> tuple[Candidate, ...]:
    known, insured = targets(requester, wanted.priority), lapsing(requester)
    best: dict[UUID, Candidate] = {}
    for right in _rights(requester, wanted):
        if right["giver_id"] not in best and covers(right, wanted):
            best[right["giver_id"]] = _candidate(right, known, insured, wanted, near)
    return tuple(sorted(best.values(), key=_nearest_first))


def point(latitude: float | None, longitude: float | None) -> Point | None:
    """A place, where both halves of it are known."""
    return None if latitude is None or longitude is None else (latitude, longitude)


def _rights(requester: UUID, wanted: Wanted) -> Iterable[dict[str, Any]]:
    rights: Iterable[dict[str, Any]] = (
        SupplyRight.objects.filter(
            Q(lowest_rank__gte=RANKS[wanted.priority]) | Q(request_checked=False),
            receiver=requester,
            kind=wanted.kind,
        )
        .exclude(giver=requester)
        .order_by("tier", "-max_quantity", "agreement_title", "number")
        .values(
            *("giver_id", "giver__name", "giver__latitude", "giver__longitude"),
            *RIGHT,
        )
    )
    return rights


def targets(requester: UUID, priority: Priority) -> dict[tuple[UUID, UUID], Target]:
    """The shortest time to answer by agreement and giver, and the clause that says so."""
    rows = AnswerTarget.objects.filter(receiver=requester, priority=priority).order_by(
        "-answer_within"
    )
    return {
        (row["agreement_id"], row["giver_id"]): (
            row["answer_within"],
            row["clause_id"],
            row["number"],
        )
        for row in rows.values("agreement_id", "giver_id", "answer_within", "clause_id", "number")
    }


def by_policy(priority: Priority) -> Target:
    """The time to answer where no agreement names one."""
    return DEFAULT_TARGETS[priority], None, ""


def _candidate(
    right: dict[str, Any],
    known: dict[tuple[UUID, UUID], Target],
    insured: Mapping[Pair, tuple[Certificate, ...]],
    wanted: Wanted,
    near: Point | None,
) -> Candidate:
    pair = right["agreement_id"], right["giver_id"]
    target = known.get(pair, by_policy(wanted.priority))
    return Candidate(
        agency=right["giver_id"],
        name=right["giver__name"],
        kilometers=kilometers(near, point(right["giver__latitude"], right["giver__longitude"])),
        clause={
            **_said(right),
            "seconds": target[0].total_seconds(),
            "reasons": weighed(right, wanted, target, insured.get(pair, ())).kept(),
        },
    )


def _said(right: dict[str, Any]) -> dict[str, Any]:
    """The clause as it reads now, to be kept with what is asked under it (RULE-MOU-06)."""
    same = ("agreement_title", "instrument", "text_hash", "number", "heading", "text", "kind")
    bounds = ("type", "max_quantity", "max_hours", "commitment", "tier")
    return {
        "id": str(right["clause_id"]),
        "agreement": str(right["agreement_id"]),
        "floor": right["drawdown_floor"],
        **{name: right[name] for name in (*same, *bounds)},
    }


def kilometers(near: Point | None, there: Point | None) -> float | None:
    """The great-circle distance, where both places are known."""
    if near is None or there is None:
        return None
    lat, lon, lat2, lon2 = map(radians, (*near, *there))
    half = sin((lat2 - lat) / 2) ** 2 + cos(lat) * cos(lat2) * sin((lon2 - lon) / 2) ** 2
    return round(2 * EARTH_KM * asin(sqrt(half)), 1)


def _nearest_first(candidate: Candidate) -> tuple[int, float, str]:
    known = candidate.kilometers
    return candidate.tier, FARTHEST_KM if known is None else known, candidate.name
