"""Pages of one's own agency, its people, one's tokens, and the directory."""

from __future__ import annotations

from uuid import UUID

from django.forms import formset_factory
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from agencies import reads, writes
from agencies.web import forms
from agencies.web.answers import asked, carried_out, filled, onward
from agencies.web.filter_forms import DirectoryFilter
from agencies.web.requests import ActorRequest, agency_of, keep_session, member_of

CONTACTS = formset_factory(
    forms.ContactForm, formset=forms.ContactsForm, extra=2, max_num=20, can_delete=True
)


@require_safe
def mine(request: ActorRequest) -> HttpResponse:
    """My agency: its entry, contacts, members and seats."""
    own = reads.my_agency(request.actor)
    invitations = reads.invitations(request.actor) if own.may_run else ()
    sign_on = reads.my_sign_on(request.actor) if own.may_run else None
    said = {"own": own, "invitations": invitations, "sign_on": sign_on, "page": "mine"}
    return render(request, "agencies/mine.html", said)


@require_safe
def directory(request: ActorRequest) -> HttpResponse:
    """Every agency."""
    sought, discipline = request.GET.get("q", ""), request.GET.get("discipline", "")
    found = reads.agencies(request.actor, sought=sought, discipline=discipline)
    said = {"agencies": found, "form": DirectoryFilter(request.GET), "page": "directory"}
    return render(request, "agencies/directory.html", said)


def edit(request: ActorRequest) -> HttpResponse:
    """Change what the directory says of my agency."""
    entry = reads.my_agency(request.actor).agency
    initial = {name: getattr(entry, name) for name in forms.AgencyForm.base_fields}
    form = forms.AgencyForm(filled(request), initial=initial)
    told = carried_out(
        form,
        lambda: writes.edit_agency(
            request.actor,
            entry.id,
            details=form.details(),
            version=form.cleaned_data["version"],
        ),
    )
    if told:
        return onward(request, "agencies:mine")
    return asked(request, form, title=_("My agency"), submit=_("Save"))


def contacts(request: ActorRequest) -> HttpResponse:
    """Say anew whom to call."""
    own = reads.my_agency(request.actor)
    names = forms.ContactForm.base_fields
    initial = [{name: getattr(row, name) for name in names} for row in own.contacts]
    rows = CONTACTS(filled(request), initial=initial, prefix="contacts")
    form = forms.Confirm(filled(request))
    told = None
    if rows.is_valid():
        listed = rows.contacts()  # type: ignore[attr-defined]
        told = carried_out(
            form,
            lambda: writes.list_contacts(request.actor, own.agency.id, contacts=listed),
        )
    if told:
        return onward(request, "agencies:mine")
    return asked(request, form, title=_("Whom to call"), submit=_("Save"), rows=rows)


def add_member(request: ActorRequest) -> HttpResponse:
    """Let somebody act for my agency."""
    form = forms.MemberForm(filled(request))
    told = carried_out(
        form,
        lambda: writes.add_member(
            request.actor,
            agency_of(request),
            member=form.details(),
            password=form.first_password(),
        ),
    )
    if told:
        return onward(request, "agencies:mine")
    return asked(request, form, title=_("Add a member"), submit=_("Add"))


def suspend_member(request: ActorRequest, pk: UUID) -> HttpResponse:
    colleague = reads.member(request.actor, pk)
    form = forms.ReasonForm(filled(request))
    told = carried_out(
        form,
        lambda: writes.suspend_member(request.actor, pk, reason=form.cleaned_data["reason"]),
    )
    if told:
        return onward(request, "agencies:mine")
    title = _("Suspend %s") % colleague.name
    text = _("Every session, token and open board of theirs ends within five seconds.")
    return asked(request, form, title=title, submit=_("Suspend at once"), danger=True, text=text)


def restore_member(request: ActorRequest, pk: UUID) -> HttpResponse:
    colleague = reads.member(request.actor, pk)
    form = forms.Confirm(filled(request))
    told = carried_out(form, lambda: writes.restore_member(request.actor, pk))
    if told:
        return onward(request, "agencies:mine")
    text = _("They may sign in again, in the seats that they hold.")
    title = _("Restore %s") % colleague.name
    return asked(request, form, title=title, submit=_("Restore"), text=text)


def give_seat(request: ActorRequest, pk: UUID) -> HttpResponse:
    colleague = reads.member(request.actor, pk)
    form = forms.SeatForm(filled(request))
    told = carried_out(form, lambda: writes.give_seat(request.actor, pk, **form.cleaned_data))
    if told:
        return onward(request, "agencies:mine")
    return asked(request, form, title=_("Seat %s") % colleague.name, submit=_("Give the seat"))


def take_seat(request: ActorRequest, pk: UUID) -> HttpResponse:
    form = forms.Confirm(filled(request))
    told = carried_out(form, lambda: writes.take_seat(request.actor, pk))
    if told:
        return onward(request, "agencies:mine")
    text = _("What the seat allows is over at once. That it was held stays in the ledger.")
    title = _taken_from(request, pk)
    return asked(request, form, title=title, submit=_("Take it"), danger=True, text=text)


def set_password(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One's own password, or a colleague's."""
    person = reads.member(request.actor, pk)
    own = pk == member_of(request)
    form = (forms.OwnPasswordForm if own else forms.NewPasswordForm)(filled(request))
    told = carried_out(
        form,
        lambda: writes.set_password(request.actor, pk, password=form.new(), present=form.present()),
    )
    if told:
        if own:
            keep_session(request)
        return onward(request, "agencies:mine")
    return asked(request, form, title=_("Password of %s") % person.name, submit=_("Set it"))


def _taken_from(request: ActorRequest, pk: UUID) -> str:
    """Which seat, and whose: there may be several of a kind."""
    held = ((who, seat) for who in reads.members(request.actor) for seat in who.seats)
    named = (f"{seat.label}: {who.name}" for who, seat in held if seat.id == pk)
    return next(named, _("Take the seat"))
