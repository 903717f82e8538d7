"""Alerts from outside: take them in, read them, open an incident from them or not."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from agencies.web.answers import asked, carried_out, filled, onward
from agencies.web.requests import ActorRequest, agency_of
from incidents import reads, writes
from incidents.reads.alerts import Received
from incidents.web import forms
from incidents.web.alert_forms import UploadForm
from incidents.web.cap import Incoming


@require_safe
def alerts(request: ActorRequest) -> HttpResponse:
    """Everything that the agency received, newest first."""
    found = reads.alerts(request.actor)
    return render(request, "incidents/alerts.html", {"page": "incidents", "alerts": found})


@require_safe
def alert(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One message, as a dispatcher reads it before deciding."""
    found = reads.alert(request.actor, pk)
    more = {"page": "incidents", "alert": found, "mode": found.mode}
    return render(request, "incidents/alert.html", more)


def upload(request: ActorRequest) -> HttpResponse:
    """Take in a CAP message from a file; the same again shows what became of the first."""
    form = UploadForm(filled(request), request.FILES or None)
    if form.is_valid():
        received: Incoming = form.cleaned_data["message"]
        before = reads.alert_like(request.actor, received.message, received.raw_hash)
        if before:
            return _shown(before.id)
    told = carried_out(form, lambda: _received(request, form))
    if told:
        return _shown(told)
    return render(
        request,
        "incidents/upload.html",
        {"page": "incidents", "form": form},
        status=422 if form.errors else 200,
    )


def confirm(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Open the incident that an alert proposes, as far as the dispatcher agrees."""
    found = reads.alert(request.actor, pk)
    form = forms.ConfirmAlertForm(
        filled(request), initial=_proposed(found, request.actor.time_zone)
    )
    told = carried_out(
        form,
        lambda: writes.confirm_alert(
            request.actor, pk, known=form.known(), occurred_at=form.cleaned_data["occurred_at"]
        ),
    )
    if told:
        return onward(request, "incidents:board", told[1].incident)
    title = _("Open an incident (%s)") % found.mode_label
    return asked(request, form, title=title, submit=_("Open"), mode=found.mode)


def dismiss(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Say why an alert needs no incident."""
    form = forms.ReasonForm(filled(request))
    told = carried_out(form, lambda: writes.dismiss_alert(request.actor, pk, **form.cleaned_data))
    if told:
        return onward(request, "incidents:home")
    return asked(request, form, title=_("Dismiss this alert"), submit=_("Dismiss"))


def _shown(pk: UUID) -> HttpResponse:
    """On to what became of the message, with the focus on it."""
    return redirect(resolve_url("incidents:alert", pk) + "#result")


def _received(request: ActorRequest, form: UploadForm) -> UUID:
    received: Incoming = form.cleaned_data["message"]
    told = writes.receive_alert(
        request.actor,
        agency_of(request),
        message=received.message,
        raw=received.raw,
        remarks=received.remarks,
    )
    pk: UUID = told[0].alert  # type: ignore[attr-defined]
    return pk


def _proposed(alert: Received, time_zone: str) -> dict[str, object]:
    return {
        "name": alert.proposed_name,
        "kind": alert.hazard,
        "place": alert.place[:200],
        "latitude": alert.latitude,
        "longitude": alert.longitude,
        "time_zone": time_zone,
        "occurred_at": alert.began_at,
    }
