"""A request as somebody else sees it."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from agencies.web.answers import shown
from agencies.web.requests import ActorRequest
from incidents import reads as incidents
from incidents.web.eyes_pages import eyes_asked
from incidents.web.zones import by_clock_of
from mutualaid import reads

by_its_clock = by_clock_of(reads.zone)
CHOOSE: Final = "mutualaid/_request_eyes.html"


@require_safe
@by_its_clock
def choose(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Through whose eyes: everybody who is at the incident besides us."""
    it = reads.request(request.actor, pk)
    there = incidents.sharing(request.actor, it.incident).partners
    partners = [(one.agency, one.name) for one in there]
    title = _("See it as they do")
    return shown(request, CHOOSE, title=title, pk=pk, partners=partners)


@require_safe
@by_its_clock
def seen_as(request: ActorRequest, pk: UUID, partner: UUID) -> HttpResponse:
    """The request as a partner's seat or person sees it now: read only, and recorded."""
    eyes, form = eyes_asked(request, partner)
    seen = reads.request_seen_as(request.actor, pk, eyes=eyes)
    more = {
        "page": "incidents",
        "mode": seen.it.mode,
        "pk": seen.it.incident,
        "it": seen.it,
        "seen": seen,
        "form": form,
        "eyes": eyes,
        "shares": "work" in incidents.may(request.actor, seen.it.incident),
    }
    return render(request, "mutualaid/request_seen_as.html", more)
