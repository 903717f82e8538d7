"""Guests: who looks on at an incident as somebody's guest, and what they are told of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from agencies.categories import Category
from audit import clock, looks, walls
from audit.actors import Actor
from audit.openings import opened
from audit.reads import read
from audit.refusals import NotFound
from incidents import rules
from incidents.models import Guest, GuestSeat, Tier
from incidents.reads import ledger_images
from incidents.reads.board import held_at, snapshot

LINKED = "who holds a guest's link is told what it leads to before they come in"


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestEntry:
    """A guest, and what whoever looks may do about the stay."""

    id: UUID
    name: str
    agency_name: str
    host_name: str
    seat_label: str
    tier: str
    tier_label: str
    reason: str
    invited_by: str
    invited_at: datetime
    came_at: datetime | None
    due_at: datetime
    ended_at: datetime | None
    here: bool
    may: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestLink:
    """What a link leads to: whose guest, at what, as what, and until when by the clock there."""

    guest: UUID
    account: UUID
    incident: UUID
    incident_name: str
    name: str
    host_name: str
    seat_label: str
    due_at: datetime
    time_zone: str


@read
def guests(actor: Actor, pk: UUID) -> list[GuestEntry]:
    """Everybody who is or was a guest at an incident, the last first."""
    held = held_at(actor, pk)
    there = Guest.objects.filter(incident=pk)
    shown = snapshot(actor, pk, held, 0, ledger_images.fresh(pk, *there)).of_kind("guest")
    may = _may(actor, pk)
    entries = [_entry(row, may) for row in shown]
    return sorted(entries, key=lambda one: one.invited_at, reverse=True)


@read
def guest_link(actor: Actor, digest: str) -> GuestLink:
    """Where a link leads that nobody has come in by yet."""
    with walls.beyond(LINKED):
        found = _staying().filter(digest=digest).first()
        if found is None:
            raise NotFound
        by = opened("guest", f"guest of {found.host.name}", Category.PUB)
        looks.current().leave(found.incident.opened_by_id, f"incident:{found.incident_id}", by)
        return _stay(found)


def _staying() -> Any:
    return Guest.objects.filter(
        ended_at__isnull=True, due_at__gt=clock.now(), incident__closed_at__isnull=True
    ).select_related("incident", "host")


def _stay(row: Guest) -> GuestLink:
    return GuestLink(
        guest=row.pk,
        account=row.account_id,
        incident=row.incident_id,
        incident_name=row.incident.name,
        name=row.name,
        host_name=row.host.name,
        seat_label=str(GuestSeat(row.seat).label),
        due_at=row.due_at,
        time_zone=row.incident.time_zone,
    )


def _entry(row: dict[str, Any], may: dict[UUID, frozenset[str]]) -> GuestEntry:
    pk = UUID(row["id"])
    here = row["ended_at"] is None and row["due_at"] > clock.now()
    same = ("name", "agency_name", "host_name", "tier", "reason", "invited_by", "invited_at")
    return GuestEntry(
        **{name: row[name] for name in (*same, "came_at", "due_at", "ended_at")},
        id=pk,
        seat_label=str(GuestSeat(row["seat"]).label),
        tier_label=str(Tier(row["tier"]).label),
        here=here,
        may=may.get(pk, frozenset()) if here else frozenset(),
    )


def _may(actor: Actor, incident: UUID) -> dict[UUID, frozenset[str]]:
    """What the actor may do about each guest there, asked once for all of them."""
    there = Guest.objects.filter(incident=incident)
    offers = {
        "end": rules.may_end_guest,
        "renew": rules.may_renew_guest_link,
        "widen": rules.may_widen_guest,
    }
    held: dict[UUID, set[str]] = defaultdict(set)
    for name, allowed in offers.items():
        for pk in allowed.scope(there, actor).values_list("pk", flat=True):
            held[pk].add(name)
    return {pk: frozenset(names) for pk, names in held.items()}
