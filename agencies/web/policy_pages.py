"""Pages of what an agency asks of those who sign in for it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from agencies import reads, writes
from agencies.web.answers import asked, carried_out, filled, onward
from agencies.web.forms import Confirm
from agencies.web.requests import ActorRequest, agency_of


def second_factor(request: ActorRequest) -> HttpResponse:
    """Ask more than a password of whoever signs in, or let it be enough again."""
    asks = reads.my_agency(request.actor).second_factor_required
    act = writes.waive_second_factor if asks else writes.require_second_factor
    form = Confirm(filled(request))
    if carried_out(form, lambda: act(request.actor, agency_of(request))):
        return onward(request, "agencies:mine")
    if asks:
        text = _("Whoever learns a password can then sign in with it, if its owner added nothing.")
        title, submit = _("Let a password be enough"), _("Let it be enough")
    else:
        text = _(
            "From their next sign-in on, members without a passkey or an app come to the page"
            " where they add one, and to no other. Nobody who is signed in now is interrupted."
        )
        title, submit = _("Ask more than a password"), _("Ask more")
    return asked(request, form, title=title, submit=submit, danger=asks, text=text)


def release_password(request: ActorRequest, pk: UUID) -> HttpResponse:
    colleague = reads.member(request.actor, pk)
    form = Confirm(filled(request))
    if carried_out(form, lambda: writes.release_password(request.actor, pk)):
        return onward(request, "agencies:mine")
    text = _("Somebody tried five wrong passwords. Make sure that it was they themselves.")
    title = _("Release the password of %s") % colleague.name
    return asked(request, form, title=title, submit=_("Release"), text=text)
