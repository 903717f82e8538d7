"""Who knocks at the entrance, and how long they must wait before they may try again."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.utils.crypto import salted_hmac

from agencies import factors
from agencies.factors import Kind
from agencies.models import Account
from audit import clock, security, walls
from audit.actors import Actor
from audit.reads import read

TRIED: Final = "sign-in"
PROVED: Final = "prove-again"
WRONG: Final = "wrong_password"
MOST: Final = 5  # CJIS AC-7: five in fifteen minutes
WINDOW: Final = timedelta(minutes=15)
KNOCKED: Final = "who signs in is nobody yet"


def mark_of(email: str) -> str:
    """What the security log keeps of an address that somebody typed.

    Not the address: people type their password into that field, too.
    """
    typed = email.strip().lower()
    return salted_hmac("agencies.entrance", typed, algorithm="sha256").hexdigest()[:40]


@read
def knocker(actor: Actor, email: str, origin: str) -> Actor:
    """Nobody yet; but if the account is known, its agency's auditors shall hear of the attempt."""
    with walls.beyond(KNOCKED):
        found = Account.objects.filter(email__iexact=email.strip())
        account = found.select_related("member__agency").first()
        member = getattr(account, "member", None)
    return Actor(
        member_id=None,
        agency_id=member.agency_id if member else None,
        name=account.email if account else "an unknown account",
        agency=member.agency.name if member else "",
        via=actor.via,
        origin=origin,
    )


@read
def wait(actor: Actor, email: str) -> timedelta:
    """How long until this account's password is looked at again; nothing when it may be now.

    Counted from the security log, since the last time that it was right, so there
    is no lock that anybody would have to lift, and waiting always helps (P25).
    """
    account = Account.objects.filter(email__iexact=email.strip()).first()
    since = clock.now() - WINDOW
    if account is not None and account.last_login is not None:
        since = max(since, account.last_login)
    with walls.beyond(KNOCKED):
        return _left(security.moments(tried=TRIED, subject=mark_of(email), code=WRONG, since=since))


@read
def has_more(actor: Actor, account: UUID) -> bool:
    """Whether this account has more to show than its password."""
    return factors.of_account(account, Kind.WEBAUTHN, Kind.TOTP).exists()


@read
def address_of(actor: Actor, account: UUID) -> str:
    """With what somebody signs in who has shown the password."""
    return Account.objects.values_list("email", flat=True).get(pk=account)


@read
def wait_to_prove(actor: Actor) -> timedelta:
    """How long until somebody in an open session may try again to prove that it is they."""
    since = clock.now() - WINDOW
    mark = str(actor.member_id)
    return _left(security.moments(tried=PROVED, subject=mark, code=WRONG, since=since))


def _left(failures: list[datetime]) -> timedelta:
    if len(failures) < MOST:
        return timedelta(0)
    return min(WINDOW, failures[MOST - 1] + WINDOW - clock.now())
