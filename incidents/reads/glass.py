"""Emergency looks: what was opened, by whom, why, what they read, and what the review found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from agencies.categories import Category
from audit import clock, looks, streams, trail
from audit.actors import Actor
from audit.openings import opened
from audit.reads import read
from audit.refusals import NotFound
from audit.trail import Sought
from incidents import rules
from incidents.models import Glass, Ground, Outcome

MOST_LISTED = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadLine:
    """One look under it: when, through which door, which rows, which categories."""

    at: datetime
    via: str
    rows: tuple[str, ...]
    categories: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GlassPage:
    id: UUID
    incident: UUID
    incident_name: str
    owner: UUID
    owner_name: str
    agency_name: str
    member_name: str
    ground: str
    reason: str
    categories: tuple[str, ...]
    opened_at: datetime
    until: datetime
    open: bool
    review_due_at: datetime
    overdue: bool
    reviewed_at: datetime | None
    reviewer: str
    outcome: str
    finding: str
    looks: tuple[ReadLine, ...]
    may: frozenset[str]


@read
def glass(actor: Actor, pk: UUID) -> GlassPage:
    """One emergency look, for whoever made it and for the owner of what was opened."""
    mine = rules.discloses | rules.looked_in
    found = mine.scope(Glass.objects.filter(pk=pk), actor)
    row = found.select_related("owner", "agency", "incident").first()
    if row is None:
        raise NotFound
    _note(actor, row)
    return _page(actor, row)


@read
def glasses(actor: Actor) -> list[GlassPage]:
    """Every emergency look at the actor's agency's data, and every one by its people."""
    mine = rules.discloses | rules.looked_in
    found = mine.scope(Glass.objects.order_by("-opened_at"), actor)[:MOST_LISTED]
    return [glass(actor, pk) for pk in found.values_list("pk", flat=True)]


def _page(actor: Actor, row: Glass) -> GlassPage:
    now, ended = clock.now(), row.ended_at or row.until
    same = ("incident", "owner", "member_name", "reason", "opened_at", "review_due_at")
    reviewed = ("reviewed_at", "reviewer", "finding")
    return GlassPage(
        **{name: getattr(row, f"{name}_id", getattr(row, name)) for name in (*same, *reviewed)},
        id=row.pk,
        incident_name=row.incident.name,
        owner_name=row.owner.name,
        agency_name=row.agency.name,
        ground=str(Ground(row.ground).label),
        categories=tuple(f"{one}: {Category(one).label}" for one in row.categories),
        until=ended,
        open=ended > now,
        overdue=row.reviewed_at is None and row.review_due_at <= now,
        outcome=str(Outcome(row.outcome).label) if row.outcome else "",
        looks=_looks(row, ended),
        may=_may(actor, row, ended > now),
    )


def _note(actor: Actor, row: Glass) -> None:
    """Whoever is on the other side finds that it was looked at."""
    other = row.owner_id if row.agency_id == actor.agency_id else row.agency_id
    for owner in {other, row.incident.opened_by_id}:
        by = opened("between", "it is between your two agencies", Category.OWN)
        looks.current().shown(owner, f"glass:{row.pk}", by)


def _looks(row: Glass, ended: datetime) -> tuple[ReadLine, ...]:
    """All that the owner's log says they were shown at this incident in that time.

    It is the owner's log: to whoever looked, the database shows none of it.
    """
    sought = Sought(person=row.member_name, since=row.opened_at, until=ended)
    lines = trail.lines(streams.of_access(row.owner_id), sought).lines
    about = streams.of_incident(row.incident_id)
    return tuple(
        ReadLine(
            at=line.at,
            via=str(line.actor.get("via", "")),
            rows=tuple(line.fact["rows"]),
            categories=tuple(line.fact["categories"]),
        )
        for line in lines
        if not line.erased and line.fact.get("about") == about
    )


def _may(actor: Actor, row: Glass, is_open: bool) -> frozenset[str]:
    here = Glass.objects.filter(pk=row.pk)
    offered = {
        "mend": is_open and rules.may_mend_glass.scope(here, actor).exists(),
        "review": row.reviewed_at is None and rules.may_review_glass.scope(here, actor).exists(),
    }
    return frozenset(name for name, offers in offered.items() if offers)
