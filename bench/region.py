"""Whom measurements need: six agencies at each incident, and a member for each socket."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db import connection
from django.utils import timezone

from agencies.admission import TOKEN_PREFIX, digest_of
from agencies.models import (
    Account,
    Agency,
    ApiToken,
    BoundTo,
    Member,
    Scope,
    Seat,
    SeatKind,
    Sitting,
)
from agencies.sharing import SHEETS
from agencies.sittings import SITTING
from audit import walls
from audit.actors import Actor
from audit.canonical import dumps
from audit.streams import of_incident
from incidents.lifecycle import ParticipationStatus
from incidents.models import Incident, Mode, Participation, Role

AGENCIES = 6
BATCH = 500


@contextmanager
def seeding() -> Iterator[None]:
    """Lay out rows directly, as no code of the application may."""
    with walls.beyond("bench.seeding"), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('app.write', 'bench.seeding', true)")
        yield
        cursor.execute("SELECT set_config('app.write', '', true)")


@dataclass(frozen=True)
class Region:
    agencies: list[Agency]
    members: list[Member]
    incidents: list[Incident]

    @property
    def incident(self) -> Incident:
        return self.incidents[0]

    @property
    def writer(self) -> Actor:
        """A dispatcher of the agency that leads."""
        return actor(self.members[0])

    @cached_property
    def cookies(self) -> tuple[str, ...]:
        """One signed-in browser for each member, as a header line."""
        sessions = [_session(member) for member in self.members]
        Session.objects.bulk_create(sessions, batch_size=BATCH)
        name = settings.SESSION_COOKIE_NAME
        return tuple(f"Cookie: {name}={session.session_key}" for session in sessions)

    @cached_property
    def bearers(self) -> tuple[str, ...]:
        """One token for each member, as a header line."""
        now = timezone.now()
        secrets = [f"{TOKEN_PREFIX}{member.pk.hex}" for member in self.members]
        with seeding():
            ApiToken.objects.bulk_create(
                ApiToken(
                    member=member,
                    name="bench",
                    digest=digest_of(secret),
                    issued_at=now,
                    expires_at=now + timedelta(days=1),
                    bound=BoundTo.EXERCISE,  # as its incidents are
                    scopes=[Scope.LOOK, Scope.INCIDENTS, Scope.REQUESTS],
                )
                for member, secret in zip(self.members, secrets, strict=True)
            )
        return tuple(f"Authorization: Bearer {secret}" for secret in secrets)


def build(members: int, incidents: int = 1) -> Region:
    """A region of its own: measurements do not share one."""
    with seeding():
        agencies = [_agency(number) for number in range(AGENCIES)]
        people = _people(agencies, members)
        there = [_incident(agencies, number) for number in range(incidents)]
    return Region(agencies, people, there)


def actor(member: Member) -> Actor:
    return Actor(
        member_id=member.pk,
        agency_id=member.agency_id,
        name=member.name,
        agency=member.agency.name,
        seats=frozenset({SeatKind.DISPATCHER}),
    )


def fill_board(region: Region, incident: Incident, **rows_of: int) -> None:
    """Give a board so many rows of each kind, as wide as their sheets are, from all agencies."""
    images = {
        f"{kind}:{uuid.uuid4()}": _row(kind, region.agencies[number % AGENCIES], number)
        for kind, count in rows_of.items()
        for number in range(count)
    }
    append([line(of_incident(incident.pk), images)])


def fill_ledger(stream: str, entries: int) -> None:
    """Write so many lines at the end of a stream, in few statements."""
    one = line(stream, {})
    for begun in range(0, entries, BATCH):
        append([one] * min(BATCH, entries - begun))


def append(lines: list[dict[str, Any]]) -> None:
    with walls.beyond("bench.seeding"), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM audit_append(%s::jsonb, NULL, NULL)", [
            dumps(lines).decode()
        ])  # fmt: skip


def line(stream: str, images: dict[str, Any]) -> dict[str, Any]:
    said = {"note": uuid.uuid4(), "category": "OPS", "incident": uuid.uuid4()}
    who = {"member_id": uuid.uuid4(), "agency_id": uuid.uuid4(), "name": "Ana Lopes"}
    body = {"actor": who, "because": "your agency is at this incident", "fact": said}
    return {
        "stream": stream,
        "place": 0,
        "kind": "incidents.note_written",
        "agency": None,
        "member": None,
        "body": dumps(body).decode(),
        "images": dumps(images).decode(),
    }


def _row(kind: str, owner: Agency, number: int) -> dict[str, Any]:
    fields = {name: f"{name} {number}" for name in SHEETS["incident", kind].fields}
    return fields | {"owner": owner.pk, "version": 1, "category": "OPS"}


def _agency(number: int) -> Agency:
    code = f"B{uuid.uuid4().hex[:6].upper()}"
    return Agency.objects.create(
        code=code, name=f"Agency {number} {code}", discipline="fire", jurisdiction="Harbor County"
    )


def _people(agencies: list[Agency], members: int) -> list[Member]:
    accounts = [
        Account(email=f"{uuid.uuid4().hex}@example.org", agency=agencies[number % len(agencies)])
        for number in range(members)
    ]
    for account in accounts:
        account.set_unusable_password()
    people = [
        Member(agency=agencies[number % len(agencies)], account=account, name=f"Member {number}")
        for number, account in enumerate(accounts)
    ]
    since = timezone.now() - timedelta(hours=1)
    Account.objects.bulk_create(accounts, batch_size=BATCH)
    Member.objects.bulk_create(people, batch_size=BATCH)
    Seat.objects.bulk_create(
        [Seat(member=member, kind=SeatKind.DISPATCHER, since=since) for member in people],
        batch_size=BATCH,
    )
    return people


def _incident(agencies: list[Agency], number: int) -> Incident:
    now = timezone.now()
    incident = Incident.objects.create(
        number=f"{agencies[0].code}-{number}",
        name=f"Fire {number}",
        kind="fire",
        mode=Mode.EXERCISE,
        place="Pier 4",
        opened_by=agencies[0],
        opened_at=now,
    )
    Participation.objects.bulk_create(
        Participation(
            incident=incident,
            agency=agency,
            role=Role.ASSISTING if place else Role.LEAD,
            status=ParticipationStatus.ACCEPTED,
            invited_at=now,
            joined_at=now,
        )
        for place, agency in enumerate(agencies)
    )
    return incident


def _sitting() -> str:
    """Whoever follows is there, and touched their device a moment ago."""
    now = timezone.now()
    return str(Sitting.objects.create(begun_at=now, active_at=now).pk)


def _session(member: Member) -> Session:
    account = member.account
    store = SessionStore()
    key = store._get_new_session_key()  # type: ignore[attr-defined]
    said = {
        SESSION_KEY: str(account.pk),
        BACKEND_SESSION_KEY: settings.AUTHENTICATION_BACKENDS[0],
        HASH_SESSION_KEY: account.get_session_auth_hash(),
        SITTING: _sitting(),
    }
    return Session(
        session_key=key,
        session_data=store.encode(said),
        expire_date=timezone.now() + timedelta(hours=1),
    )
