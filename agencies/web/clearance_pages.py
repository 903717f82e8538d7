"""What members are cleared for, and whether criminal justice data is on."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from agencies import reads, writes
from agencies.web import clearance_forms, forms
from agencies.web.answers import asked, carried_out, filled, onward
from agencies.web.requests import ActorRequest


def give(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Say that a colleague is sworn, cleared or bound to a rule."""
    colleague = reads.member(request.actor, pk)
    form = clearance_forms.ClearanceForm(filled(request))
    told = carried_out(form, lambda: writes.give_clearance(request.actor, pk, **form.cleaned_data))
    if told:
        return onward(request, "agencies:mine")
    title = _("Clear %s") % colleague.name
    text = _("It opens what clauses share with the cleared. Open boards follow at once.")
    return asked(request, form, title=title, submit=_("Enter it"), text=text)


def end(request: ActorRequest, pk: UUID) -> HttpResponse:
    form = forms.ReasonForm(filled(request))
    told = carried_out(
        form,
        lambda: writes.end_clearance(request.actor, pk, reason=form.cleaned_data["reason"]),
    )
    if told:
        return onward(request, "agencies:mine")
    title = _ended_of(request, pk)
    text = _("What it opened is closed at once, on open boards too.")
    return asked(request, form, title=title, submit=_("End it"), danger=True, text=text)


@require_safe
def checklist(request: ActorRequest) -> HttpResponse:
    """What must be true before criminal justice data is kept here."""
    listed = reads.checklist(request.actor)
    return render(request, "agencies/checklist.html", {"listed": listed, "page": "mine"})


def _ended_of(request: ActorRequest, pk: UUID) -> str:
    """Which clearance, and whose."""
    held = ((who, one) for who in reads.members(request.actor) for one in who.clearances)
    named = (f"{one.label}: {who.name}" for who, one in held if one.id == pk)
    return next(named, _("End the clearance"))
