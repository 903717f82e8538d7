"""Who is at an incident: invite, come, stay away, leave."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from agencies.web.answers import asked, carried_out, filled, onward
from agencies.web.requests import ActorRequest
from incidents import reads, writes
from incidents.web import forms
from incidents.web.dialogs import done
from incidents.web.zones import by_its_clock
from incidents.words import Role


@by_its_clock
def invite(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Search the directory, and invite one agency of what was found."""
    name = request.GET.get("name", "")[:80]
    found = reads.agencies_to_invite(request.actor, pk, name=name)
    form = forms.InviteForm(filled(request), choices=found)
    told = carried_out(form, lambda: _invited(request, pk, form))
    if told:
        return done(request, "incidents:board", pk)
    return asked(
        request,
        form,
        title=_("Invite an agency"),
        submit=_("Invite"),
        template="incidents/_invite.html",
        name=name,
    )


@by_its_clock
def accept(request: ActorRequest, pk: UUID) -> HttpResponse:
    form = forms.HappenedForm(filled(request))
    told = carried_out(
        form, lambda: writes.accept_invitation(request.actor, pk, **form.cleaned_data)
    )
    if told:
        return onward(request, "incidents:board", pk)
    text = _("Your agency sees the board from then on, and its agreements say who sees yours.")
    title = _("Come to this incident")
    return asked(request, form, title=title, submit=_("Accept"), text=text)


def decline(request: ActorRequest, pk: UUID) -> HttpResponse:
    form = forms.DeclineForm(filled(request))
    told = carried_out(
        form,
        lambda: writes.decline_invitation(request.actor, pk, **form.cleaned_data),
    )
    if told:
        return onward(request, "incidents:home")
    return asked(request, form, title=_("Decline the invitation"), submit=_("Decline"))


def leave(request: ActorRequest, pk: UUID) -> HttpResponse:
    form = _yes(request)
    told = carried_out(form, lambda: writes.leave_incident(request.actor, pk))
    if told:
        return onward(request, "incidents:home")
    title = _("Leave %s") % reads.incident(request.actor, pk)["number"]
    text = _("Your agency is shown nothing more of it. Its resources must have left before.")
    return asked(request, form, title=title, submit=_("Leave the incident"), danger=True, text=text)


def _yes(request: ActorRequest) -> forms.NothingForm:
    return forms.NothingForm(filled(request))


def _invited(request: ActorRequest, pk: UUID, form: forms.InviteForm) -> object:
    said = form.cleaned_data
    return writes.invite_agency(
        request.actor,
        pk,
        agency=UUID(said["agency"]),
        role=Role(said["role"]),
        occurred_at=said["occurred_at"],
    )
