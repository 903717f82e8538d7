"""Whom a line would ask, in which order and under which clause, before anybody is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from agencies.categories import Category
from agencies.models import Priority
from agencies.speaking import duration
from audit import looks
from audit.actors import Actor
from audit.openings import opened
from audit.reads import read
from audit.refusals import NotFound
from incidents.models import Incident
from incidents.rules import participates
from mutualaid import ladder, matching
from mutualaid.matching import Candidate
from mutualaid.positions import occasion_at
from mutualaid.reads.images.words import tier_label
from mutualaid.wanted import Wanted

MAY_ASK: Final = "your agency may ask under it"


@dataclass(frozen=True, slots=True)
class StepAhead:
    """One tier that would be asked, and how long it would have."""

    tier: int
    tier_label: str
    seconds: float
    candidates: list[dict[str, Any]]
    at_once: int  # asked together with the tiers before it, which cannot bring so many
    short: int  # beyond what may be asked of it and of those before it

    @property
    def answer_within(self) -> str:
        return duration(round(self.seconds))


@read
def preview(
    actor: Actor,
    incident: UUID,
    *,
    kind: str,
    type: int | None = None,
    or_better: bool = True,
    quantity: int = 1,
    priority: str = Priority.URGENT,
    declaration: str = "",
    eoc_level: int | None = None,
) -> list[StepAhead]:
    """The ladder as agreements stand now. Nothing in it is kept: they are looked at again."""
    place = participates.scope(Incident.objects.all(), actor).filter(pk=incident).first()
    if place is None or actor.agency_id is None:
        raise NotFound
    occasion = occasion_at(actor, place, declaration, eoc_level)
    wanted = Wanted(kind, type, or_better, Priority(priority), occasion)
    steps = ladder.steps(matching.candidates(actor.agency_id, wanted, occasion.place))
    for step in steps:
        for candidate in step.candidates:
            _note(candidate)
    return [_ahead(step, missing) for step, missing in ladder.reached(steps, quantity)]


def _ahead(step: ladder.Step, missing: int) -> StepAhead:
    most = sum(one.max_quantity for one in step.candidates)
    return StepAhead(
        tier=step.tier,
        tier_label=tier_label(step.tier),
        seconds=max(one.seconds for one in step.candidates),
        candidates=ladder.plan(step.candidates),
        at_once=missing,
        short=max(0, missing - most),
    )


def _note(candidate: Candidate) -> None:
    """What another agency promises in a clause is its own, and shown to who may ask under it."""
    by = opened("party", MAY_ASK, Category.OWN)
    looks.current().shown(candidate.agency, f"clause:{candidate.clause['id']}", by)
