"""Everybody who tries every door: each role, at each agency."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from django.test import Client
from django.utils import timezone

from agencies.admission import digest_of
from agencies.models import Account, Agency, ApiToken, BoundTo, Member, Scope, SeatKind
from incidents.lifecycle import ParticipationStatus
from incidents.models import Participation, Role
from tests.agreements import about
from tests.mutualaid.region import ended
from tests.world import AMBULANCE, World, member, seeding

SEATS: Final = {
    "v": (),
    "o": (SeatKind.DISPATCHER,),
    "c": (SeatKind.COMMANDER,),
    "a": (SeatKind.ADMIN,),
    "u": (SeatKind.AUDITOR,),
    "t": (SeatKind.DISPATCHER,),
    "x": (SeatKind.DISPATCHER,),
    "*": tuple(SeatKind),  # every seat at once, for whom the most doors open
}

TOKENS: Final = {
    "t": {},
    "x": {"bound": BoundTo.EXERCISE, "scopes": [Scope.LOOK, Scope.INCIDENTS, Scope.REQUESTS]},
}


@dataclass(frozen=True)
class Neighbors:
    """The agencies by what lies between them and Harbor County Fire."""

    agencies: dict[str, Agency]

    def visitor(self, relation: str, role: str) -> Client:
        """Somebody of this agency, in this role, at the door."""
        with seeding():
            person = member(
                self.agencies[relation], f"{role}{secrets.token_hex(4)} Tryer", *SEATS[role]
            )
        client = Client(raise_request_exception=False)
        if role in TOKENS:
            client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {_token(person, TOKENS[role])}"
        else:
            client.force_login(Account.objects.get(pk=person.account_id))
        return client


def neighbors(world: World) -> Neighbors:
    with seeding():
        eastport, quay, mill = (
            Agency.objects.create(code=code, name=name, discipline="fire", jurisdiction=name)
            for code, name in (("EPF", "Eastport"), ("QPA", "Quay Port"), ("OMF", "Old Mill"))
        )
        about(AMBULANCE, world.harbor_fire, eastport)
        for agency in (eastport, quay):
            Participation.objects.create(
                incident=world.fire,
                agency=agency,
                role=Role.COOPERATING,
                status=ParticipationStatus.ACCEPTED,
                invited_at=timezone.now(),
                joined_at=timezone.now(),
            )
        over = about(AMBULANCE, world.harbor_fire, mill)
    ended(over)
    return Neighbors(
        {
            "own": world.harbor_fire,
            "mou": world.bay_ems,
            "lacking": eastport,
            "none": quay,
            "ended": mill,
        }
    )


def outsiders(world: World) -> dict[str, Client]:
    """Those who get in nowhere: nobody, whose session ended, and who was suspended."""
    expired, revoked = Client(), Client()
    with seeding():
        people = [member(world.harbor_fire, f"{name} Gone", *SeatKind) for name in ("Ed", "Rey")]
    for client, person in zip((expired, revoked), people, strict=True):
        client.force_login(Account.objects.get(pk=person.account_id))
    expired.session.flush()
    with seeding():
        Member.objects.filter(pk=people[1].pk).update(suspended_at=timezone.now())
    return {"anonymous": Client(), "expired": expired, "revoked": revoked}


def _token(person: Member, bounds: dict[str, Any]) -> str:
    secret = f"muster_{secrets.token_urlsafe(32)}"
    now = timezone.now()
    with seeding():
        ApiToken.objects.create(
            member=person,
            name="Bridge",
            digest=digest_of(secret),
            issued_at=now,
            expires_at=now + timedelta(days=30),
            **bounds,
        )
    return secret


def answered(client: Client, method: str, address: str, **given: Any) -> Any:
    return getattr(client, method)(address, **given)
