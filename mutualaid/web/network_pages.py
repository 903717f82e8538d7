"""The page of one's agency's network."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from agencies import reads as agencies
from agencies.web.requests import ActorRequest
from mutualaid import reads
from mutualaid.web.network_forms import NetworkFilter
from mutualaid.web.network_picture import picture

SOON = timedelta(days=180)


@require_safe
def network(request: ActorRequest) -> HttpResponse:
    """Whom we may ask and who may ask us, in a picture and in tables; where nobody would come."""
    kinds = [(kind.code, kind.name) for kind in agencies.kinds(request.actor)]
    form = NetworkFilter(request.GET, kinds=sorted(kinds, key=lambda kind: kind[1]))
    found = reads.network(request.actor, **form.wanted())
    return render(
        request,
        "mutualaid/network.html",
        {
            "page": "agreements",
            "form": form,
            "net": found,
            "exposed": [gap for gap in found.gaps if gap.exposed],
            "unknown": [gap for gap in found.gaps if not gap.exposed],
            "picture": picture(found.neighbors, timezone.now() + SOON),
        },
    )
