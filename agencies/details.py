"""What people fill in about agencies, members, resources and agreements, as plain values."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final, Self
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.utils.crypto import salted_hmac

from agencies.elements import Element
from agencies.models import BoundTo, Discipline, Effect, Instrument, Scope, SeatKind, Tier
from agencies.terms import Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyDetails:
    """What an agency says of itself in the directory. Its code is given once and stays."""

    name: str
    discipline: Discipline
    jurisdiction: str
    time_zone: str = "UTC"
    phone: str = ""
    email: str = ""
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactDetails:
    """Whom to call, and for what."""

    purpose: str
    name: str
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberDetails:
    """A person who is to act for an agency, and the seats they begin with."""

    email: str
    name: str
    title: str = ""
    phone: str = ""
    seats: frozenset[SeatKind] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceDetails:
    """What there is to know about a resource, apart from its readiness."""

    call_sign: str
    kind: str
    type: int | None = None
    personnel: int = 0
    leader: str = ""
    home_base: str = ""
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementDetails:
    """An agreement's own words and term, without its parties and clauses.

    ``quorum`` is how many must sign where a number of signatures decides; ``min_parties``
    how many must remain for it to stay in force; ``notice_days`` how long before it leaves
    a party says so; ``renews_months`` for how long a term that ends begins anew; and if it
    is ``joinable``, others may join those who have signed.
    """

    title: str
    instrument: Instrument
    tier: Tier
    purpose: str = ""
    scope: str = ""
    effective_at: datetime
    expires_at: datetime | None = None
    effect: Effect = Effect.ALL
    quorum: int | None = None
    min_parties: int = 2
    notice_days: int = 30
    renews_months: int = 0
    joinable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A clause as somebody writes it. No giver or receiver means every party; both are agencies."""

    number: str
    heading: str
    text: str
    giver: UUID | None = None
    receiver: UUID | None = None
    survives: bool = False
    terms: Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionWording:
    """A section as somebody writes it, and which elements of an agreement it speaks to."""

    number: str
    heading: str
    text: str
    elements: frozenset[Element] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfFile:
    """A file that was looked into, and is plain paper (``agencies.pdfs``)."""

    content: bytes
    file_hash: str
    pages: int


@dataclass(frozen=True, slots=True)
class Password:
    """A password on its way to being hashed.

    ``mark`` stands for it wherever inputs are compared: the fingerprint of an
    idempotency key is kept for a month, and must not help anybody to guess.
    """

    mark: str
    _clear: str = field(repr=False)
    _encoded: str = field(repr=False, default="")

    @classmethod
    def of(cls, clear: str) -> Self:
        return cls(salted_hmac("agencies.password", clear, algorithm="sha256").hexdigest(), clear)

    @classmethod
    def hashed_once(cls, clear: str) -> Self:
        """One that several members share: the demo's, where hashing ninety takes a minute."""
        return replace(cls.of(clear), _encoded=make_password(clear))

    def encoded(self) -> str:
        """Its hash, with a salt of its own unless it was hashed before."""
        return self._encoded or make_password(self._clear)

    def reveal(self) -> str:
        """The password itself, to judge and to compare it, and for nothing else."""
        return self._clear


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOnDetails:
    """By which provider an agency's people sign in; ``strong`` are words of its amr and acr."""

    issuer: str
    client: str
    domains: frozenset[str]
    strong: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenBounds:
    """What a token may be used for, and from which networks; none named is from anywhere."""

    bound: BoundTo = BoundTo.REAL
    scopes: frozenset[Scope] = frozenset(Scope)
    networks: frozenset[str] = frozenset()


EVERYTHING: Final = TokenBounds()
