"""Agreements that one's agency leads or is a party to, and what they amount to now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from agencies.categories import Category
from agencies.models import Agreement, Bound, Instrument, Party, Signature, Suspension, Tier
from agencies.reads.as_sent import as_sent
from agencies.reads.asked import asked_of
from agencies.reads.standing import STATES, followers, state_of
from audit import clock, looks
from audit.actors import Actor
from audit.openings import opened
from audit.reads import read
from audit.rules import VISIBLE

# As the ledger keeps it, in whatever language anybody reads it (`agencies.templatetags.people`).
AS_PARTY: Final = "your agency is a party to it"
# How long before its end an agreement is pointed out, so that a council can still meet.
SOON: Final = timedelta(days=180)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementEntry:
    """An agreement in a list. ``state`` is derived now; ``binds_us`` is for the reader's agency."""

    id: UUID
    title: str
    instrument: str
    tier: str
    led_by: UUID
    led_by_code: str
    led_by_name: str
    state: str
    state_label: str
    binds_us: bool
    awaits_us: bool
    ends_soon: bool
    effective_at: datetime
    expires_at: datetime | None
    parties: int
    amendment: int | None
    asks: tuple[str, ...] = ()  # what is asked of the reader, in their seats


@read
def agreements(actor: Actor, *, state: str = "", sought: str = "") -> list[AgreementEntry]:
    """What one's agency has agreed, is asked to sign, or is writing."""
    found = _weighed(actor, visible(actor).select_related("led_by"))
    # Sought and sorted as it is shown: what is withheld must not be guessed by its place.
    wanted = [row for row in as_sent(actor, found) if _called(row, sought)]
    entries = [_entry(actor, row) for row in sorted(wanted, key=lambda row: row.title)]
    shown = [entry for entry in entries if not state or entry.state == state]
    states = {entry.id: entry.state for entry in shown}
    ending = [entry.id for entry in shown if entry.ends_soon]
    asks = asked_of(actor, [row for row in wanted if row.pk in states], states, ending)
    return [replace(entry, asks=asks.get(entry.id, ())) for entry in shown]


@read
def ending_soon(actor: Actor) -> list[AgreementEntry]:
    """Those in force that end within 180 days, the next first (RULE-MOU-03's first sight)."""
    now = clock.now()
    found = visible(actor).filter(expires_at__range=(now, now + SOON)).select_related("led_by")
    entries = [_entry(actor, row) for row in as_sent(actor, _weighed(actor, found))]
    soon = [entry for entry in entries if entry.ends_soon]
    return sorted(soon, key=lambda entry: entry.expires_at or entry.effective_at)


def _called(row: Agreement, sought: str) -> bool:
    """Whether its title or its leader is called so."""
    said = sought.casefold()
    return said in row.title.casefold() or said in row.led_by.name.casefold()


def visible(actor: Actor) -> QuerySet[Agreement]:
    """Agreements whose existence the actor may know of."""
    return VISIBLE[Agreement].scope(Agreement.objects.all(), actor)


def note(actor: Actor, agreement: Agreement, owner: UUID) -> None:
    """Looking at what another agency leads, or has signed, leaves a record with it."""
    by = opened("party", AS_PARTY, Category.OPS)
    looks.current().shown(owner, f"agreement:{agreement.pk}", by)


def _weighed(actor: Actor, found: QuerySet[Agreement]) -> QuerySet[Agreement]:
    """With what is needed to say where each stands: who is bound, and whether we have signed."""
    # Who was asked to join and has not is none yet.
    standing = Q(parties__removed_at__isnull=True) & (
        Q(parties__joins=False) | Q(parties__signatures__isnull=False)
    )
    ours = Party.objects.filter(
        agreement=OuterRef("pk"), agency=actor.agency_id, removed_at__isnull=True
    )
    signed = Signature.objects.filter(
        party__agreement=OuterRef("pk"),
        party__agency=actor.agency_id,
        text_hash=OuterRef("text_hash"),
    )
    bound = Bound.objects.filter(agreement=Coalesce(OuterRef("amends"), OuterRef("pk")))
    resting = Suspension.objects.filter(
        Q(until__isnull=True) | Q(until__gt=clock.now()),
        agreement=Coalesce(OuterRef("amends"), OuterRef("pk")),
        since__lte=clock.now(),
        lifted_at__isnull=True,
    )
    return found.annotate(
        counted=Count("parties__agency", filter=standing, distinct=True),
        is_ours=Exists(ours),
        is_signed=Exists(signed),
        is_bound=Exists(bound.values("agreement").annotate(n=Count("pk")).filter(n__gte=2)),
        is_resting=Exists(resting),
        is_followed=Exists(followers(OuterRef("pk"))),
        is_binding=Exists(bound.filter(agency=actor.agency_id)),
    )


def _entry(actor: Actor, row: Agreement) -> AgreementEntry:
    note(actor, row, row.led_by_id)
    state = state_of(
        row,
        bound=row.is_bound,  # type: ignore[attr-defined]
        suspended=row.is_resting,  # type: ignore[attr-defined]
        followed=row.is_followed,  # type: ignore[attr-defined]
    )
    ends = row.expires_at
    return AgreementEntry(
        id=row.pk,
        title=row.title,
        instrument=str(Instrument(row.instrument).label),
        tier=str(Tier(row.tier).label),
        led_by=row.led_by_id,
        led_by_code=row.led_by.code,
        led_by_name=row.led_by.name,
        state=state,
        state_label=str(STATES[state]),
        binds_us=row.is_binding,  # type: ignore[attr-defined]
        awaits_us=state == "signing" and row.is_ours and not row.is_signed,  # type: ignore[attr-defined]
        ends_soon=state == "in_force"
        and row.amends_id is None
        and ends is not None
        and ends <= clock.now() + SOON,
        effective_at=row.effective_at,
        expires_at=ends,
        parties=row.counted,  # type: ignore[attr-defined]
        amendment=row.amendment_number,
    )
