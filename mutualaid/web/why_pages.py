"""The page that says why, and why not."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from agencies import reads as agencies
from agencies.typing import catalogue
from agencies.web.requests import ActorRequest
from mutualaid import reads
from mutualaid.web.why_forms import WhyForm


@require_safe
def why(request: ActorRequest) -> HttpResponse:
    """Whether one may ask another for something, and which clauses say so."""
    names = [(one.id, one.name) for one in agencies.agencies(request.actor)]
    asked = request.GET if "kind" in request.GET else None
    form = WhyForm(asked, agencies=names, initial={"requester": request.actor.agency_id})
    found = reads.why(request.actor, form.question()) if asked and form.is_valid() else None
    return render(
        request,
        "mutualaid/why.html",
        {"page": "agreements", "form": form, "found": found, "kinds": catalogue.kinds()},
    )
