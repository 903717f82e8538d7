from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.utils.translation import gettext as _

from audit.images import Row, paints
from incidents.lifecycle import HandoverStatus
from incidents.models import CommandSeat, Handover


@paints(CommandSeat, on="incident")
def seats(pks: frozenset[UUID]) -> Iterable[tuple[str, Row | None]]:
    found = CommandSeat.objects.filter(pk__in=pks).select_related("agency", "holder")
    for seat in found:
        yield f"seat:{seat.pk}", None if seat.ended_at else _seat(seat)


def _seat(seat: CommandSeat) -> Row:
    """A seat without a holder is drawn all the same: it is how a board says so."""
    return {
        "owner": seat.agency_id,
        "version": seat.version,
        "agency": seat.agency_id,
        "agency_name": seat.agency.name,
        "holder": seat.holder.name if seat.holder else None,
        "holder_id": seat.holder_id,
        "title": _("Incident Commander"),
        "since": seat.since,
        "recorded_at": seat.recorded_at,
    }


@paints(Handover, on="incident")
def handovers(pks: frozenset[UUID]) -> Iterable[tuple[str, Row | None]]:
    found = Handover.objects.filter(pk__in=pks).select_related("seat", "offered_by", "offered_to")
    for handover in found:
        open_ = handover.status == HandoverStatus.OFFERED
        yield f"handover:{handover.pk}", _handover(handover) if open_ else None


def _handover(handover: Handover) -> Row:
    return {
        "owner": handover.seat.agency_id,
        "version": handover.version,
        "seat": handover.seat_id,
        "to_member": handover.offered_to_id,
        "to_name": handover.offered_to.name,
        "from_name": handover.offered_by.name if handover.offered_by else "",
        "offered_at": handover.offered_at,
        "status": handover.status,
    }
