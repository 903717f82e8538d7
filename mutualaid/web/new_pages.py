"""Asking for help: a request with its lines, and whom they would ask."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from agencies.typing import catalogue
from agencies.web.answers import carried_out, filled, onward
from agencies.web.requests import ActorRequest
from agencies.words import Declaration, Priority
from incidents.web.zones import by_its_clock
from mutualaid import reads, writes
from mutualaid.web.new_forms import LINES, ROWS, LineRows, RequestForm, rewritten

AN_HOUR = timedelta(hours=1)
MOST_AHEAD = 10


@by_its_clock
def new(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Ask for something at an incident; who would be asked is shown before it is sent."""
    place = reads.incident_asked_for(request.actor, pk)
    if again := rewritten(request.POST):
        return _asked(request, place, *again)
    likely = {"deliver_to": place["place"], "needed_by": timezone.now() + AN_HOUR}
    form = RequestForm(filled(request), initial=likely)
    rows: LineRows = LINES(filled(request), prefix=ROWS)  # type: ignore[assignment]
    if rows.is_bound and not rows.is_valid() and form.is_valid():
        form.add_error(None, _("Put right what is marked at its line."))
    told = carried_out(form, lambda: _submitted(request, pk, form, rows))
    if told:
        return onward(request, "mutualaid:request", told[0].request)
    return _asked(request, place, form, rows)


@require_safe
@by_its_clock
def preview(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Whom the lines would ask as they are filled in now, as a fragment below the form."""
    rows: LineRows = LINES(request.GET, prefix=ROWS)  # type: ignore[assignment]
    priority = request.GET.get("priority", "")
    ahead = []
    if priority in Priority.values:
        said = [form.cleaned_data for form in rows.forms if form.is_valid() and form.cleaned_data]
        declared = _declared(request)
        ahead = [_ahead(request, pk, one, priority, declared) for one in said[:MOST_AHEAD]]
    return render(request, "mutualaid/_preview.html", {"ahead": ahead, "unclear": rows.unclear()})


def _declared(request: ActorRequest) -> dict[str, Any]:
    """What is said to be declared, as far as it can be understood while somebody still types."""
    level, declaration = request.GET.get("eoc_level", ""), request.GET.get("declaration", "")
    return {
        "declaration": declaration if declaration in Declaration.values else "",
        "eoc_level": int(level) if level in {"1", "2", "3"} else None,
    }


def _ahead(
    request: ActorRequest,
    pk: UUID,
    said: dict[str, Any],
    priority: str,
    declared: dict[str, Any],
) -> dict[str, Any]:
    wanted = {name: said[name] for name in ("kind", "type", "or_better", "quantity")}
    steps = reads.preview(request.actor, pk, priority=priority, **wanted, **declared)
    return {"name": catalogue.kind(said["kind"]).name, "steps": steps, **said}


def _submitted(request: ActorRequest, pk: UUID, form: RequestForm, rows: LineRows) -> Any:
    return writes.submit_request(request.actor, pk, lines=rows.lines(), **form.request())


def _asked(
    request: ActorRequest, place: dict[str, Any], form: RequestForm, rows: LineRows
) -> HttpResponse:
    """The form, in the page's dialog or as a page of its own."""
    dialog = request.headers.get("HX-Request") == "true"
    if not form.is_bound and len(rows.forms) == 1:
        rows.forms[0].fields["kind"].widget.attrs["autofocus"] = True
    return render(
        request,
        "mutualaid/_new.html" if dialog else "mutualaid/new.html",
        {
            "page": "incidents",
            "form": form,
            "rows": rows,
            "dialog": dialog,
            "title": _("Request at %s") % place["name"],
            "action": request.get_full_path(),
            "pk": place["id"],
            "mode": place["mode"],
            "kinds": catalogue.kinds(),
            "first_due": reads.first_due(request.actor, place["id"]),
        },
        status=422 if form.errors else 200,
    )
