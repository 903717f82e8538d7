from __future__ import annotations

from dataclasses import dataclass

from agencies.facts.member import MemberFact


@dataclass(frozen=True, slots=True, kw_only=True)
class PasskeyAdded(MemberFact, kind="agencies.passkey_added"):
    """A member can sign in with one more passkey."""

    passkey: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PasskeyRemoved(MemberFact, kind="agencies.passkey_removed"):
    """A passkey of a member is of no use from now on."""

    passkey: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AppTurnedOn(MemberFact, kind="agencies.app_turned_on"):
    """A member's sign-in by password takes a code of their app from now on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AppTurnedOff(MemberFact, kind="agencies.app_turned_off"):
    """A member's sign-in by password takes no code of an app any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PasswordReleased(MemberFact, kind="agencies.password_released"):
    """A member's password, locked after wrong ones, is looked at again from any device."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryCodesMade(MemberFact, kind="agencies.recovery_codes_made"):
    """A member was given recovery codes, which made any earlier ones useless."""
