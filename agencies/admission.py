"""Who is knocking: from an account, a token or a session to an actor in their seats.

Asked at every request, every socket and every few seconds while a socket is
open, so that a right that ended a moment ago is gone now.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import connection
from django.db.models import Q, QuerySet
from django.db.models.functions import Now
from django.utils.crypto import constant_time_compare

from agencies.models import Account, Scope, Seat
from agencies.sessions import could_be_ours, owes_second_factor
from agencies.shown_tokens import HELD, NOWHERE, TOKENS, address, within
from audit import trips, walls
from audit.actors import Actor

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
        SELECT c.kind FROM agencies_clearance c WHERE c.member_id = m.id AND {cleared})
    FROM agencies_member m
    JOIN agencies_account a ON a.id = m.account_id
    JOIN agencies_agency g ON g.id = m.agency_id
    {by} WHERE m.suspended_at IS NULL AND a.is_active AND {these}
"""
CLEARED = """c.ended_at IS NULL AND c.since <= statement_timestamp()
        AND (c.until IS NULL OR c.until > statement_timestamp())"""
ACTORS = ASKED.format(by="", these="m.account_id = ANY(%s)", cleared=CLEARED)
HOLDER = HELD + ASKED.format(
    by="JOIN holder h ON h.member_id = m.id", these="true", cleared=CLEARED
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


@dataclass(frozen=True, slots=True)
class Knock:
    """What somebody shows at the door of a socket: a session, a token, or nothing."""

    session: str = ""
    token: str = ""
    origin: str = ""


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
    found = _asked(question, asked)
    return {
        account: Actor(
            member_id=member,
            agency_id=agency,
            name=name,
            agency=agency_name,
            seats=frozenset(seats),
            clearances=frozenset(clearances),
            via=via,
            time_zone=zone,
        )
        for account, member, agency, name, agency_name, zone, seats, clearances in found
    }


def _asked(question: str, asked: Asked) -> list[tuple[Any, ...]]:
    """What is asked before it is known who asks, and told in the same trip."""
    with connection.cursor() as cursor:
        with trips.together(), walls.beyond_along(WHO):
            cursor.execute(question, asked if isinstance(asked, dict) else [asked])
        found: list[tuple[Any, ...]] = cursor.fetchall()
        return found


def admit_knocks(knocks: Collection[Knock]) -> dict[Knock, Actor]:
    """Everybody who knocked at one moment, by what they showed."""
    by_session = accounts_of_sessions({knock.session for knock in knocks if knock.session})
    by_token = accounts_of_tokens([knock for knock in knocks if knock.token])
    accounts = {
        knock: by_token.get(knock) if knock.token else by_session.get(knock.session)
        for knock in knocks
    }
    actors = admit_all({account for account in accounts.values() if account}, via="live")
    return {
        knock: actors[account]
        for knock, account in accounts.items()
        if account is not None and account in actors
    }


def accounts_of_sessions(keys: Collection[str]) -> dict[str, UUID]:
    """Who is signed in with these sessions, under the password that they have now."""
    asked = filter(could_be_ours, keys)
    rows = Session.objects.filter(session_key__in=list(asked), expire_date__gt=Now())
    said = {row.session_key: row.get_decoded() for row in rows}
    claimed = {
        key: session[SESSION_KEY]
        for key, session in said.items()
        if SESSION_KEY in session and not owes_second_factor(session)
    }
    accounts = {
        str(account.pk): account for account in Account.objects.filter(pk__in=claimed.values())
    }
    return {
        key: accounts[pk].pk
        for key, pk in claimed.items()
        if pk in accounts and _holds(said[key], accounts[pk])
    }


def _holds(session: Mapping[str, Any], account: Account) -> bool:
    """A session ends with the password that it was begun with."""
    own = (account.get_session_auth_hash(), *account.get_session_auth_fallback_hash())
    shown = str(session.get(HASH_SESSION_KEY, ""))
    return any(constant_time_compare(shown, one) for one in own)


def open_seats() -> QuerySet[Seat]:
    """Seats that are held now."""
    return Seat.objects.filter(Q(until__isnull=True) | Q(until__gt=Now()), since__lte=Now())


def accounts_of_tokens(knocks: Collection[Knock]) -> dict[Knock, UUID]:
    """Whose tokens these are, those that may still be used, and from where they are shown."""
    digests = {
        knock: digest_of(knock.token) for knock in knocks if knock.token.startswith(TOKEN_PREFIX)
    }
    if not digests:
        return {}
    rows = _asked(TOKENS, {"digests": list(set(digests.values()))})
    held = {digest: row for row in rows for digest in row[:2] if digest}
    return {
        knock: held[digest][2]
        for knock, digest in digests.items()
        if digest in held and within(knock.origin, held[digest][3])
    }


def digest_of(secret: str) -> str:
    """What is kept of a token: enough to recognize it, not enough to use it."""
    return sha256(secret.encode()).hexdigest()


def standing(members: Collection[UUID]) -> dict[UUID, Standing]:
    """How each of these members stands now. Who may not act any more is missing."""
    found = {
        member: Standing(name, sessions, frozenset(seats), until, frozenset(cleared))
        for member, name, sessions, seats, until, cleared in _asked(STANDING, list(members))
    }
    if others := [member for member in members if member not in found]:
        for guests in GUESTS_STANDING:
            found |= guests(others)
    return found
