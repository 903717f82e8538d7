"""What is written down and set up at an incident: notes, objectives, divisions."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from agencies.web.answers import asked, carried_out, filled
from agencies.web.requests import ActorRequest
from agencies.words import Category, Tlp
from incidents import reads, writes
from incidents.facts import ObjectiveSettled
from incidents.web import forms
from incidents.web.dialogs import done
from incidents.web.guest_forms import GuestNoteForm
from incidents.web.zones import by_its_clock
from incidents.words import DivisionKind, ObjectiveStatus


@by_its_clock
def note(request: ActorRequest, pk: UUID) -> HttpResponse:
    if request.actor.guest_of:
        return _note_of_guest(request, pk)
    people = reads.possible_recipients(request.actor, pk)
    form = forms.NoteForm(filled(request), people=people)
    told = carried_out(form, lambda: _noted(request, pk, form))
    if told:
        return done(request, "incidents:board", pk)
    return asked(request, form, title=_("Write a note"), submit=_("Write it down"))


def _note_of_guest(request: ActorRequest, pk: UUID) -> HttpResponse:
    """A guest writes what every agency there may read, and names nobody to read it alone."""
    form = GuestNoteForm(filled(request))
    told = carried_out(form, lambda: writes.write_note(request.actor, pk, **form.cleaned_data))
    if told:
        return done(request, "incidents:board", pk)
    text = _("Every agency at the incident reads it, with your name and your agency's.")
    return asked(request, form, title=_("Write a note"), submit=_("Write it down"), text=text)


@by_its_clock
def objective(request: ActorRequest, pk: UUID) -> HttpResponse:
    form = forms.ObjectiveForm(filled(request))
    told = carried_out(form, lambda: writes.set_objective(request.actor, pk, **form.cleaned_data))
    if told:
        return done(request, "incidents:board", pk)
    return asked(request, form, title=_("Set an objective"), submit=_("Set"))


@by_its_clock
def settle(request: ActorRequest, pk: UUID) -> HttpResponse:
    row = reads.objective(request.actor, pk)
    initial = {"version": row["version"], "to": row["status"]}
    form = forms.SettleForm(filled(request), initial=initial)
    told = carried_out(form, lambda: _settled(request, pk, form))
    if told:
        return done(request, "incidents:board", told.incident)
    title = _("Objective %s") % row["number"]
    return asked(request, form, title=title, submit=_("Save"))


def division(request: ActorRequest, pk: UUID) -> HttpResponse:
    form = forms.DivisionForm(filled(request))
    told = carried_out(form, lambda: _added(request, pk, form))
    if told:
        return done(request, "incidents:board", pk)
    return asked(request, form, title=_("Set up a division or group"), submit=_("Set up"))


def edit_division(request: ActorRequest, pk: UUID) -> HttpResponse:
    row = reads.division(request.actor, pk)
    form = forms.EditDivisionForm(filled(request), initial=row)
    told = carried_out(form, lambda: writes.edit_division(request.actor, pk, **form.cleaned_data))
    if told:
        return done(request, "incidents:board", told.incident)
    beside = [(reverse("incidents:close-division", args=[pk]), _("Close it"))]
    return asked(request, form, title=row["title"], submit=_("Save"), beside=beside)


def close_division(request: ActorRequest, pk: UUID) -> HttpResponse:
    form = forms.NothingForm(filled(request))
    told = carried_out(form, lambda: writes.close_division(request.actor, pk))
    if told:
        return done(request, "incidents:board", told.incident)
    title = _("Close %s") % reads.division(request.actor, pk)["title"]
    text = _("Only when nobody works in it any more. What was done in it stays on the trail.")
    return asked(request, form, title=title, submit=_("Close"), danger=True, text=text)


def _noted(request: ActorRequest, pk: UUID, form: forms.NoteForm) -> object:
    said = form.cleaned_data
    return writes.write_note(
        request.actor,
        pk,
        category=Category(said["category"]),
        text=said["text"],
        tlp=said["tlp"],
        recipients=tuple(said["recipients"]) if said["tlp"] == Tlp.RED else (),
        occurred_at=said["occurred_at"],
    )


def _settled(request: ActorRequest, pk: UUID, form: forms.SettleForm) -> ObjectiveSettled:
    said = form.cleaned_data | {"to": ObjectiveStatus(form.cleaned_data["to"])}
    return writes.settle_objective(request.actor, pk, **said)


def _added(request: ActorRequest, pk: UUID, form: forms.DivisionForm) -> object:
    said = form.cleaned_data | {"kind": DivisionKind(form.cleaned_data["kind"])}
    return writes.add_division(request.actor, pk, **said)
