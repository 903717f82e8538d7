"""Which resources an agency may name in an offer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from django.utils.translation import gettext as _

from agencies.models import Readiness, Resource
from agencies.typing.catalogue import satisfies
from audit.refusals import Refusal
from incidents.lifecycle import FINAL
from incidents.models import Deployment
from mutualaid.lifecycle import SolicitationStatus
from mutualaid.models import OfferedResource, OrderLine

OFFERED: Final = SolicitationStatus.OFFERED


class NothingOffered(Refusal):
    """Name at least one resource."""


class NotYoursToOffer(Refusal):
    """One of these is not a resource of your agency."""


class CannotBeSent(Refusal):
    """One of these cannot be sent."""


def sendable(agency: UUID | None, line: OrderLine, pks: Sequence[UUID]) -> list[Resource]:
    """The resources, if every one is the agency's own, of the right kind, ready and free."""
    wanted = set(pks)
    if not wanted:
        raise NothingOffered
    found = list(Resource.objects.filter(pk__in=wanted, agency=agency).order_by("call_sign"))
    if len(found) < len(wanted):
        raise NotYoursToOffer
    busy = _busy(wanted)
    for resource in found:
        if why := _unfit(resource, line) or busy.get(resource.pk):
            raise CannotBeSent(f"{resource.call_sign}: {why}")
    return found


def _unfit(resource: Resource, line: OrderLine) -> str:
    if resource.kind != line.kind:
        return _("it is of another kind.")
    if not satisfies(resource.type, line.type, or_better=line.or_better):
        return _("it is not of the type that is asked for.")
    if resource.status != Readiness.AVAILABLE:
        return _("it is not available.")
    return ""


def _busy(pks: set[UUID]) -> dict[UUID, str]:
    """Why resources are not free: committed somewhere (RULE-RES-01), or offered already."""
    committed = Deployment.objects.filter(resource__in=pks).exclude(state__in=sorted(FINAL))
    offered = OfferedResource.objects.filter(
        resource__in=pks, solicitation__status=OFFERED, stands=True
    )
    return dict.fromkeys(
        offered.values_list("resource_id", flat=True), _("it is offered elsewhere already.")
    ) | dict.fromkeys(
        committed.values_list("resource_id", flat=True), _("it is committed to an incident.")
    )
