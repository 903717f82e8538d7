from __future__ import annotations

from dataclasses import dataclass

from agencies.facts.agency import AgencyFact
from agencies.facts.member import MemberFact


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOnSet(AgencyFact, kind="agencies.sign_on_set"):
    """An agency's people may sign in by a provider of its own. The secret is nowhere on record."""

    issuer: str
    domains: tuple[str, ...]
    strong: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOnEnded(AgencyFact, kind="agencies.sign_on_ended"):
    """An agency's provider lets nobody in any more."""

    issuer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityLinked(MemberFact, kind="agencies.identity_linked"):
    """A provider's account was found to be a member's, by an address that it has verified."""

    issuer: str
