"""The ladder: who is asked first, who next, and until when. Plain values in, plain values out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _

from mutualaid.matching import Candidate


@dataclass(frozen=True, slots=True)
class Step:
    """One tier, and whom it would ask."""

    tier: int
    candidates: tuple[Candidate, ...]


def steps(candidates: Iterable[Candidate]) -> tuple[Step, ...]:
    """The ladder for these candidates: one step for each tier, lowest first (RULE-MA-01)."""
    by_tier = groupby(sorted(candidates, key=_tier), key=_tier)
    return tuple(Step(tier, tuple(those)) for tier, those in by_tier)


def reached(steps: Iterable[Step], quantity: int) -> Iterator[tuple[Step, int]]:
    """Each step, and how many are still missing when it is reached: asked at once where any are."""
    missing = quantity
    for step in steps:
        yield step, missing
        missing -= sum(min(missing, one.max_quantity) for one in step.candidates)
        missing = max(0, missing)


def plan(candidates: Collection[Candidate]) -> list[dict[str, Any]]:
    """Whom a rung would ask and under which clause, as it is kept and shown."""
    return [
        {
            "agency": str(one.agency),
            "name": one.name,
            "kilometers": one.kilometers,
            "clause": one.clause["id"],
            "agreement_title": one.clause["agreement_title"],
            "number": one.clause["number"],
            "heading": one.clause["heading"],
            "text": one.clause["text"],
            "max_quantity": one.max_quantity,
            "seconds": one.seconds,
            "reasons": one.clause["reasons"],
        }
        for one in candidates
    ]


def due(candidates: Collection[Candidate], asked_at: datetime) -> tuple[datetime, datetime]:
    """When to remind and when time is up: half and all of the longest time to answer."""
    longest = timedelta(seconds=max(one.seconds for one in candidates))
    return asked_at + longest / 2, asked_at + longest


def difference(planned: list[dict[str, Any]], asked: Collection[Candidate]) -> str:
    """That clauses changed between the plan and the asking, if they did.

    Everybody at the incident reads this, so it does not say whose: ``changed`` does.
    """
    once_planned = {one["agency"] for one in planned}
    if once_planned == {str(one.agency) for one in asked}:
        return ""
    return news()


def news() -> str:
    return _("Agreements have changed since this was planned.")


def changed(planned: list[dict[str, Any]], asked: Mapping[str, str]) -> str:
    """Whose clauses came and went, for the requester: ``asked`` are names by agency."""
    once_planned = {one["agency"] for one in planned}
    gone = [one["name"] for one in planned if one["agency"] not in asked]
    new = [name for agency, name in asked.items() if agency not in once_planned]
    said = []
    if gone:
        said.append(_("No clause in force any more: %s.") % ", ".join(gone))
    if new:
        said.append(_("A clause came into force: %s.") % ", ".join(new))
    return " ".join(said)


def _tier(candidate: Candidate) -> int:
    return candidate.tier
