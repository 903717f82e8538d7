"""Where an agency's resources are, for its own page of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.urls import reverse

from agencies.reads.resources import WHEREABOUTS, Whereabouts
from incidents.lifecycle import FINAL
from incidents.models import Deployment


def at_incidents(resources: Sequence[UUID]) -> Mapping[UUID, Whereabouts]:
    """The incident at which each of these is, or for which it is committed, and in what state."""
    stays = (
        Deployment.objects.filter(resource__in=resources)
        .exclude(state__in=FINAL)
        .select_related("incident")
    )
    return {stay.resource_id: _said(stay) for stay in stays}


def _said(stay: Deployment) -> Whereabouts:
    return Whereabouts(
        said=f"{stay.status.label}, {stay.incident.name}",
        address=reverse("incidents:board", args=[stay.incident_id]),
    )


WHEREABOUTS.append(at_incidents)
