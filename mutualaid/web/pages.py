"""Pages of requests: see the ladder, decide on offers."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from agencies.web.answers import asked, carried_out, filled
from agencies.web.forms import Confirm, ReasonForm
from agencies.web.landing import followed, landed
from agencies.web.requests import ActorRequest
from incidents.web.zones import by_clock_of
from mutualaid import reads, writes
from mutualaid.web import forms

by_its_clock = by_clock_of(reads.zone)


@require_safe
@by_its_clock
def request_page(request: ActorRequest, pk: UUID) -> HttpResponse:
    """A request, its lines, their ladders, every answer, and what happened."""
    shown = reads.request_followed(request.actor, pk)
    more = {
        "live": followed(shown.place, f"/live/incidents/{shown.place.about}/"),
        "page": "incidents",
        "mode": shown.it.mode,
        "it": shown.it,
        "history": shown.history,
    }
    return render(request, "mutualaid/request.html", more)


def cancel(request: ActorRequest, pk: UUID) -> HttpResponse:
    reads.known(request.actor, pk)
    form = ReasonForm(filled(request))
    told = carried_out(form, lambda: writes.cancel_request(request.actor, pk, **form.cleaned_data))
    if told:
        return landed(request, "mutualaid:request", pk)
    text = _("Whoever is asked is told. Whoever is on the way turns back.")
    title = _("Cancel the request")
    return asked(request, form, title=title, submit=title, danger=True, text=text)


def hold(request: ActorRequest, pk: UUID) -> HttpResponse:
    reads.known(request.actor, pk)
    form = ReasonForm(filled(request))
    told = carried_out(form, lambda: writes.hold_request(request.actor, pk, **form.cleaned_data))
    if told:
        return landed(request, "mutualaid:request", pk)
    text = _("Nobody further is asked, and nobody runs out of time, until it goes on.")
    return asked(request, form, title=_("Put on hold"), submit=_("Hold"), text=text)


def resume(request: ActorRequest, pk: UUID) -> HttpResponse:
    reads.known(request.actor, pk)
    form = Confirm(filled(request))
    told = carried_out(form, lambda: writes.resume_request(request.actor, pk))
    if told:
        return landed(request, "mutualaid:request", pk)
    text = _("The time that was left runs on.")
    return asked(request, form, title=_("Go on"), submit=_("Go on"), text=text)


@by_its_clock
def accept(request: ActorRequest, pk: UUID, offer: UUID) -> HttpResponse:
    """Take an offer, or some of it."""
    shown = reads.offer(request.actor, pk, offer)
    named = shown["named"]
    initial = {"resources": [str(one["resource"]) for one in named]}
    form = forms.AcceptForm(filled(request), named=named, initial=initial)
    told = carried_out(form, lambda: writes.accept_offer(request.actor, offer, **form.cleaned_data))
    if told:
        return landed(request, "mutualaid:request", pk)
    title = _("Accept the offer of %s") % shown["agency_name"]
    return asked(request, form, title=title, submit=_("Accept"))


def reject(request: ActorRequest, pk: UUID, offer: UUID) -> HttpResponse:
    reads.offer(request.actor, pk, offer)
    form = ReasonForm(filled(request))
    told = carried_out(form, lambda: writes.reject_offer(request.actor, offer, **form.cleaned_data))
    if told:
        return landed(request, "mutualaid:request", pk)
    return asked(request, form, title=_("Return the offer"), submit=_("Return it"))
