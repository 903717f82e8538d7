"""Pages of who is invited, who goes on, and who is removed."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from agencies import reads, writes
from agencies.details import Password
from agencies.web import forms, member_forms
from agencies.web.answers import asked, carried_out, filled, onward
from agencies.web.requests import ActorRequest, agency_of
from agencies.web.secrets import link_for


def invite(request: ActorRequest) -> HttpResponse:
    """Invite somebody. The link is shown on the answer to this one request and never again."""
    form = member_forms.InviteForm(filled(request))
    link = link_for(request.actor)
    told = carried_out(
        form,
        lambda: writes.invite_member(
            request.actor,
            agency_of(request),
            member=form.details(),
            link=Password.of(link),
            seated_until=form.cleaned_data["until"],
        ),
    )
    if told:
        return _shown(request, told.name, link)
    text = _("They are sent a link that is good once, for a week. You can copy it, too.")
    return asked(request, form, title=_("Invite somebody"), submit=_("Invite"), text=text)


def renew(request: ActorRequest, pk: UUID) -> HttpResponse:
    form = forms.Confirm(filled(request))
    link = link_for(request.actor)
    told = carried_out(
        form, lambda: writes.renew_invitation(request.actor, pk, link=Password.of(link))
    )
    if told:
        return _shown(request, told.name, link)
    text = _("A new link is sent, good for a week. The one before is of no use from then on.")
    return asked(request, form, title=_("Send the link anew"), submit=_("Send"), text=text)


def revoke(request: ActorRequest, pk: UUID) -> HttpResponse:
    form = forms.Confirm(filled(request))
    if carried_out(form, lambda: writes.revoke_invitation(request.actor, pk)):
        return onward(request, "agencies:mine")
    text = _("Whoever holds the link gets in nowhere with it.")
    title = _("Revoke the invitation")
    return asked(request, form, title=title, submit=_("Revoke"), danger=True, text=text)


def remove(request: ActorRequest, pk: UUID) -> HttpResponse:
    colleague = reads.member(request.actor, pk)
    form = forms.ReasonForm(filled(request))
    told = carried_out(
        form,
        lambda: writes.remove_member(request.actor, pk, reason=form.cleaned_data["reason"]),
    )
    if told:
        return onward(request, "agencies:mine")
    title = _("Remove %s") % colleague.name
    text = _(
        "For good: seats, sessions, tokens and open boards end within five seconds."
        " What they did stays in the ledger under their name."
    )
    return asked(request, form, title=title, submit=_("Remove"), danger=True, text=text)


def confirm(request: ActorRequest, pk: UUID) -> HttpResponse:
    colleague = reads.member(request.actor, pk)
    form = forms.Confirm(filled(request))
    if carried_out(form, lambda: writes.confirm_member(request.actor, pk)):
        return onward(request, "agencies:review-members")
    seats = ", ".join(seat.label for seat in colleague.seats) or _("no seat")
    title = _("Confirm %s") % colleague.name
    text = _("They still need: %s. You are asked again in a year.") % seats
    return asked(request, form, title=title, submit=_("Confirm"), text=text)


@require_safe
def review(request: ActorRequest) -> HttpResponse:
    """Who needs what they hold: looked at once a year (AC-2)."""
    found = reads.to_review(request.actor)
    return render(request, "agencies/review_members.html", {"members": found, "page": "review"})


def _shown(request: ActorRequest, name: str, link: str) -> HttpResponse:
    address = request.build_absolute_uri(f"/join/{link}/")
    return render(request, "agencies/invited.html", {"name": name, "address": address})
