"""Who knocks at the entrance, and how long they must wait before they may try again."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.utils.crypto import salted_hmac

from agencies import factors, rules
from agencies.factors import Kind
from agencies.models import Account, Member
from audit import clock, security, walls
from audit.actors import Actor
from audit.reads import read

TRIED: Final = "sign-in"
PROVED: Final = "prove-again"
WRONG: Final = "wrong_password"
MOST: Final = 5  # CJIS AC-7: five in fifteen minutes
WINDOW: Final = timedelta(minutes=15)
LOCKED: Final = timedelta(minutes=30)
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
def wait(actor: Actor, email: str, device: str = "") -> timedelta:
    """How long until this account's password is looked at again; nothing when it may be now.

    Counted from the security log, since the last time that it was right or that an admin
    released it, and apart for a device that the account has used before: whoever knows an
    address locks it for devices like their own, and never for the commander's (P25).
    """
    account = Account.objects.filter(email__iexact=email.strip()).first()
    since = clock.now() - WINDOW - LOCKED
    for moment in (account.last_login, account.released_at) if account else ():
        since = max(since, moment or since)
    mark = mark_of(f"{email} {device}" if device else email)
    with walls.beyond(KNOCKED):
        return _left(security.moments(tried=TRIED, subject=mark, code=WRONG, since=since))


@read
def locked(actor: Actor) -> dict[UUID, datetime]:
    """Which colleagues' passwords are locked now for unknown devices, and until when."""
    since = clock.now() - WINDOW - LOCKED
    members = rules.belongs.scope(Member.objects.select_related("account"), actor)
    subjects = {mark_of(one.account.email): one for one in members}
    failed = security.moments_of(tried=TRIED, subjects=subjects, code=WRONG, since=since)
    found = {}
    for mark, moments in failed.items():
        account = subjects[mark].account
        begun = max(filter(None, (account.last_login, account.released_at, since)))
        if left := _left([moment for moment in moments if moment > begun]):
            found[subjects[mark].pk] = clock.now() + left
    return found


@read
def asks_for_more(actor: Actor, account: UUID) -> bool:
    """Whether the account's agency asks more than a password of those who sign in."""
    return Account.objects.filter(pk=account, member__agency__second_factor_required=True).exists()


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
    since = clock.now() - WINDOW - LOCKED
    mark = str(actor.member_id)
    return _left(security.moments(tried=PROVED, subject=mark, code=WRONG, since=since))


def _left(failures: list[datetime]) -> timedelta:
    """What is left of the lock that the latest five began, if they came within the window."""
    if len(failures) < MOST or failures[0] - failures[MOST - 1] > WINDOW:
        return timedelta(0)
    return max(timedelta(0), min(LOCKED, failures[0] + LOCKED - clock.now()))
