"""Where an agency's resources are, for its own page of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.urls import reverse

from agencies.grants import Grants
from agencies.reads.resources import WHEREABOUTS, Whereabouts
from agencies.sharing import drawn, participants
from audit import bounds
from incidents.lifecycle import FINAL, ICS_STATUS
from incidents.models import Deployment

COMMITTED = participants("your resource is committed to it")


def at_incidents(resources: Sequence[UUID]) -> Mapping[UUID, Whereabouts]:
    """The incident at which each of these is, or for which it is committed, and in what state."""
    away = Deployment.objects.filter(resource__in=resources).exclude(state__in=FINAL)
    stays = bounds.narrowed_here(away).select_related("incident")
    return {stay.resource_id: _said(stay) for stay in stays}


def _said(stay: Deployment) -> Whereabouts:
    incident = stay.incident
    row = {"owner": incident.opened_by_id, "version": incident.version, "name": incident.name}
    held = Grants(viewer=stay.agency_id, default=COMMITTED, of_owner={})
    shown = drawn("agency", f"incident:{incident.pk}", row, held) or {}
    return Whereabouts(
        said=shown["name"],
        address=reverse("incidents:board", args=[stay.incident_id]),
        state_label=str(stay.status.label),
        ics=ICS_STATUS.get(stay.status, ""),
    )


WHEREABOUTS.append(at_incidents)
