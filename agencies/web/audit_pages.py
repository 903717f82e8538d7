"""Pages for those who check: who looked at ours, our own ledger, who was turned away."""

from __future__ import annotations

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from agencies import reads, writes
from agencies.web import tables
from agencies.web.look_shapes import LooksForm
from agencies.web.requests import ActorRequest, agency_of
from agencies.web.sought_forms import SoughtForm, TurnedForm


@require_safe
def who_looked(request: ActorRequest) -> HttpResponse:
    """Who of other agencies was shown our data, and on what ground."""
    form = LooksForm(request.GET, there=reads.look_choices(request.actor))
    seen = reads.look_receipts(request.actor, form.sought(), before=form.before_line())
    return render(
        request,
        "agencies/who_looked.html",
        {
            "page": "who_looked",
            "found": seen.found,
            "seen": seen,
            "days": reads.look_days(request.actor),
            "form": form,
        },
    )


@require_safe
def trail(request: ActorRequest) -> HttpResponse:
    """What our own ledger tells."""
    form = SoughtForm(request.GET, kinds=reads.trail_kinds(request.actor))
    return render(
        request,
        "agencies/trail.html",
        {
            "page": "trail",
            "found": reads.agency_trail(request.actor, form.sought(), before=form.before_line()),
            "state": reads.ledger_state(request.actor),
            "form": form,
        },
    )


@require_safe
def security(request: ActorRequest) -> HttpResponse:
    """Who was turned away, and what the verification found."""
    sought = TurnedForm(request.GET).sought()
    found = reads.security_log(request.actor, **sought)
    return render(
        request,
        "agencies/security.html",
        {
            "page": "security",
            "found": found,
            "code": sought["code"],
            "state": reads.ledger_state(request.actor),
        },
    )


@require_POST
def export_looks(request: ActorRequest) -> HttpResponse | StreamingHttpResponse:
    """Take a copy of who looked. That it was taken stands in the ledger first."""
    sought = LooksForm(request.POST, there=reads.look_choices(request.actor)).sought()
    taken = writes.export_access_log(request.actor, agency_of(request), sought=sought)
    lines = reads.exported_looks(request.actor, taken, sought)
    return tables.csv("who-looked.csv", tables.LOOK_HEAD, map(tables.look_row, lines))


@require_POST
def export_trail(request: ActorRequest) -> HttpResponse | StreamingHttpResponse:
    """Take a copy of our own ledger. That it was taken stands in it first."""
    sought = SoughtForm(request.POST, kinds=reads.trail_kinds(request.actor)).sought()
    taken = writes.export_trail(request.actor, agency_of(request), sought=sought)
    lines = reads.exported_trail(request.actor, taken, sought)
    return tables.csv("trail.csv", tables.TRAIL_HEAD, map(tables.trail_row, lines))
