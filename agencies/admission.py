"""Who is knocking: from an account, a token or a session to an actor in their seats.

Asked at every request, every socket and every few seconds while a socket is
open, so that a right that ended a moment ago is gone now.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.contrib.sessions.backends.base import SessionBase
from django.db import connection
from django.db.models import Q, QuerySet
from django.db.models.functions import Now

from agencies.models import Account, Scope, Seat
from agencies.sessions import proved_at as proved_in
from agencies.shown_tokens import HELD, NOWHERE, address
from agencies.sittings import OPEN_HERE, lock_of, sitting_of
from audit import trips, walls
from audit.actors import Actor
from audit.refusals import Refusal

TOKEN_PREFIX = "muster_"
Asked = str | list[Any] | dict[str, Any]
WHO = "who is at the door is found before it is known whose they are"


def active() -> Q:
    """Members who may act at all."""
    return Q(suspended_at__isnull=True, account__is_active=True)


# The one question behind every request: it is asked as it stands here, because putting
# it together anew each time took longer than answering it.
ASKED = """
    SELECT m.account_id, m.id, m.agency_id, m.name, g.name, g.time_zone, ARRAY(
        SELECT s.kind FROM agencies_seat s
        WHERE s.member_id = m.id AND s.since <= statement_timestamp()
        AND (s.until IS NULL OR s.until > statement_timestamp())), ARRAY(
        SELECT c.kind FROM agencies_clearance c WHERE c.member_id = m.id AND {cleared}),
        {bound}, {open}
    FROM agencies_member m
    JOIN agencies_account a ON a.id = m.account_id
    JOIN agencies_agency g ON g.id = m.agency_id
    {by} WHERE m.suspended_at IS NULL AND a.is_active AND {these}
"""
CLEARED = """c.ended_at IS NULL AND c.since <= statement_timestamp()
        AND (c.until IS NULL OR c.until > statement_timestamp())"""
PERSON = {"by": "", "cleared": CLEARED, "bound": "''"}
ACTORS = ASKED.format(**PERSON, these="m.account_id = ANY(%s)", open="true")
HERE = ASKED.format(**PERSON, these="a.id = %(account)s", open=OPEN_HERE)
HOLDER = HELD + ASKED.format(
    by="JOIN holder h ON h.member_id = m.id",
    **{"these": "true", "cleared": CLEARED, "bound": "h.bound", "open": "true"},
)


STANDING = f"""
    SELECT m.id, m.name, a.sessions, array_remove(array_agg(s.kind), NULL), least(
            min(s.until), (SELECT min(c.until) FROM agencies_clearance c
                WHERE c.member_id = m.id AND {CLEARED})),
        ARRAY(SELECT c.kind FROM agencies_clearance c WHERE c.member_id = m.id AND {CLEARED})
    FROM agencies_member m
    JOIN agencies_account a ON a.id = m.account_id
    LEFT JOIN agencies_seat s ON s.member_id = m.id AND s.since <= statement_timestamp()
        AND (s.until IS NULL OR s.until > statement_timestamp())
    WHERE m.suspended_at IS NULL AND a.is_active AND m.id = ANY(%s)
    GROUP BY m.id, a.sessions
