"""Who knocks at the door of a socket: from a session or a token to an actor, all at one moment."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final
from uuid import UUID

from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.models import Session
from django.db.models.functions import Now
from django.utils.crypto import constant_time_compare

from agencies.admission import TOKEN_PREFIX, admit_all, asked_at_the_door, digest_of
from agencies.models import Account
from agencies.sessions import could_be_ours, owes_second_factor
from agencies.shown_tokens import TOKENS, within
from agencies.sittings import open_of, sitting_of
from audit.actors import Actor


@dataclass(frozen=True, slots=True)
class Knock:
    """What somebody shows at the door of a socket: a session, a token, or nothing."""

    session: str = ""
    token: str = ""
    origin: str = ""


class Locked:
    """Who knocks at a device that is locked."""


LOCKED: Final = Locked()


@dataclass(frozen=True, slots=True)
class ShownToken:
    """Whose token somebody shows, and what it is for."""

    account: UUID
    bound: str


Admitted = dict[Knock, Actor | Locked]


def admit_knocks(knocks: Collection[Knock]) -> Admitted:
    """Everybody who knocked at one moment, by what they showed; who is locked, as locked."""
    by_session = accounts_of_sessions({knock.session for knock in knocks if knock.session})
    shown = shown_tokens([knock for knock in knocks if knock.token])
    by_token = {knock: token.account for knock, token in shown.items()}
    accounts: dict[Knock, UUID | Locked | None] = {
        knock: by_token.get(knock) if knock.token else by_session.get(knock.session)
        for knock in knocks
    }
    asked = {account for account in accounts.values() if isinstance(account, UUID)}
    actors: dict[Any, Actor | Locked] = {**admit_all(asked, via="live"), LOCKED: LOCKED}
    admitted = {knock: actors[one] for knock, one in accounts.items() if one in actors}
    return {knock: _bound(who, shown.get(knock)) for knock, who in admitted.items()}


def _bound(who: Actor | Locked, token: ShownToken | None) -> Actor | Locked:
    return replace(who, bound=token.bound) if token and isinstance(who, Actor) else who


def accounts_of_sessions(keys: Collection[str]) -> dict[str, UUID | Locked]:
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
    held = {
        key: accounts[pk].pk
        for key, pk in claimed.items()
        if pk in accounts and _holds(said[key], accounts[pk])
    }
    sittings = {key: sitting_of(said[key]) for key in held}
    unlocked = open_of({one: held[key] for key, one in sittings.items() if one})
    return {key: pk if sittings[key] in unlocked else LOCKED for key, pk in held.items()}


def _holds(session: Mapping[str, Any], account: Account) -> bool:
    """A session ends with the password that it was begun with."""
    own = (account.get_session_auth_hash(), *account.get_session_auth_fallback_hash())
    shown = str(session.get(HASH_SESSION_KEY, ""))
    return any(constant_time_compare(shown, one) for one in own)


def shown_tokens(knocks: Collection[Knock]) -> dict[Knock, ShownToken]:
    """Whose tokens these are, those that may still be used, and from where they are shown."""
    digests = {
        knock: digest_of(knock.token) for knock in knocks if knock.token.startswith(TOKEN_PREFIX)
    }
    if not digests:
        return {}
    rows = asked_at_the_door(TOKENS, {"digests": list(set(digests.values()))})
    held = {digest: row for row in rows for digest in row[:2] if digest}
    return {
        knock: ShownToken(held[digest][2], held[digest][3])
        for knock, digest in digests.items()
        if digest in held and within(knock.origin, held[digest][4])
    }
