"""Command: who may take it, what is offered to whom, and the briefing that goes with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from audit import walls
from audit.actors import Actor
from audit.reads import read
from audit.refusals import NotAllowed, NotFound
from incidents import acting, rules
from incidents.lifecycle import HandoverStatus
from incidents.models import CommandSeat, Handover
from incidents.reads import ledger_images
from incidents.reads.board import Snapshot, held_at, one, snapshot
from incidents.reads.seats import Taker, shown_as_takers
from incidents.takers import BESIDE, takers

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Command offered to somebody, with what they are to hear before they take it."""

    id: UUID
    seat: UUID
    incident: UUID
    incident_number: str
    incident_name: str
    mode: str
    agency_name: str
    to_member: UUID
    to_name: str
    from_name: str
    offered_at: datetime
    status: str
    briefing: str


@read
def command_offers(actor: Actor) -> list[Offer]:
    """What is offered to the actor, and waits for their answer."""
    found = _offers(actor).filter(status=HandoverStatus.OFFERED, offered_to=actor.member_id)
    return [_offer(actor, row) for row in found]


@read
def command_offer(actor: Actor, pk: UUID) -> Offer:
    """One offer, to those it concerns."""
    return _offer(actor, _found(actor, pk))


@read
def pending_offer(actor: Actor, seat: UUID) -> UUID | None:
    """The offer of a seat that waits for its answer, to those it concerns."""
    waiting = _offers(actor).filter(seat=seat, status=HandoverStatus.OFFERED)
    return waiting.values_list("pk", flat=True).first()


@read
def briefing(actor: Actor, pk: UUID) -> Snapshot:
    """The board as it stood when command was offered: the ICS 201 that goes with the offer."""
    handover = _found(actor, pk)
    incident = handover.seat.incident_id
    held = held_at(actor, incident)
    images = ledger_images.as_of(incident, handover.board_seq)
    return snapshot(actor, incident, held, handover.board_seq, images)


@read
def command_seat(actor: Actor, pk: UUID) -> dict[str, object]:
    """One command seat."""
    seat = _seat(actor, pk)
    return {"incident": seat.incident_id, **one(actor, seat.incident_id, "seat", seat)}


@read
def possible_commanders(actor: Actor, seat: UUID) -> list[Taker]:
    """To whom the actor, who holds the seat, may offer it."""
    row = _seat(actor, seat)
    if not rules.holds_seat.scope(CommandSeat.objects.filter(pk=seat), actor).exists():
        raise NotAllowed.unless(rules.holds_seat.because)
    held = held_at(actor, row.incident_id)
    found = takers(row, row.incident).exclude(pk=acting.member(actor))
    return shown_as_takers(actor, row.incident_id, held, found)


def _seat(actor: Actor, pk: UUID) -> CommandSeat:
    seen = rules.participates_there.scope(CommandSeat.objects.select_related("incident"), actor)
    seat = seen.filter(pk=pk, ended_at__isnull=True).first()
    if seat is None:
        raise NotFound
    return seat


def _offers(actor: Actor) -> QuerySet[Handover]:
    related = ("seat__incident", "seat__agency")
    return rules.party_to_handover.scope(Handover.objects.select_related(*related), actor)


def _found(actor: Actor, pk: UUID) -> Handover:
    handover = _offers(actor).filter(pk=pk).first()
    if handover is None:
        raise NotFound
    return handover


def _offer(actor: Actor, row: Handover) -> Offer:
    incident = one(actor, row.seat.incident_id, "incident", row.seat.incident)
    held = held_at(actor, row.seat.incident_id)
    images = [(f"offer:{row.pk}", _painted(row), 0)]
    (shown,) = snapshot(actor, row.seat.incident_id, held, 0, images).of_kind("offer")
    return Offer(
        id=row.pk,
        seat=shown["seat"],
        incident=incident["id"],
        incident_number=incident["number"],
        incident_name=incident["name"],
        mode=incident["mode"],
        agency_name=shown["agency_name"],
        to_member=shown["to_member"],
        to_name=shown["to_name"],
        from_name=shown["from_name"],
        offered_at=shown["offered_at"],
        status=shown["status"],
        briefing=shown["briefing"],
    )


def _painted(row: Handover) -> Row:
    with walls.beyond(BESIDE):
        by, to = row.offered_by, row.offered_to
    return {
        "owner": row.seat.agency_id,
        "version": row.version,
        "seat": row.seat_id,
        "agency_name": row.seat.agency.name,
        "to_member": row.offered_to_id,
        "to_name": to.name,
        "from_name": by.name if by else "",
        "offered_at": row.offered_at,
        "status": row.status,
        "briefing": row.briefing,
    }
