"""One's own agency: its people, their seats, whom to call, and one's own tokens."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db.models import Prefetch

from agencies import rules
from agencies.admission import open_seats
from agencies.categories import ClearanceKind
from agencies.models import Agency, ApiToken, BoundTo, Clearance, Contact, Member, Scope, SeatKind
from agencies.models.member import REVIEWED_WITHIN
from agencies.reads.directory import AgencyEntry, entry_of
from agencies.reads.entrance import locked
from audit import clock
from audit.actors import Actor
from audit.reads import read
from audit.refusals import NotAllowed, NotFound

SOON: Final = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatEntry:
    """A seat that is held now."""

    id: UUID
    kind: str
    label: str
    since: datetime
    until: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearanceEntry:
    """What a member was vetted or sworn for; ``over`` where it ran out by itself."""

    id: UUID
    kind: str
    label: str
    basis: str
    until: datetime | None
    over: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberEntry:
    """A colleague."""

    id: UUID
    name: str
    title: str
    phone: str
    email: str
    suspended_at: datetime | None
    seats: tuple[SeatEntry, ...]
    clearances: tuple[ClearanceEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewEntry:
    """A colleague, and by when an admin is to confirm what they hold."""

    member: MemberEntry
    seen_at: datetime
    due_at: datetime
    overdue: bool
    soon: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactEntry:
    """Whom to call, and for what."""

    purpose: str
    name: str
    phone: str
    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenEntry:
    """A token of one's own. The secret itself was shown once and is nowhere."""

    id: UUID
    name: str
    issued_at: datetime
    expires_at: datetime
    revoked_at: datetime | None
    usable: bool
    bound: str
    bound_label: str
    scopes: tuple[str, ...]
    scope_labels: tuple[str, ...]
    networks: tuple[str, ...]
    used_at: datetime | None
    used_from: str
    old_until: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnAgency:
    """One's agency as its members see it."""

    agency: AgencyEntry
    contacts: tuple[ContactEntry, ...]
    members: tuple[MemberEntry, ...]
    may_run: bool
    second_factor_required: bool
    locked: tuple[UUID, ...]  # colleagues whose password is


@read
def my_agency(actor: Actor) -> OwnAgency:
    """The agency that one acts for."""
    agency = rules.own_agency.scope(Agency.objects.all(), actor).first()
    if agency is None:
        raise NotFound
    may_run = rules.runs_agency.scope(Agency.objects.filter(pk=agency.pk), actor).exists()
    return OwnAgency(
        agency=entry_of(agency),
        contacts=contacts_of(agency.pk),
        members=_members(actor),
        may_run=may_run,
        second_factor_required=agency.second_factor_required,
        locked=tuple(locked(actor)) if may_run else (),
    )


@read
def members(actor: Actor) -> tuple[MemberEntry, ...]:
    """One's colleagues, oneself among them."""
    return _members(actor)


@read
def member(actor: Actor, pk: UUID) -> MemberEntry:
    """One colleague."""
    for found in _members(actor, pk):
        return found
    raise NotFound


@read
def to_review(actor: Actor) -> tuple[ReviewEntry, ...]:
    """Whose seats are to be confirmed, soonest first; for those who run the agency."""
    if not rules.runs_agency.scope(Agency.objects.all(), actor).exists():
        raise NotAllowed.unless(rules.runs_agency.because)
    entries = {entry.id: entry for entry in _members(actor)}
    found = rules.belongs.scope(Member.objects.filter(removed_at__isnull=True), actor)
    now = clock.now()
    return tuple(
        ReviewEntry(
            member=entries[row.pk],
            seen_at=row.seen_at,
            due_at=row.reviewed_at + REVIEWED_WITHIN,
            overdue=row.reviewed_at + REVIEWED_WITHIN <= now,
            soon=now < row.reviewed_at + REVIEWED_WITHIN <= now + SOON,
        )
        for row in found.order_by("reviewed_at", "name")
    )


@read
def tokens(actor: Actor) -> list[TokenEntry]:
    """One's own tokens, newest first."""
    now = clock.now()
    rows = ApiToken.objects.select_related("use").order_by("-issued_at")
    found = rules.holds_token.scope(rows, actor)
    return [
        TokenEntry(
            id=token.pk,
            name=token.name,
            issued_at=token.issued_at,
            expires_at=token.expires_at,
            revoked_at=token.revoked_at,
            usable=token.revoked_at is None and token.expires_at > now,
            bound=token.bound,
            bound_label=str(BoundTo(token.bound).label),
            scopes=tuple(token.scopes),
            scope_labels=tuple(str(Scope(one).label) for one in token.scopes),
            networks=tuple(token.networks),
            used_at=token.use.used_at if hasattr(token, "use") else None,
            used_from=token.use.origin if hasattr(token, "use") else "",
            old_until=token.old_until,
        )
        for token in found
    ]


def contacts_of(agency: UUID) -> tuple[ContactEntry, ...]:
    """Whom an agency lists, in its own order."""
    found = Contact.objects.filter(agency=agency, listed=True).order_by("position")
    return tuple(
        ContactEntry(purpose=row.purpose, name=row.name, phone=row.phone, email=row.email)
        for row in found
    )


def _members(actor: Actor, pk: UUID | None = None) -> tuple[MemberEntry, ...]:
    found = rules.belongs.scope(Member.objects.filter(removed_at__isnull=True), actor)
    if pk is not None:
        found = found.filter(pk=pk)
    standing = Clearance.objects.filter(ended_at__isnull=True).order_by("kind")
    cleared = Prefetch("clearances", standing, to_attr="cleared")
    held = Prefetch("seats", open_seats().order_by("kind"), to_attr="held_now")
    return tuple(
        MemberEntry(
            id=row.pk,
            name=row.name,
            title=row.title,
            phone=row.phone,
            email=row.account.email,
            suspended_at=row.suspended_at,
            seats=tuple(
                SeatEntry(
                    id=seat.pk,
                    kind=seat.kind,
                    label=str(SeatKind(seat.kind).label),
                    since=seat.since,
                    until=seat.until,
                )
                for seat in row.held_now
            ),
            clearances=tuple(_clearance(one, clock.now()) for one in row.cleared),
        )
        for row in found.select_related("account").prefetch_related(held, cleared)
    )


def _clearance(row: Clearance, now: datetime) -> ClearanceEntry:
    return ClearanceEntry(
        id=row.pk,
        kind=row.kind,
        label=str(ClearanceKind(row.kind).label),
        basis=row.basis,
        until=row.until,
        over=row.until is not None and row.until <= now,
    )
