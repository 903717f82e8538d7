"""The audit trail of an incident, and a copy of it to take along."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from agencies.web import tables
from agencies.web.moments import Moment
from agencies.web.requests import ActorRequest
from agencies.web.sought_forms import AGENCY, EVERYTHING, FROM, UP_TO, WHAT, WHO
from audit.trail import Sought
from incidents import reads, writes
from incidents.reads.timeline import Line
from incidents.web.zones import by_its_clock

HEAD = ("recorded_at", "occurred_at", "person", "agency", "door", "kind", "what", "because")


class SoughtForm(forms.Form):
    """Which lines of the trail."""

    kind = forms.ChoiceField(label=WHAT, required=False)
    person = forms.CharField(label=WHO, max_length=120, required=False)
    agency = forms.ChoiceField(label=AGENCY, required=False)
    since = Moment(label=FROM, required=False)
    until = Moment(label=UP_TO, required=False)

    def offer(self, agencies: list[tuple[str, str]], kinds: list[tuple[str, str]]) -> None:
        """What there is to choose from. Not known before the lines were read."""
        anyone: list[tuple[str, str]] = [("", str(EVERYTHING))]
        self.fields["agency"].choices = anyone + agencies  # type: ignore[attr-defined]
        self.fields["kind"].choices = anyone + kinds  # type: ignore[attr-defined]

    def sought(self) -> Sought:
        """What was filled in well; a filter that cannot be read filters nothing."""
        self.is_valid()
        said = {name: value for name, value in self.cleaned_data.items() if value}
        if "agency" in said:
            said["agency"] = UUID(said["agency"])
        return Sought(**said)


@require_safe
@by_its_clock
def timeline(request: ActorRequest, pk: UUID) -> HttpResponse:
    """What happened at an incident, filtered, newest first."""
    form = _form(request, pk)
    page = reads.timeline(request.actor, pk, form.sought())
    incident = reads.incident(request.actor, pk)
    older = {**request.GET.dict(), "until": page.older.isoformat()} if page.older else None
    return render(
        request,
        "incidents/timeline.html",
        {
            "page": "incidents",
            "pk": pk,
            "incident": incident,
            "mode": incident["mode"],
            "form": form,
            "lines": page.lines,
            "older": older and urlencode(older),
        },
    )


@require_POST
@by_its_clock
def export(request: ActorRequest, pk: UUID) -> HttpResponse | StreamingHttpResponse:
    """Take a copy along. That it was taken stands in the agency's ledger first."""
    sought = _form(request, pk).sought()
    writes.export_trail(request.actor, pk, sought=sought.said())
    lines = reads.timeline_export(request.actor, pk, sought)
    return tables.csv("trail.csv", HEAD, map(_row, lines))


def _form(request: ActorRequest, pk: UUID) -> SoughtForm:
    form = SoughtForm(request.POST or request.GET)
    agencies, kinds = reads.timeline_choices(request.actor, pk)
    form.offer(agencies, kinds)
    return form


def _row(line: Line) -> tuple[str, ...]:
    occurred = line.occurred_at.isoformat() if line.occurred_at else ""
    return (
        line.recorded_at.isoformat(),
        occurred,
        line.who,
        line.agency,
        line.via,
        line.label,
        line.what,
        line.because,
    )
