"""The one time zone in which everybody at an incident is told times (decision 9)."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q

from audit.actors import Actor
from audit.reads import read
from incidents import rules
from incidents.models import CommandSeat, Deployment, Division, Handover, Incident, Objective


@read
def zone(actor: Actor, pk: UUID) -> str | None:
    """The time zone of an incident, or of the one that this part belongs to, to who is there."""
    parts = [
        kind.objects.filter(pk=pk).values("incident")
        for kind in (CommandSeat, Deployment, Division, Objective)
    ]
    its = Q(pk=pk) | Q(pk__in=Handover.objects.filter(pk=pk).values("seat__incident"))
    for part in parts:
        its |= Q(pk__in=part)
    seen = (rules.participates | rules.invited).scope(Incident.objects.filter(its), actor)
    return seen.values_list("time_zone", flat=True).first()
