"""An agency's incidents, one incident's board, and the incident itself."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render, resolve_url
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from agencies.web.answers import asked, carried_out, filled, onward
from agencies.web.live import cursors
from agencies.web.requests import ActorRequest, agency_of
from incidents import reads, writes
from incidents.web import forms
from incidents.web.acts import acts
from incidents.web.zones import by_its_clock
from incidents.words import Mode

LISTS = {
    "active": gettext_lazy("Active"),
    "exercises": gettext_lazy("Exercises"),
    "closed": gettext_lazy("Closed"),
}


@require_safe
def home(request: ActorRequest) -> HttpResponse:
    """The agency's incidents, what waits for a dispatcher, and where it is invited."""
    listed = reads.incidents(request.actor)
    shown = request.GET.get("list", "active")
    shown = shown if shown in LISTS else "active"
    tabs = [
        {"href": f"?list={name}", "label": label, "count": len(getattr(listed, name))}
        for name, label in LISTS.items()
    ]
    return render(
        request,
        "incidents/incidents.html",
        {
            "page": "incidents",
            "tabs": tabs,
            "current": f"?list={shown}",
            "listed": listed,
            "rows": getattr(listed, shown),
            "alerts": reads.alerts(request.actor, waiting=True),
            "offers": reads.command_offers(request.actor),
        },
    )


def open_incident(request: ActorRequest) -> HttpResponse:
    """Open an incident by hand."""
    own_zone = {"time_zone": request.actor.time_zone}
    form = forms.OpenForm(filled(request), initial=own_zone)
    told = carried_out(form, lambda: _opened(request, form))
    if told:
        return onward(request, "incidents:board", told.incident)
    return asked(request, form, title=_("Open an incident"), submit=_("Open"), page="incidents")


@require_safe
def board(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The live board, with its first snapshot in the page."""
    shown = reads.board(request.actor, pk)
    snapshot = {
        "cursor": cursors.seal(shown.view, shown.seq, shown.terms),
        "at": shown.at,
        "rows": shown.rows,
    }
    incident = next(iter(shown.of_kind("incident")), {})
    closed = incident.get("status") == "closed"
    offered, here = reads.offered(request.actor, pk)
    offered = frozenset[str]() if closed else offered
    more: dict[str, Any] = {
        "page": "incidents",
        "incident": incident,
        "mode": incident.get("mode", ""),
        "acts": {} if closed else acts(pk, offered, guest=request.actor.guest_of is not None),
        "offered": offered,
        "snapshot": snapshot,
        "here": here,
        "sign_in": resolve_url(settings.LOGIN_URL),
        "pk": pk,
    }
    return render(request, "incidents/board.html", more)


@by_its_clock
def edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Correct what is known of an incident."""
    form = forms.EditForm(filled(request), initial=reads.incident(request.actor, pk))
    told = carried_out(
        form,
        lambda: writes.edit_incident(
            request.actor, pk, version=form.cleaned_data["version"], known=form.known()
        ),
    )
    if told:
        return onward(request, "incidents:board", pk)
    return asked(request, form, title=_("Correct what is known"), submit=_("Save"))


def close(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Close an incident."""
    form = forms.NothingForm(filled(request))
    told = carried_out(form, lambda: writes.close_incident(request.actor, pk))
    if told:
        return onward(request, "incidents:board", pk)
    title = _("Close %s") % reads.incident(request.actor, pk)["number"]
    text = _(
        "Nothing can be added any more. The board and the trail stay readable. Notes of"
        " criminal intelligence expire with it: their words are erased."
    )
    return asked(request, form, title=title, submit=_("Close the incident"), danger=True, text=text)


def _opened(request: ActorRequest, form: forms.OpenForm) -> Any:
    known = form.known()
    return writes.open_incident(
        request.actor,
        agency_of(request),
        mode=Mode(form.cleaned_data["mode"]),
        occurred_at=form.cleaned_data["occurred_at"],
        **{name: getattr(known, name) for name in known.__dataclass_fields__},
    )
