"""Seats that nobody holds, and the commanders of whom one could take them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from agencies.grants import Grants
from agencies.models import Member
from audit import walls
from audit.actors import Actor
from audit.reads import read
from incidents.models import CommandSeat
from incidents.reads import ledger_images
from incidents.reads.board import held_at, snapshot
from incidents.reads.choices import Choice
from incidents.takers import BESIDE, fillers


@dataclass(frozen=True, slots=True, kw_only=True)
class Taker:
    """Somebody to whom command may be offered, or who may take it where nobody holds it."""

    id: UUID
    name: str
    title: str
    agency_name: str
    agency_phone: str


@read
def empty_seats(actor: Actor, pk: UUID) -> list[Choice]:
    """The incident's seats that nobody holds."""
    held = held_at(actor, pk)
    empty = CommandSeat.objects.filter(incident=pk, holder__isnull=True, ended_at__isnull=True)
    shown = snapshot(actor, pk, held, 0, ledger_images.fresh(pk, *empty))
    return [Choice(id=UUID(row["id"]), name=row["agency_name"]) for row in shown.of_kind("seat")]


@read
def possible_fillers(actor: Actor, pk: UUID) -> list[Taker]:
    """Who may take an empty seat: for whoever sees that it is empty, and may only call them."""
    held = held_at(actor, pk)
    return shown_as_takers(actor, pk, held, fillers(pk))


def shown_as_takers(
    actor: Actor, incident: UUID, held: Grants, found: QuerySet[Member]
) -> list[Taker]:
    """Members through the sheet of those who may take command."""
    with walls.beyond(BESIDE):
        members = list(found.select_related("agency").order_by("agency__name", "name"))
    images = [(f"taker:{member.pk}", _painted(member), 0) for member in members]
    shown = snapshot(actor, incident, held, 0, images).of_kind("taker")
    return [
        Taker(
            id=UUID(one["id"]),
            name=one["name"],
            title=one["title"],
            agency_name=one["agency_name"],
            agency_phone=one["agency_phone"],
        )
        for one in shown
    ]


def _painted(member: Member) -> dict[str, Any]:
    return {
        "owner": member.agency_id,
        "version": member.version,
        "name": member.name,
        "title": member.title,
        "agency_name": member.agency.name,
        "agency_phone": member.agency.phone,
    }
