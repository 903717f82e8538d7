"""Pages of an agency's letters."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from agencies import reads, writes
from agencies.web.answers import asked, carried_out, filled, onward
from agencies.web.forms import Confirm
from agencies.web.requests import ActorRequest


@require_safe
def letters(request: ActorRequest) -> HttpResponse:
    """What left by e-mail in my agency's name, and what did not."""
    found = reads.letters(request.actor)
    return render(request, "agencies/letters.html", {"found": found, "page": "letters"})


def again(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Try a letter again that was given up."""
    form = Confirm(filled(request))
    if carried_out(form, lambda: writes.send_again(request.actor, pk)):
        return onward(request, "agencies:letters")
    text = _("It goes to the same address, as it was written.")
    return asked(request, form, title=_("Try the letter again"), submit=_("Try again"), text=text)
