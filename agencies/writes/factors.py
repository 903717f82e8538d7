from __future__ import annotations

from datetime import datetime
from typing import Any

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from allauth.mfa.webauthn.internal.auth import WebAuthn

from agencies import factors, rules
from agencies.details import Password
from agencies.factors import Kind, NotRecognized
from agencies.facts import (
    AppTurnedOff,
    AppTurnedOn,
    PasskeyAdded,
    PasskeyRemoved,
    RecoveryCodesMade,
)
from agencies.models import Account, Member
from audit.actors import Actor
from audit.refusals import NotFound, Refusal
from audit.writes import write

MOST_PASSKEYS = 10


class TooManyPasskeys(Refusal):
    """Ten passkeys are enough. Remove one that you do not use any more."""


class NotVerified(Refusal):
    """This device does not ask who holds it, by finger, face or PIN. Use one that does."""


class AppIsOn(Refusal):
    """An app is set up already. Turn it off first to set up another."""


class WrongCode(Refusal):
    """That code is not right now. Wait for the next one and try again."""


class NothingToRecover(Refusal):
    """Add a passkey or an app first: recovery codes stand in for those."""


@write(allow=rules.changes_factors)
def add_passkey(
    actor: Actor, member: Member, *, name: str, credential: dict[str, Any]
) -> PasskeyAdded:
    """Let a member sign in with one more passkey, which their browser has just made."""
    account = _locked(member)
    if factors.of_account(account.pk, Kind.WEBAUTHN).count() >= MOST_PASSKEYS:
        raise TooManyPasskeys
    if not factors.made_with_presence(credential):
        raise NotVerified
    WebAuthn.add(account, name, credential)
    return PasskeyAdded(**_of(member), passkey=name)


@write(allow=rules.changes_factors)
def remove_passkey(actor: Actor, member: Member, *, factor: int) -> PasskeyRemoved:
    """Take a passkey of one's own out of use: a device that was lost or given away."""
    account = _locked(member)
    found = factors.of_account(account.pk, Kind.WEBAUTHN).filter(pk=factor).first()
    if found is None:
        raise NotFound
    name = str(found)
    found.delete()
    _without_a_second(account)
    return PasskeyRemoved(**_of(member), passkey=name)


@write(allow=rules.changes_factors)
def turn_on_app(actor: Actor, member: Member, *, secret: Password, code: str) -> AppTurnedOn:
    """Ask for a code of an app after the password, once the app has shown a right one."""
    account = _locked(member)
    if factors.of_account(account.pk, Kind.TOTP).exists():
        raise AppIsOn
    counter = factors.counter_of(secret.reveal(), code)
    if counter is None:
        raise WrongCode
    app = TOTP.activate(account, secret.reveal()).instance
    _burn(app, counter)
    return AppTurnedOn(**_of(member))


@write(allow=rules.changes_factors)
def turn_off_app(actor: Actor, member: Member) -> AppTurnedOff:
    """Ask for no code any more."""
    account = _locked(member)
    found = factors.of_account(account.pk, Kind.TOTP).first()
    if found is None:
        raise NotFound
    found.delete()
    _without_a_second(account)
    return AppTurnedOff(**_of(member))


@write(allow=rules.changes_factors)
def make_recovery_codes(actor: Actor, member: Member) -> RecoveryCodesMade:
    """Make ten codes that each stand in once for a device that was lost."""
    account = _locked(member)
    if not factors.of_account(account.pk, Kind.WEBAUTHN, Kind.TOTP).exists():
        raise NothingToRecover
    factors.of_account(account.pk, Kind.RECOVERY_CODES).delete()
    RecoveryCodes.activate(account)
    return RecoveryCodesMade(**_of(member))


def use_app(account: Account, code: str) -> bool:
    """Whether this code of their app is right, and was not used before. It is used now."""
    found = factors.of_account(account.pk, Kind.TOTP).select_for_update().first()
    if found is None:
        return False
    counter = factors.counter_of(factors.secret_of(found), code)
    if counter is None or counter <= found.data.get("used", 0):
        return False
    _burn(found, counter)
    return True


def use_recovery_code(account: Account, code: str) -> bool:
    """Whether this is a recovery code of theirs that was not used before. It is used now."""
    found = factors.of_account(account.pk, Kind.RECOVERY_CODES).select_for_update().first()
    return found is not None and found.wrap().validate_code("".join(code.split()))


def use_passkey(account: Account, factor: int, asked_at: datetime | None) -> None:
    """It answers what was asked once: what was asked before it was last used is answered."""
    passkeys = factors.of_account(account.pk, Kind.WEBAUTHN).select_for_update()
    found = passkeys.filter(pk=factor).first()
    if found is None:
        raise NotFound  # removed while it was being shown
    if asked_at and found.last_used_at and found.last_used_at >= asked_at:
        raise NotRecognized
    found.record_usage()


def _burn(app: Any, counter: int) -> None:
    """A code is good once, in whichever process it is shown; so the database remembers."""
    app.data["used"] = counter
    app.save(update_fields=["data"])
    app.record_usage()


def _without_a_second(account: Account) -> None:
    """Recovery codes stand in for something; where that is gone, they would be all there is."""
    if not factors.of_account(account.pk, Kind.WEBAUTHN, Kind.TOTP).exists():
        factors.of_account(account.pk, Kind.RECOVERY_CODES).delete()


def _locked(member: Member) -> Account:
    return Account.objects.select_for_update().get(pk=member.account_id)


def _of(member: Member) -> dict[str, Any]:
    return {"agency": member.agency_id, "member": member.pk, "name": member.name}
