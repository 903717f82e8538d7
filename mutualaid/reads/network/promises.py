"""What agreements in force promise one's own agency, and what they have it promise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Literal
from uuid import UUID

from django.db.models import Q

from agencies.categories import Category
from agencies.insured import lapsing
from agencies.models import Agreement, AnswerTarget, Priority, SupplyRight
from agencies.reads.agreements import AS_PARTY
from agencies.speaking import duration, kind_and_type
from audit import looks
from audit.openings import opened
from mutualaid.reads.images.words import label, tier_label
from mutualaid.wanted import RANKS

Side = Literal["giver", "receiver"]
Times = Mapping[tuple[UUID, UUID, UUID], Mapping[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A kind that one agency owes another now, up to a number, and the clause that says so.

    ``agency`` is the other of the two. ``answers`` are the times to answer, by priority,
    in words; nothing where only local policy sets one.
    """

    agency: UUID
    code: str
    name: str
    kind_code: str
    kind: str
    type: int | None
    most: int
    floor: int
    lowest_priority: str
    answers: dict[str, str]
    tier: int
    tier_label: str
    agreement: UUID
    agreement_title: str
    clause: UUID
    number: str
    ends_at: datetime | None
    warnings: tuple[str, ...] = ()


def promised_to(agency: UUID) -> tuple[Promise, ...]:
    """Whom the agency may ask, and for what."""
    return _promises(agency, us="receiver", them="giver")


def promised_by(agency: UUID) -> tuple[Promise, ...]:
    """Who may ask the agency, and for what."""
    return _promises(agency, us="giver", them="receiver")


def _promises(agency: UUID, *, us: Side, them: Side) -> tuple[Promise, ...]:
    rows = list(
        SupplyRight.objects.filter(**{us: agency})
        .order_by("tier", f"{them}__name", "kind", "type", "agreement_title", "number")
        .values(
            *("giver_id", "kind", "type", "max_quantity", "drawdown_floor", "tier", "lowest_rank"),
            *("agreement_id", "agreement_title", "clause_id", "number"),
            *(f"{them}_id", f"{them}__code", f"{them}__name"),
        )
    )
    ends = _ends(row["agreement_id"] for row in rows)
    times, insured = _times(agency), lapsing(agency)
    found = []
    for row in rows:
        _note(row["giver_id"], row["clause_id"])
        pair = (agency, row[f"{them}_id"]) if us == "giver" else (row[f"{them}_id"], agency)
        answers = times.get((row["agreement_id"], *pair), {})
        promise = _promise(row, them, answers, ends[row["agreement_id"]])
        lapses = insured.get((row["agreement_id"], row["giver_id"]), ())
        found.append(replace(promise, warnings=tuple(one.sentence for one in lapses)))
    return tuple(found)


def _promise(
    row: Mapping[str, Any], them: Side, answers: Mapping[str, str], ends_at: datetime | None
) -> Promise:
    lowest = next(one for one, rank in RANKS.items() if rank == row["lowest_rank"])
    return Promise(
        agency=row[f"{them}_id"],
        code=row[f"{them}__code"],
        name=row[f"{them}__name"],
        kind_code=row["kind"],
        kind=kind_and_type(row["kind"], row["type"]),
        type=row["type"],
        most=row["max_quantity"],
        floor=row["drawdown_floor"],
        lowest_priority=label(lowest),
        answers=dict(answers),
        tier=row["tier"],
        tier_label=tier_label(row["tier"]),
        agreement=row["agreement_id"],
        agreement_title=row["agreement_title"],
        clause=row["clause_id"],
        number=row["number"],
        ends_at=ends_at,
    )


def _ends(agreements: Iterable[UUID]) -> dict[UUID, datetime | None]:
    return dict(Agreement.objects.filter(pk__in=set(agreements)).values_list("id", "expires_at"))


def _times(agency: UUID) -> Times:
    """By agreement, giver and receiver: the shortest time to answer at each priority."""
    rows = AnswerTarget.objects.filter(Q(giver=agency) | Q(receiver=agency)).values_list(
        "agreement_id", "giver_id", "receiver_id", "priority", "answer_within"
    )
    shortest: dict[tuple[UUID, UUID, UUID], dict[str, str]] = {}
    for agreement, giver, receiver, priority, time in sorted(rows, key=_most_pressing_first):
        said = shortest.setdefault((agreement, giver, receiver), {})
        said[label(Priority(priority))] = duration(round(time.total_seconds()))
    return shortest


def _most_pressing_first(row: tuple[UUID, UUID, UUID, str, timedelta]) -> tuple[int, timedelta]:
    """The most pressing priority first; of one, the shortest time last, so that it stays."""
    return RANKS[Priority(row[3])], -row[4]


def _note(giver: UUID, clause: UUID) -> None:
    """What an agency promises is its own, and shown to those it is promised to."""
    looks.current().shown(giver, f"clause:{clause}", opened("party", AS_PARTY, Category.OWN))
