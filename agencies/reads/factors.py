"""What somebody can show beside their password, as they themselves may see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from agencies import factors, rules
from agencies.factors import Kind
from agencies.models import Member
from audit.actors import Actor
from audit.reads import read
from audit.refusals import NotFound, ProveAgain


@dataclass(frozen=True, slots=True, kw_only=True)
class PasskeyEntry:
    """One of one's passkeys. The key itself never leaves the device that made it."""

    id: int
    name: str
    added_at: datetime
    used_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Factors:
    """By what one can sign in beside the password."""

    passkeys: tuple[PasskeyEntry, ...]
    app_since: datetime | None
    app_used_at: datetime | None
    codes_left: int

    @property
    def second(self) -> bool:
        """Whether a password alone lets nobody in."""
        return bool(self.passkeys) or self.app_since is not None


@read
def my_factors(actor: Actor) -> Factors:
    """What oneself can show."""
    return factors_of(_account(actor))


@read
def my_recovery_codes(actor: Actor) -> tuple[str, ...]:
    """One's recovery codes that were not used yet, for who has proved that it is they."""
    if not actor.proved_lately:
        raise ProveAgain
    found = factors.of_account(_account(actor), Kind.RECOVERY_CODES).first()
    if found is None:
        raise NotFound
    return tuple(found.wrap().get_unused_codes())


def factors_of(account: UUID) -> Factors:
    """What an account can show, counted from rows that were asked for once."""
    rows = list(factors.of_account(account))
    app = next((row for row in rows if row.type == Kind.TOTP), None)
    codes = next((row for row in rows if row.type == Kind.RECOVERY_CODES), None)
    return Factors(
        passkeys=tuple(
            PasskeyEntry(
                id=row.pk, name=str(row), added_at=row.created_at, used_at=row.last_used_at
            )
            for row in rows
            if row.type == Kind.WEBAUTHN
        ),
        app_since=app.created_at if app else None,
        app_used_at=app.last_used_at if app else None,
        codes_left=len(codes.wrap().get_unused_codes()) if codes else 0,
    )


def _account(actor: Actor) -> UUID:
    found = rules.oneself.scope(Member.objects.all(), actor).values_list("account", flat=True)
    for account in found:
        return account
    raise NotFound
