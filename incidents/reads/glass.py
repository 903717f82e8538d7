"""Emergency looks: what was opened, by whom, why, what they read, and what the review found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from agencies.categories import Category
from agencies.reads.look_lines import look_lines
from audit import clock, looks, streams, trail
from audit.actors import Actor
from audit.openings import opened
from audit.reads import read
from audit.refusals import NotFound
from audit.trail import Line, Sought
from incidents import rules
from incidents.models import Glass, Ground, Outcome

MOST_LISTED = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadLine:
    """One look under it: when, through which door, at which rows, in words, which categories."""

    at: datetime
    via: str
    rows: tuple[str, ...]
    said: str
    categories: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GlassEntry:
    """An emergency look as a list has it."""

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
    may: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class GlassPage(GlassEntry):
    """An emergency look with all that was looked at under it, newest first."""

    looks: tuple[ReadLine, ...]


@read
def glass(actor: Actor, pk: UUID) -> GlassPage:
    """One emergency look, for whoever made it and for the owner of what was opened."""
    mine = rules.discloses | rules.looked_in
    found = mine.scope(Glass.objects.filter(pk=pk), actor)
    row = found.select_related("owner", "agency", "incident").first()
    if row is None:
        raise NotFound
    _note(actor, row)
    return GlassPage(**_entry(actor, row), looks=_looks(actor, row))


@read
def glasses(actor: Actor) -> list[GlassEntry]:
    """Every emergency look at the actor's agency's data, and every one by its people."""
    mine = rules.discloses | rules.looked_in
    found = mine.scope(Glass.objects.order_by("-opened_at"), actor)
    rows = list(found.select_related("owner", "agency", "incident")[:MOST_LISTED])
    for row in rows:
        _note(actor, row)
    return [GlassEntry(**_entry(actor, row)) for row in rows]


def _entry(actor: Actor, row: Glass) -> dict[str, Any]:
    now, ended = clock.now(), _ended(row)
    same = ("incident", "owner", "member_name", "reason", "opened_at", "review_due_at")
    reviewed = ("reviewed_at", "reviewer", "finding")
    return {name: getattr(row, f"{name}_id", getattr(row, name)) for name in (*same, *reviewed)} | {
        "id": row.pk,
        "incident_name": row.incident.name,
        "owner_name": row.owner.name,
        "agency_name": row.agency.name,
        "ground": str(Ground(row.ground).label),
        "categories": tuple(f"{one}: {Category(one).label}" for one in row.categories),
        "until": ended,
        "open": ended > now,
        "overdue": row.reviewed_at is None and row.review_due_at <= now,
        "outcome": str(Outcome(row.outcome).label) if row.outcome else "",
        "may": _may(actor, row, ended > now),
    }


def _ended(row: Glass) -> datetime:
    return row.ended_at or row.until


def _note(actor: Actor, row: Glass) -> None:
    """Whoever is on the other side finds that it was looked at."""
    other = row.owner_id if row.agency_id == actor.agency_id else row.agency_id
    for owner in {other, row.incident.opened_by_id}:
        by = opened("between", "it is between your two agencies", Category.OWN)
        looks.current().shown(owner, f"glass:{row.pk}", by)


def _looks(actor: Actor, row: Glass) -> tuple[ReadLine, ...]:
    """All that the owner's log says they were shown at this incident in that time.

    It is the owner's log: to whoever looked, the database shows none of it.
    """
    stream = streams.of_access(row.owner_id)
    sought = Sought(
        person=row.member_name,
        agency=row.agency_id,
        about=streams.of_incident(row.incident_id),
        since=row.opened_at,
        until=_ended(row),
    )
    found = trail.every_line(stream, sought, trail.head(stream))
    theirs = tuple(line for line in found if not line.erased and row.member_name in _people(line))
    return tuple(
        ReadLine(
            at=line.at,
            via=str(line.actor.get("via", "")),
            rows=tuple(line.fact["rows"]),
            said=line.records,
            categories=tuple(line.fact["categories"]),
        )
        for line in look_lines(actor, theirs)
    )


def _people(line: Line) -> tuple[str, ...]:
    """Who was shown it: whoever asked, and all who were there when a frame went out."""
    return (line.actor.get("name", ""), *line.fact.get("members", ()))


def _may(actor: Actor, row: Glass, is_open: bool) -> frozenset[str]:
    here = Glass.objects.filter(pk=row.pk)
    offered = {
        "mend": is_open and rules.may_mend_glass.scope(here, actor).exists(),
        "review": row.reviewed_at is None and rules.may_review_glass.scope(here, actor).exists(),
    }
    return frozenset(name for name, offers in offered.items() if offers)
