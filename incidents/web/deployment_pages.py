"""Resources at an incident: commit, check in, move on, send home."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from agencies.web.answers import asked, carried_out, filled
from agencies.web.requests import ActorRequest
from incidents import reads, writes
from incidents.facts import DeploymentMoved
from incidents.web import deployment_forms, forms
from incidents.web.dialogs import done
from incidents.web.zones import by_its_clock
from incidents.words import DeploymentState, DivisionKind


@by_its_clock
def commit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Commit one of one's own resources."""
    ready = reads.resources_to_commit(request.actor)
    nobody = _("None of yours that is available is free: see Resources.")
    form = forms.CommitForm(filled(request), label=_("Resource"), choices=ready, nobody=nobody)
    told = carried_out(
        form,
        lambda: writes.commit_resource(
            request.actor,
            pk,
            resource=UUID(form.cleaned_data["one"]),
            eta=form.cleaned_data["eta"],
            occurred_at=form.cleaned_data["occurred_at"],
        ),
    )
    if told:
        return done(request, "incidents:board", pk)
    return asked(request, form, title=_("Commit a resource"), submit=_("Commit"))


@by_its_clock
def arrival(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Record a resource that came without being asked."""
    areas = [
        row
        for row in reads.divisions(request.actor, pk)
        if row["kind"] == DivisionKind.STAGING_AREA
    ]
    form = deployment_forms.ArrivalForm(
        filled(request), resources=reads.resources_to_commit(request.actor), areas=areas
    )
    told = carried_out(form, lambda: _arrived(request, pk, form))
    if told:
        return done(request, "incidents:board", pk)
    return asked(request, form, title=_("Arrived without being asked"), submit=_("Check in"))


@by_its_clock
def unit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One resource's stay: what it is, and the steps that the reader may take it along."""
    stay = reads.deployment(request.actor, pk)
    form = deployment_forms.MoveForm(
        filled(request),
        roads=stay.roads,
        divisions=reads.divisions(request.actor, stay.incident),
        initial={"version": stay.row["version"], "division": stay.row["division"]},
    )
    told = carried_out(form, lambda: _moved(request, pk, form))
    if told:
        return done(request, "incidents:board", stay.incident)
    dialog = request.headers.get("HX-Request") == "true"
    return render(
        request,
        "incidents/_unit.html" if dialog else "incidents/unit.html",
        {
            "stay": stay,
            "form": form,
            "page": "incidents",
            "offered": reads.may(request.actor, stay.incident),
        },
        status=422 if form.errors else 200,
    )


@by_its_clock
def check_in(request: ActorRequest, pk: UUID) -> HttpResponse:
    stay = reads.deployment(request.actor, pk)
    form = deployment_forms.CheckInForm(
        filled(request),
        initial={"version": stay.row["version"], "personnel": stay.row["personnel"]},
    )
    told = carried_out(form, lambda: writes.check_in(request.actor, pk, **form.cleaned_data))
    if told:
        return done(request, "incidents:board", stay.incident)
    return asked(
        request, form, title=_("Check in %s") % stay.row["call_sign"], submit=_("Check in")
    )


def accept_arrival(request: ActorRequest, pk: UUID) -> HttpResponse:
    form = forms.NothingForm(filled(request))
    stay = reads.deployment(request.actor, pk)
    told = carried_out(form, lambda: writes.accept_arrival(request.actor, pk))
    if told:
        return done(request, "incidents:board", stay.incident)
    title = _("Accept %s, which was not asked for") % stay.row["call_sign"]
    return asked(request, form, title=title, submit=_("Accept"))


def _arrived(request: ActorRequest, pk: UUID, form: deployment_forms.ArrivalForm) -> object:
    said = form.cleaned_data
    return writes.check_in_unordered(
        request.actor,
        pk,
        resource=UUID(said["resource"]),
        division=_id(said["division"]),
        personnel=said["personnel"],
        occurred_at=said["occurred_at"],
    )


def _moved(request: ActorRequest, pk: UUID, form: deployment_forms.MoveForm) -> DeploymentMoved:
    said = form.cleaned_data
    return writes.move_deployment(
        request.actor,
        pk,
        to=DeploymentState(said["to"]),
        version=said["version"],
        division=_id(said["division"]),
        reason=said["reason"],
        occurred_at=said["occurred_at"],
    )


def _id(said: str) -> UUID | None:
    return UUID(said) if said else None
