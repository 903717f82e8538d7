"""Pages of one's own agency's resources."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from agencies import reads, writes
from agencies.web import forms
from agencies.web.answers import asked, carried_out, filled, onward
from agencies.web.filter_forms import ResourcesFilter
from agencies.web.requests import ActorRequest, agency_of


@require_safe
def resources(request: ActorRequest) -> HttpResponse:
    """What we have, whether it could be sent, and where it is."""
    said = {name: request.GET.get(name, "") for name in ("kind", "status", "sought")}
    return render(
        request,
        "agencies/resources.html",
        {
            "page": "resources",
            "resources": reads.resources(request.actor, **said),
            "form": ResourcesFilter(request.GET, kinds=reads.kinds_in_use(request.actor)),
        },
    )


def add(request: ActorRequest) -> HttpResponse:
    form = forms.ResourceForm(filled(request), kinds=_kinds(request))
    told = carried_out(
        form,
        lambda: writes.add_resource(request.actor, agency_of(request), details=form.details()),
    )
    if told:
        return onward(request, "agencies:resources")
    return asked(request, form, title=_("Add a resource"), submit=_("Add"))


def edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    entry = reads.resource(request.actor, pk)
    initial = {name: getattr(entry, name) for name in forms.EditResourceForm.base_fields}
    form = forms.EditResourceForm(
        filled(request),
        kinds=_kinds(request),
        initial={**initial, "kind": entry.kind_code},
    )
    told = carried_out(
        form,
        lambda: writes.edit_resource(
            request.actor, pk, details=form.details(), version=form.cleaned_data["version"]
        ),
    )
    if told:
        return onward(request, "agencies:resources")
    return asked(request, form, title=entry.call_sign, submit=_("Save"))


def readiness(request: ActorRequest, pk: UUID) -> HttpResponse:
    entry = reads.resource(request.actor, pk)
    initial = {"to": entry.status, "reason": entry.reason, "back_at": entry.back_at}
    form = forms.ReadinessForm(filled(request), initial=initial)
    told = carried_out(
        form, lambda: writes.change_readiness(request.actor, pk, **form.cleaned_data)
    )
    if told:
        return onward(request, "agencies:resources")
    return asked(request, form, title=_("Readiness of %s") % entry.call_sign, submit=_("Save"))


def retire(request: ActorRequest, pk: UUID) -> HttpResponse:
    entry = reads.resource(request.actor, pk)
    form = forms.Confirm(filled(request))
    told = carried_out(form, lambda: writes.retire_resource(request.actor, pk))
    if told:
        return onward(request, "agencies:resources")
    title = _("%s is no longer ours") % entry.call_sign
    text = _("It is listed no more and can never be sent. What it did stays in the ledger.")
    return asked(request, form, title=title, submit=_("Strike it off"), danger=True, text=text)


def _kinds(request: ActorRequest) -> list[tuple[str, str]]:
    return [(kind.code, kind.name) for kind in reads.kinds(request.actor)]
