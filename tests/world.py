"""The people and agencies every test can count on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db import connection
from django.utils import timezone

from agencies.models import (
    Account,
    Agency,
    Agreement,
    Member,
    Resource,
    Seat,
    SeatKind,
)
from audit import walls
from audit.actors import Actor
from incidents.lifecycle import ParticipationStatus
from incidents.models import (
    CommandSeat,
    Division,
    DivisionKind,
    Handover,
    Incident,
    Mode,
    Participation,
    Role,
)
from tests.agreements import AMBULANCE as AMBULANCE
from tests.agreements import ENGINE as ENGINE
from tests.agreements import mutual_aid

PASSWORD = "correct horse battery staple"


@contextmanager
def seeding() -> Iterator[None]:
    """Arrange rows directly, as no code of the application may."""
    with walls.beyond("tests.seeding"), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('app.write', 'tests.seeding', true)")
        yield
        cursor.execute("SELECT set_config('app.write', '', true)")


def numbered(tail: str) -> str:
    """What Harbor County Fire calls an incident of this year, by the end of its number."""
    return f"HCF-{timezone.now().year}-{tail}"


@dataclass(frozen=True)
class World:
    harbor_fire: Agency  # leads the incident
    bay_ems: Agency  # is at the incident, and bound to Harbor County Fire by the agreement
    northfield: Agency  # a stranger to all of it
    ana: Actor  # commands for Harbor County Fire
    ben: Actor  # her captain, to whom command is offered
    dora: Actor  # dispatches, administers and signs for Harbor County Fire
    cleo: Actor  # the medic from Bay City EMS
    dev: Actor  # dispatches, administers, signs and audits for Bay City EMS
    ivy: Actor  # seated everywhere, at Northfield Power: a stranger
    fire: Incident
    seat: CommandSeat
    offer_to_ben: Handover
    division: Division
    staging: Division
    agreement: Agreement
    engines: tuple[Resource, ...]  # Harbor County Fire's
    ambulances: tuple[Resource, ...]  # Bay City EMS's


@cache
def hashed(password: str) -> str:
    """Hashing takes half a second on purpose; once is enough for all tests."""
    return make_password(password)


def member(agency: Agency, name: str, *seats: SeatKind, title: str = "") -> Member:
    address = f"{name.split()[0].lower()}@{agency.code.lower()}.example"
    account = Account.objects.create(agency=agency, email=address, password=hashed(PASSWORD))
    person = Member.objects.create(agency=agency, account=account, name=name, title=title)
    for kind in seats:
        Seat.objects.create(member=person, kind=kind, since=timezone.now() - timedelta(days=1))
    return person


def actor(person: Member, **changes: Any) -> Actor:
    return Actor(
        member_id=person.pk,
        agency_id=person.agency_id,
        name=person.name,
        agency=person.agency.name,
        seats=frozenset(person.seats.values_list("kind", flat=True)),
        **{"proved_at": timezone.now()} | changes,
    )


def build() -> World:
    """Harbor County Fire and Bay City EMS fight a fire; Northfield knows nothing of it."""
    with seeding():
        return _built()


def _built() -> World:
    now = timezone.now()
    harbor = Agency.objects.create(
        code="HCF",
        name="Harbor County Fire",
        discipline="fire",
        jurisdiction="Harbor County",
    )
    bay = Agency.objects.create(
        code="BCE", name="Bay City EMS", discipline="ems", jurisdiction="Bay City"
    )
    northfield = Agency.objects.create(
        code="NPC",
        name="Northfield Power",
        discipline="utility",
        jurisdiction="Northfield",
    )
    ana = member(harbor, "Ana Lopes", SeatKind.COMMANDER, title="Battalion chief")
    ben = member(harbor, "Ben Okafor", SeatKind.COMMANDER, title="Captain")
    dora = member(harbor, "Dora Weiss", SeatKind.DISPATCHER, SeatKind.ADMIN, SeatKind.SIGNATORY)
    cleo = member(bay, "Cleo Marsh", SeatKind.COMMANDER, title="Medic supervisor")
    dev = member(
        bay,
        "Dev Rao",
        SeatKind.DISPATCHER,
        SeatKind.ADMIN,
        SeatKind.SIGNATORY,
        SeatKind.AUDITOR,
    )
    # Not counsel: what her agency is a party to would have to be reviewed before it is signed.
    ivy = member(northfield, "Ivy Stone", *(kind for kind in SeatKind if kind != SeatKind.COUNSEL))
    fire = Incident.objects.create(
        number=numbered("0001"),
        name="Pier 4 fire",
        kind="fire",
        mode=Mode.REAL_WORLD,
        place="Pier 4, Harbor Road",
        opened_by=harbor,
        opened_at=now - timedelta(minutes=40),
    )
    for agency, role in ((harbor, Role.LEAD), (bay, Role.ASSISTING)):
        Participation.objects.create(
            incident=fire,
            agency=agency,
            role=role,
            status=ParticipationStatus.ACCEPTED,
            invited_at=now - timedelta(minutes=39),
            joined_at=now - timedelta(minutes=38),
        )
    seat = CommandSeat.objects.create(
        incident=fire, agency=harbor, holder=ana, since=now - timedelta(minutes=40)
    )
    return World(
        harbor_fire=harbor,
        bay_ems=bay,
        northfield=northfield,
        ana=actor(ana),
        ben=actor(ben),
        dora=actor(dora),
        cleo=actor(cleo),
        dev=actor(dev),
        ivy=replace(actor(ivy), seats=frozenset(SeatKind)),
        fire=fire,
        seat=seat,
        offer_to_ben=Handover.objects.create(
            seat=seat,
            offered_by=ana,
            offered_to=ben,
            briefing="Wind from the east.",
            offered_at=now,
        ),
        division=Division.objects.create(
            incident=fire, made_by=harbor, kind=DivisionKind.DIVISION, name="A"
        ),
        staging=Division.objects.create(
            incident=fire,
            made_by=harbor,
            kind=DivisionKind.STAGING_AREA,
            name="North lot",
        ),
        agreement=mutual_aid(harbor, bay),
        engines=tuple(resource(harbor, f"E{n}", ENGINE, 1, 4) for n in (1, 2)),
        ambulances=tuple(resource(bay, f"M{n}", AMBULANCE, None, 2) for n in (21, 22, 23)),
    )


def resource(agency: Agency, call_sign: str, kind: str, type_: int | None, people: int) -> Resource:
    return Resource.objects.create(
        agency=agency, call_sign=call_sign, kind=kind, type=type_, personnel=people
    )
