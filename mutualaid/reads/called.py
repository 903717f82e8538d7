"""What an agency calls what it asked for, and what it was asked."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import ngettext_lazy

from agencies.reads.records import Names, calls
from audit.actors import Actor
from audit.bounds import narrowed_here
from mutualaid.models import OrderLine, ResourceRequest, Rung, Solicitation


@calls("request", ngettext_lazy("%d request", "%d requests"))
def requests(actor: Actor, pks: frozenset[UUID]) -> Names:
    found = narrowed_here(ResourceRequest.objects.filter(requested_by=actor.agency_id, pk__in=pks))
    return found.values_list("pk", "number")


@calls("line", ngettext_lazy("%d order line", "%d order lines"))
def lines(actor: Actor, pks: frozenset[UUID]) -> Names:
    found = narrowed_here(
        OrderLine.objects.filter(request__requested_by=actor.agency_id, pk__in=pks)
    )
    return found.values_list("pk", "number")


@calls("rung", ngettext_lazy("%d step of a ladder", "%d steps of ladders"))
def rungs(actor: Actor, pks: frozenset[UUID]) -> Names:
    """By the order line that it is a step for."""
    found = narrowed_here(
        Rung.objects.filter(line__request__requested_by=actor.agency_id, pk__in=pks)
    )
    return found.values_list("pk", "line__number")


@calls("solicitation", ngettext_lazy("%d answer", "%d answers"))
def solicitations(actor: Actor, pks: frozenset[UUID]) -> Names:
    """By the order line that the agency was asked for."""
    found = narrowed_here(Solicitation.objects.filter(agency=actor.agency_id, pk__in=pks))
    return found.values_list("pk", "line__number")
