"""Pages on which a late party is asked to join, joins, or does not."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from agencies import reads, writes
from agencies.web.acting import Asked, act, of_a_part
from agencies.web.answers import asked, carried_out, filled, onward
from agencies.web.forms import Confirm
from agencies.web.joining_forms import InviteForm, JoinForm
from agencies.web.requests import ActorRequest
from audit.refusals import NotFound


def invite(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Ask an agency to join."""
    stays = reads.agreement(request.actor, pk).parties
    there = {party.agency for party in stays if party.standing != "left"}
    others = [
        (entry.id, entry.name) for entry in reads.agencies(request.actor) if entry.id not in there
    ]
    form = InviteForm(filled(request), agencies=others)
    asked_for = Asked(
        _("Ask an agency to join"),
        _("Ask it to join"),
        _("It sees the text from now on, and is bound once its signatory has signed a joinder."),
    )
    return act(
        request, pk, form, asked_for, lambda said: writes.invite_to_join(request.actor, pk, **said)
    )


def join(request: ActorRequest, pk: UUID, party: UUID) -> HttpResponse:
    """Sign the joinder for one's own agency."""
    found = reads.agreement(request.actor, pk)
    if found.joinder is None or found.joinder.party != party:
        raise NotFound
    form = JoinForm(
        filled(request),
        agency=request.actor.agency,
        initial={"joinder_hash": found.joinder.hash},
    )
    told = carried_out(
        form,
        lambda: writes.sign_joinder(
            request.actor, party, joinder_hash=form.cleaned_data["joinder_hash"]
        ),
    )
    if told:
        return onward(request, "agencies:agreement", pk)
    return asked(
        request,
        form,
        title=_("Join for %s") % request.actor.agency,
        submit=_("Sign the joinder"),
        template="agencies/_join.html",
        it=found,
        mine=next(one for one in found.parties if one.id == party),
    )


@of_a_part
def uninvite(request: ActorRequest, pk: UUID, party: UUID) -> HttpResponse:
    """Ask no more, or decline."""
    form = Confirm(filled(request))
    if carried_out(form, lambda: writes.uninvite(request.actor, party)):
        return onward(request, "agencies:agreements")
    text = _("The agency is no party then, and sees the text no more.")
    title = _("End the invitation")
    return asked(request, form, title=title, submit=_("End it"), text=text, danger=True)
