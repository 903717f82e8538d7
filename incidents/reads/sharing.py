"""What one's agency shares at an incident: with whom, on what ground, and what it withdrew."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from agencies.categories import Category, ClearanceKind, Masking, Purpose
from agencies.models import SeatKind
from audit.actors import Actor
from audit.reads import read
from incidents import rules
from incidents.lifecycle import DisclosureStatus, ParticipationStatus
from incidents.models import Disclosure, Incident, Participation, Withdrawal
from incidents.reads import ledger_images
from incidents.reads.board import held_at, snapshot
from incidents.reads.shares import Share, shares


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedLine:
    """One category that a partner is shown, and on what ground. ``disclosure`` can be ended."""

    category: str
    label: str
    basis: str
    limits: str
    disclosure: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawnLine:
    """What a partner is shown no more."""

    id: UUID
    what: str
    made_by: str
    made_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedLine:
    """What is asked of us, or by us, and not answered."""

    id: UUID
    category: str
    label: str
    owner: str
    to: str
    via: str
    reason: str
    asked_by: str
    asked_at: datetime
    ours: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """An agency at the incident, and what of ours it is shown."""

    agency: UUID
    name: str
    code: str
    role: str
    purposes: tuple[str, ...]
    shared: tuple[SharedLine, ...]
    withdrawn: tuple[WithdrawnLine, ...]
    shown_to_us: tuple[SharedLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing:
    partners: tuple[Partner, ...]
    withdrawn_from_all: tuple[WithdrawnLine, ...]
    asks: tuple[AskedLine, ...]
    may: bool


@read
def sharing(actor: Actor, pk: UUID) -> Sharing:
    """Partner by partner, what is shared above what everybody at the incident needs."""
    held = held_at(actor, pk)
    there = Participation.objects.filter(incident=pk, status=ParticipationStatus.ACCEPTED)
    places = snapshot(actor, pk, held, 0, ledger_images.fresh(pk, *there)).of_kind("participation")
    of = shares([place["agency"] for place in places], pk).of
    standing = _standing(held.viewer, pk)
    withdrawn = list(
        Withdrawal.objects.filter(incident=pk, owner=held.viewer, lifted_at__isnull=True)
    )
    partners = tuple(
        Partner(
            agency=place["agency"],
            name=place["agency_name"],
            code=place["agency_code"],
            role=place["role"],
            purposes=tuple(str(Purpose(one).label) for one in place["purposes"]),
            shared=_lines(of.get(place["agency"], []), held.viewer, standing, place["agency"]),
            withdrawn=tuple(_gone(row) for row in withdrawn if row.partner_id == place["agency"]),
            shown_to_us=_lines(of.get(held.viewer, []), place["agency"], {}, held.viewer),
        )
        for place in sorted(places, key=lambda place: str(place["agency_name"]))
        if place["agency"] != held.viewer
    )
    return Sharing(
        partners=partners,
        withdrawn_from_all=tuple(_gone(row) for row in withdrawn if row.partner_id is None),
        asks=_asks(held.viewer, pk),
        may=rules.may_write.scope(Incident.objects.filter(pk=pk), actor).exists(),
    )


def _standing(owner: UUID, incident: UUID) -> dict[tuple[UUID, str], UUID]:
    found = Disclosure.objects.filter(
        incident=incident, owner=owner, status=DisclosureStatus.SHARED
    )
    return {(row.to_id, row.category): row.pk for row in found}


def _lines(
    held: list[Share], owner: UUID, standing: dict[tuple[UUID, str], UUID], to: UUID
) -> tuple[SharedLine, ...]:
    return tuple(
        SharedLine(
            category=share.category.value,
            label=str(share.category.label),
            basis=share.basis,
            limits=limits_of(share),
            disclosure=None if share.opening.clause else standing.get((to, share.category.value)),
        )
        for share in held
        if share.giver == owner and share.member is None
    )


def limits_of(share: Share) -> str:
    """How much of it, and which people see it, in words; nothing where all see all."""
    said = []
    if share.masking != Masking.WHOLE:
        said.append(str(share.masking.label))
    if share.seats:
        said.append(", ".join(str(SeatKind(seat).label) for seat in sorted(share.seats)))
    if share.needs:
        said.append(", ".join(str(ClearanceKind(need).label) for need in sorted(share.needs)))
    return "; ".join(said)


def _gone(row: Withdrawal) -> WithdrawnLine:
    what = _("a note") if row.note_id else _("all above what everybody needs")
    return WithdrawnLine(
        id=row.pk,
        what=f"{row.category}: {Category(row.category).label}" if row.category else what,
        made_by=row.made_by,
        made_at=row.made_at,
    )


def _asks(viewer: UUID, incident: UUID) -> tuple[AskedLine, ...]:
    waiting = Disclosure.objects.filter(incident=incident, status=DisclosureStatus.ASKED)
    found = waiting.select_related("owner", "to", "via").order_by("asked_at")
    return tuple(
        AskedLine(
            id=row.pk,
            category=row.category,
            label=str(Category(row.category).label),
            owner=row.owner.name,
            to=row.to.name,
            via=row.via.name if row.via else "",
            reason=row.reason,
            asked_by=row.asked_by,
            asked_at=row.asked_at,
            ours=row.owner_id == viewer,
        )
        for row in found
        if viewer in (row.owner_id, row.to_id, row.via_id)
    )