"""


@dataclass(frozen=True, slots=True)
class Standing:
    """What somebody whose socket is open is now, and until when that holds by itself."""

    name: str
    sessions: UUID
    seats: frozenset[str]
    until: datetime | None = None
    clearances: frozenset[str] = frozenset()


class DeviceLocked(Refusal):
    """This device is locked, as nobody has touched it for a while. Unlock it, then go on."""


# Who is at the door though they are nobody's member: by account, and by id. Registered from above.
GUESTS: list[Callable[[Collection[UUID]], dict[UUID, Actor]]] = []
GUESTS_STANDING: list[Callable[[Collection[UUID]], dict[UUID, Standing]]] = []
# The addresses, by name, that are there for guests. Every other answers as if it were not.
GUEST_DOORS: set[str] = set()


def admit(
    account: UUID,
    *,
    via: str,
    origin: str = "",
    key: str | None = None,
    proved_at: datetime | None = None,
) -> Actor | None:
    """The member whose account this is, with the seats they hold at this moment."""
    found = admit_all([account], via=via).get(account)
    return found and replace(found, origin=origin, key=key, proved_at=proved_at)


def admit_here(
    account: UUID,
    session: SessionBase,
    *,
    via: str,
    origin: str = "",
    key: str | None = None,
) -> Actor | None:
    """The same for who is signed in here; refused while this device is locked."""
    asked = {"account": account, "sitting": sitting_of(session)}
    found = asked_at_the_door(HERE, asked)
    if (found and not found[0][-1]) or (not found and lock_of(session).locked):
        raise DeviceLocked
    actor = _actor(found[0], via) if found else admit_all([account], via=via).get(account)
    return actor and replace(actor, origin=origin, key=key, proved_at=proved_in(session))


def admit_though_locked(
    account: UUID, session: SessionBase, *, via: str, origin: str = "", key: str | None = None
) -> Actor | None:
    """The same where the device may be locked: for what opens it, and says nothing else."""
    return admit(account, via=via, origin=origin, key=key, proved_at=proved_in(session))


def admit_holder(
    secret: str, *, via: str, origin: str = "", scope: str = Scope.LOOK
) -> tuple[Account, Actor] | None:
    """The account and the member whose token this is, if it may do this from there."""
    if not secret.startswith(TOKEN_PREFIX):
        return None
    digests = [digest_of(secret)]
    asked = {"digests": digests, "scope": str(scope), "origin": str(address(origin) or NOWHERE)}
    found = _actors(HOLDER, asked, via=via)
    admitted = ((Account(pk=pk), replace(actor, origin=origin)) for pk, actor in found.items())
    return next(admitted, None)


def admit_all(accounts: Collection[UUID], *, via: str) -> dict[UUID, Actor]:
    """The members of many accounts, in one question. Who may not act is missing.

    Accounts that are nobody's here may be those of guests, of whom an upper app knows.
    """
    found = _actors(ACTORS, list(accounts), via=via)
    if others := [account for account in accounts if account not in found]:
        for guests in GUESTS:
            found |= {account: replace(who, via=via) for account, who in guests(others).items()}
    return found


def _actors(question: str, asked: Asked, *, via: str) -> dict[UUID, Actor]:
    return {row[0]: _actor(row, via) for row in asked_at_the_door(question, asked)}


def _actor(row: tuple[Any, ...], via: str) -> Actor:
    _account, member, agency, name, agency_name, zone, seats, clearances, bound, _open = row
    return Actor(
        member_id=member,
        agency_id=agency,
        name=name,
        agency=agency_name,
        seats=frozenset(seats),
        clearances=frozenset(clearances),
        via=via,
        time_zone=zone,
        bound=bound,
    )


def asked_at_the_door(question: str, asked: Asked) -> list[tuple[Any, ...]]:
    """What is asked before it is known who asks, and told in the same trip."""
    with connection.cursor() as cursor:
        with trips.together(), walls.beyond_along(WHO):
            cursor.execute(question, asked if isinstance(asked, dict) else [asked])
        found: list[tuple[Any, ...]] = cursor.fetchall()
        return found


def open_seats() -> QuerySet[Seat]:
    """Seats that are held now."""
    return Seat.objects.filter(Q(until__isnull=True) | Q(until__gt=Now()), since__lte=Now())


def digest_of(secret: str) -> str:
    """What is kept of a token: enough to recognize it, not enough to use it."""
    return sha256(secret.encode()).hexdigest()


def standing(members: Collection[UUID]) -> dict[UUID, Standing]:
    """How each of these members stands now. Who may not act any more is missing."""
    found = {
        member: Standing(name, sessions, frozenset(seats), until, frozenset(cleared))
        for member, name, sessions, seats, until, cleared in asked_at_the_door(
            STANDING, list(members)
        )
    }
    if others := [member for member in members if member not in found]:
        for guests in GUESTS_STANDING:
            found |= guests(others)
    return found
