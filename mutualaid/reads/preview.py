"""Whom a line would ask, in which order and under which clause, before anybody is asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from agencies.models import Priority
from audit.actors import Actor
from audit.reads import read
from audit.refusals import NotFound
from incidents.models import Incident
from incidents.rules import participates
from mutualaid import ladder, matching
from mutualaid.reads.images.words import tier_label


@dataclass(frozen=True, slots=True)
class StepAhead:
    """One tier that would be asked, and how long it would have."""

    tier: int
    tier_label: str
    seconds: float
    candidates: list[dict[str, Any]]

    @property
    def answer_within(self) -> timedelta:
        return timedelta(seconds=self.seconds)


@read
def preview(
    actor: Actor,
    incident: UUID,
    *,
    kind: str,
    type: int | None = None,
    or_better: bool = True,
    priority: str = Priority.URGENT,
) -> list[StepAhead]:
    """The ladder as agreements stand now. Nothing in it is kept: they are looked at again."""
    place = participates.scope(Incident.objects.all(), actor).filter(pk=incident).first()
    if place is None or actor.agency_id is None:
        raise NotFound
    wanted = matching.Wanted(kind, type, or_better, Priority(priority))
    near = matching.point(place.latitude, place.longitude)
    return [
        StepAhead(
            tier=step.tier,
            tier_label=tier_label(step.tier),
            seconds=max(one.seconds for one in step.candidates),
            candidates=ladder.plan(step.candidates),
        )
        for step in ladder.steps(matching.candidates(actor.agency_id, wanted, near))
    ]
