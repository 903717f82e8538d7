"""Whom Harbor County Fire may ask for ambulances: two neighbors, then the county beyond."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import F
from django.utils import timezone

from agencies.models import (
    Agency,
    Agreement,
    Priority,
    Resource,
    SeatKind,
    Tier,
)
from audit.actors import Actor
from audit.models import Entry, Image
from audit.streams import of_incident
from mutualaid import writes
from mutualaid.facts import RequestSubmitted
from mutualaid.models import OrderLine, ResourceRequest, Rung, Solicitation
from mutualaid.tasks import climb_due, remind_due
from mutualaid.writes import LineWanted
from tests.agreements import about, mutual_aid
from tests.world import AMBULANCE, World, actor, member, resource, seeding

# A test is one transaction, and all that it asks is asked at the same moment.
BY_TIME = ("asked_at", "rung__position")


@dataclass(frozen=True)
class Region:
    world: World
    eastport: Agency  # a neighbor, like Bay City EMS
    valley: Agency  # a tier further out
    eli: Actor  # dispatches for Eastport Fire
    vera: Actor  # dispatches for Valley County EMS
    eastport_ambulances: tuple[Resource, ...]
    valley_ambulances: tuple[Resource, ...]
    with_eastport: Agreement
    with_valley: Agreement

    @property
    def dora(self) -> Actor:
        """Dispatches for the requester, Harbor County Fire."""
        return self.world.dora

    @property
    def dev(self) -> Actor:
        """Dispatches for the nearest neighbor, Bay City EMS."""
        return self.world.dev


def build(world: World) -> Region:
    with seeding():
        eastport = Agency.objects.create(
            code="EPF", name="Eastport Fire", discipline="fire", jurisdiction="Eastport"
        )
        valley = Agency.objects.create(
            code="VCE", name="Valley County EMS", discipline="ems", jurisdiction="Valley County"
        )
        return Region(
            world=world,
            eastport=eastport,
            valley=valley,
            eli=actor(member(eastport, "Eli Brandt", SeatKind.DISPATCHER)),
            vera=actor(member(valley, "Vera Quist", SeatKind.DISPATCHER)),
            eastport_ambulances=ambulances(eastport, "EM1", "EM2"),
            valley_ambulances=ambulances(valley, "V7", "V8", "V9"),
            with_eastport=mutual_aid(world.harbor_fire, eastport),
            with_valley=mutual_aid(world.harbor_fire, valley, tier=Tier.REGIONAL),
        )


def promise(
    requester: Agency,
    giver: Agency,
    *,
    tier: Tier = Tier.LOCAL,
    minutes: int | None = None,
    most: int = 3,
) -> Agreement:
    """An agreement about ambulances alone, with a time to answer or without one."""
    within = None if minutes is None else (Priority.EMERGENCY, timedelta(minutes=minutes))
    return about(AMBULANCE, requester, giver, tier=tier, within=within, most=most)


def ended(agreement: Agreement) -> None:
    """The agreement is in force no longer."""
    with seeding():
        Agreement.objects.filter(pk=agreement.pk).update(terminated_at=timezone.now())


def ambulances(agency: Agency, *call_signs: str) -> tuple[Resource, ...]:
    return tuple(resource(agency, sign, AMBULANCE, None, 2) for sign in call_signs)


def submitted(region: Region, quantity: int = 2, **changes: Any) -> OrderLine:
    """A request by Dora for ambulances at the pier, and its first line."""
    inputs: dict[str, Any] = {
        "priority": "emergency",
        "needed_by": timezone.now() + timedelta(hours=1),
        "deliver_to": "North lot",
        "lines": (LineWanted(kind=AMBULANCE, quantity=quantity),),
    }
    told = writes.submit_request(region.dora, region.world.fire.pk, **(inputs | changes))
    assert isinstance(told[0], RequestSubmitted)
    return OrderLine.objects.select_related("request").get(pk=told[0].lines[0])


def ask(line: OrderLine, agency: Agency) -> Solicitation:
    """The newest solicitation of an agency for a line."""
    return Solicitation.objects.filter(line=line, agency=agency).latest(*BY_TIME)


def offered(by: Actor, line: OrderLine, resources: Sequence[Resource], **more: Any) -> Solicitation:
    """What somebody has just offered."""
    one = Solicitation.objects.filter(line=line, agency=by.agency_id).latest(*BY_TIME)
    writes.offer(by, one.pk, resources=[each.pk for each in resources], **more)
    one.refresh_from_db()
    return one


def accepted(region: Region, line: OrderLine, by: Actor, those: Sequence[Resource]) -> Solicitation:
    """What somebody offered and Dora has taken."""
    one = offered(by, line, those)
    writes.accept_offer(region.dora, one.pk)
    one.refresh_from_db()
    return one


def time_passes(line: OrderLine, **how_long: float) -> None:
    """Let time pass for a line's ladder, by moving its times back."""
    gone = timedelta(**how_long)
    with seeding():
        Rung.objects.filter(line=line, asked_at__isnull=False).update(
            asked_at=F("asked_at") - gone,
            remind_at=F("remind_at") - gone,
            due_at=F("due_at") - gone,
        )
        Solicitation.objects.filter(line=line).update(
            asked_at=F("asked_at") - gone, due_at=F("due_at") - gone
        )
        ResourceRequest.objects.filter(lines=line, held_at__isnull=False).update(
            held_at=F("held_at") - gone
        )


def offer_runs_out(one: Solicitation) -> None:
    """The moment passes until which an offer held. Nobody has swept it yet."""
    with seeding():
        Solicitation.objects.filter(pk=one.pk).update(
            valid_until=timezone.now() - timedelta(minutes=1)
        )
    one.refresh_from_db()


def lapse(line: OrderLine) -> None:
    """The time to answer passes, and a sweeper comes by."""
    time_passes(line, minutes=6)
    remind_due()
    climb_due()


def statuses(line: OrderLine) -> dict[str, str]:
    """Who stands how, by name of the agency."""
    rows = Solicitation.objects.filter(line=line).order_by(*BY_TIME)
    return dict(rows.values_list("agency__name", "status"))


def ladder_of(line: OrderLine) -> list[tuple[int, str]]:
    rungs = Rung.objects.filter(line=line).order_by("position")
    return list(rungs.values_list("tier", "status"))


def first_rung(line: OrderLine) -> Rung:
    return Rung.objects.get(line=line, position=1)


def due(rung: Rung) -> datetime:
    """Until when a rung that was asked may answer."""
    assert rung.due_at is not None
    return rung.due_at


def minutes(rung: Rung) -> tuple[float, float]:
    """How long after the asking somebody is reminded, and how long until time is up."""
    assert rung.asked_at is not None
    assert rung.remind_at is not None
    first, whole = rung.remind_at - rung.asked_at, due(rung) - rung.asked_at
    return first.total_seconds() / 60, whole.total_seconds() / 60


def in_inbox(one: Solicitation) -> dict[str, Any] | None:
    """An ask as the live inbox of the asked agency shows it."""
    row: dict[str, Any] | None = Image.objects.get(key=f"ask:{one.pk}").row
    return row


def fresh(line: OrderLine) -> OrderLine:
    return OrderLine.objects.select_related("request").get(pk=line.pk)


def named(one: Solicitation) -> set[UUID]:
    return set(one.named.filter(accepted=True).values_list("resource_id", flat=True))


def kinds_told(region: Region) -> list[str]:
    """What the ledger of the fire was told, in order."""
    entries = Entry.objects.filter(stream=of_incident(region.world.fire.pk)).order_by("seq")
    return list(entries.values_list("kind", flat=True))
