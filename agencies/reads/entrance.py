"""Who knocks at the entrance, and how long they must wait before they may try again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.utils.crypto import salted_hmac

from agencies import factors, rules
from agencies.details import Password
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
COMPARED: Final = 2


def mark_of(email: str) -> str:
    """What the security log keeps of an address that somebody typed.

    Not the address: people type their password into that field, too.
    """
    typed = email.strip().lower()
    return salted_hmac("agencies.entrance", typed, algorithm="sha256").hexdigest()[:40]


def tried_at(account: UUID, device: str) -> str:
    """By what attempts at an account's password are counted: apart for a device it has used."""
    return f"password {account} {device}".strip()


@read
def accounts_at(actor: Actor, email: str) -> tuple[UUID, ...]:
    """The accounts that sign in with this address: one at each agency, mostly none or one."""
    found = Account.objects.filter(email__iexact=email.strip(), is_active=True)
    return tuple(found.order_by("pk").values_list("pk", flat=True))


@read
def whose_password(actor: Actor, accounts: Sequence[UUID], password: Password) -> tuple[UUID, ...]:
    """Those of these accounts whose password this is.

    As many are compared for nobody as for one or two, so that the time it takes does not tell
    whether an address is known, nor whether it signs in somewhere else as well (M19).
    """
    found = list(Account.objects.filter(pk__in=accounts).order_by("pk"))
    right = tuple(one.pk for one in found if one.check_password(password.reveal()))
    for _ in range(COMPARED - len(found)):
        Account().set_password(password.reveal())
    return right


@read
def agencies_of(actor: Actor, accounts: Sequence[UUID]) -> tuple[tuple[str, str], ...]:
    """For which agencies these sign in, for who has just shown their password."""
    with walls.beyond(KNOCKED):
        found = Account.objects.filter(pk__in=accounts).order_by("agency__name")
        return tuple((str(pk), name) for pk, name in found.values_list("pk", "agency__name"))


@read
def knocker(actor: Actor, account: UUID | None, origin: str) -> Actor:
    """Nobody yet; but if the account is known, its agency's auditors shall hear of the attempt."""
    with walls.beyond(KNOCKED):
        known = Account.objects.filter(pk=account) if account else Account.objects.none()
        found = known.select_related("member__agency").first()
        member = getattr(found, "member", None)
    return Actor(
        member_id=None,
        agency_id=member.agency_id if member else None,
        name=found.email if found else "an unknown account",
        agency=member.agency.name if member else "",
        via=actor.via,
        origin=origin,
    )


@read
def wait(actor: Actor, tried: str, account: UUID | None = None) -> timedelta:
    """How long until this account's password is looked at again; nothing when it may be now.

    Counted from the security log by what was typed, since the last time that this account's was
    right or that an admin released it, and apart for a device that the account has used before:
    whoever knows an address locks it for devices like their own, never for the commander's (P25).
    """
    found = Account.objects.filter(pk=account).first() if account else None
    since = clock.now() - WINDOW - LOCKED
    for moment in (found.last_login, found.released_at) if found else ():
        since = max(since, moment or since)
    with walls.beyond(KNOCKED):
        failed = security.moments(tried=TRIED, subject=mark_of(tried), code=WRONG, since=since)
        return _left(failed)


@read
def locked(actor: Actor) -> dict[UUID, datetime]:
    """Which colleagues' passwords are locked now for unknown devices, and until when."""
    since = clock.now() - WINDOW - LOCKED
    members = rules.belongs.scope(Member.objects.select_related("account"), actor)
    subjects = {mark_of(tried_at(one.account_id, "")): one for one in members}
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
def account_of(actor: Actor, member: UUID) -> UUID:
    """With which account somebody signs in who has just become a member."""
    with walls.beyond(KNOCKED):
        return Member.objects.values_list("account", flat=True).get(pk=member)


@read
def has_more(actor: Actor, account: UUID) -> bool:
    """Whether this account has more to show than its password."""
    return factors.of_account(account, Kind.WEBAUTHN, Kind.TOTP).exists()


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
