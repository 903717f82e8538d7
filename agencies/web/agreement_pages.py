"""Pages of agreements: the list, one of them, and sending and signing it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from agencies import reads, writes
from agencies.web import forms
from agencies.web.answers import asked, carried_out, filled, onward
from agencies.web.filter_forms import AgreementsFilter
from agencies.web.landing import followed
from agencies.web.requests import ActorRequest
from agencies.web.review_forms import SendForm
from agencies.web.signing_forms import SignForm


@require_safe
def agreements(request: ActorRequest) -> HttpResponse:
    """What we have agreed, are asked to sign, or are writing."""
    state, sought = request.GET.get("state", ""), request.GET.get("q", "")
    return render(
        request,
        "agencies/agreements.html",
        {
            "page": "agreements",
            "agreements": reads.agreements(request.actor, state=state, sought=sought),
            "ending": reads.ending_soon(request.actor),
            "form": AgreementsFilter(request.GET),
        },
    )


@require_safe
def agreement(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One agreement: its clauses beside what they mean, its parties, whom it binds."""
    place = reads.own_place(request.actor)
    found = reads.agreement(request.actor, pk)
    live = followed(place, "/live/agency/")
    more = {"page": "agreements", "it": found, "live": live}
    return render(request, "agencies/agreement.html", more)


def send(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Seal the text that is shown and send it to every party."""
    found = reads.agreement(request.actor, pk)
    form = SendForm(filled(request), initial={"text_hash": found.text_hash})
    told = carried_out(
        form, lambda: writes.send_for_signature(request.actor, pk, **form.cleaned_data)
    )
    if told:
        return onward(request, "agencies:agreement", pk)
    text = _("The text is sealed as it is now, and goes to every party.")
    return asked(request, form, title=_("Send for signature"), submit=_("Seal and send"), text=text)


def sign(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Sign the text that is shown, for one's own agency."""
    found = reads.agreement(request.actor, pk)
    form = SignForm(
        filled(request), agency=request.actor.agency, initial={"text_hash": found.text_hash}
    )
    told = carried_out(
        form,
        lambda: writes.sign_agreement(request.actor, pk, text_hash=form.cleaned_data["text_hash"]),
    )
    if told:
        return onward(request, "agencies:agreement", pk)
    return asked(
        request,
        form,
        title=_("Sign for %s") % request.actor.agency,
        submit=_("Sign"),
        template="agencies/_sign.html",
        it=found,
        mine=next((one for one in found.parties if one.agency == request.actor.agency_id), None),
    )


def reopen(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take the text back to change it."""
    form = forms.ReasonForm(filled(request))
    told = carried_out(
        form,
        lambda: writes.reopen_agreement(request.actor, pk, reason=form.cleaned_data["reason"]),
    )
    if told:
        return onward(request, "agencies:agreement", pk)
    text = _("Every signature given so far is void: the text will be another.")
    return asked(request, form, title=_("Change the text"), submit=_("Reopen"), text=text)


def abandon(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Give it up before everybody has signed."""
    form = forms.ReasonForm(filled(request))
    told = carried_out(
        form,
        lambda: writes.abandon_agreement(request.actor, pk, reason=form.cleaned_data["reason"]),
    )
    if told:
        return onward(request, "agencies:agreement", pk)
    text = _("Nobody is bound by it, and it cannot be signed any more. Its text is kept.")
    return asked(
        request, form, title=_("Give it up"), submit=_("Give it up"), danger=True, text=text
    )
