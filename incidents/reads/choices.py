"""What dialogs at an incident offer to choose from."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from agencies.models import Agency, Readiness, Resource
from agencies.rules import belongs
from audit.actors import Actor
from audit.reads import read
from incidents.lifecycle import FINAL, ParticipationStatus
from incidents.models import CommandSeat, Deployment, Participation
from incidents.reads.board import held_at, snapshot
from incidents.reads.ledger_images import fresh

MOST_OFFERED = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One thing to choose: what it is called, and what tells it from its namesakes."""

    id: UUID
    name: str
    more: str = ""


@read
def agencies_to_invite(actor: Actor, pk: UUID, *, name: str = "") -> list[Choice]:
    """Agencies of the directory that are neither at the incident nor invited."""
    held_at(actor, pk)
    there = Participation.objects.filter(
        incident=pk,
        agency=OuterRef("pk"),
        status__in=(ParticipationStatus.INVITED, ParticipationStatus.ACCEPTED),
    )
    found = Agency.objects.filter(~Exists(there)).filter(
        Q(name__icontains=name) | Q(code__istartswith=name)
    )
    return [
        Choice(id=agency.pk, name=agency.name, more=str(agency.get_discipline_display()))
        for agency in found.order_by("name")[:MOST_OFFERED]
    ]


@read
def agencies_there(actor: Actor, pk: UUID) -> list[Choice]:
    """Agencies at the incident that hold no command seat, for unified command."""
    held = held_at(actor, pk)
    seats = CommandSeat.objects.filter(
        incident=pk, agency=OuterRef("agency"), ended_at__isnull=True
    )
    places = Participation.objects.filter(
        ~Exists(seats), incident=pk, status=ParticipationStatus.ACCEPTED
    )
    shown = snapshot(actor, pk, held, 0, fresh(pk, *places)).of_kind("participation")
    found = [Choice(id=row["agency"], name=row["agency_name"]) for row in shown]
    return sorted(found, key=lambda choice: choice.name)


@read
def resources_to_commit(actor: Actor) -> list[Choice]:
    """One's own resources that are ready and at no incident."""
    busy = Deployment.objects.filter(resource=OuterRef("pk")).exclude(state__in=sorted(FINAL))
    own = belongs.scope(Resource.objects.filter(status=Readiness.AVAILABLE), actor)
    return [
        Choice(id=resource.pk, name=resource.call_sign, more=resource.home_base)
        for resource in own.filter(~Exists(busy)).order_by("call_sign")
    ]
