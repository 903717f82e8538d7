"""Pages of the devices of one's own agency that need not lock."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from agencies import reads, writes
from agencies.web import devices as named
from agencies.web.answers import asked, carried_out, filled, onward
from agencies.web.forms import Confirm
from agencies.web.requests import ActorRequest, agency_of
from agencies.words import ExemptGround, SeatKind
from audit.refusals import NotFound


class ExemptionForm(forms.Form):
    name = forms.CharField(
        label=gettext_lazy("What this device is"),
        help_text=gettext_lazy("So that everybody knows which: Dispatch, position 2; Engine 4."),
        max_length=60,
    )
    ground = forms.ChoiceField(label=gettext_lazy("Where it is"), choices=ExemptGround.choices)


@require_safe
def devices(request: ActorRequest) -> HttpResponse:
    """Which devices stay open, and whether this is one of them."""
    said = {
        "exemptions": reads.exemptions(request.actor),
        "here": reads.exemption_here(request.actor, named.mark_of_this(request)),
        "runs": SeatKind.ADMIN in request.actor.seats,
        "page": "devices",
    }
    return render(request, "agencies/devices.html", said)


def ask(request: ActorRequest) -> HttpResponse:
    """Ask that the device at which I am need not lock."""
    form = ExemptionForm(filled(request))
    told = carried_out(
        form,
        lambda: writes.ask_exemption(
            request.actor,
            agency_of(request),
            name=form.cleaned_data["name"],
            ground=ExemptGround(form.cleaned_data["ground"]),
            device=named.mark_of_this(request),
        ),
    )
    if told:
        return onward(request, "agencies:devices")
    text = _("It locks as before until an admin of your agency has agreed.")
    title = _("Ask that this device need not lock")
    return asked(request, form, title=title, submit=_("Ask"), text=text)


def exempt(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Agree that a device stays open."""
    name = _named(request, pk)
    form = Confirm(filled(request))
    if carried_out(form, lambda: writes.exempt_device(request.actor, pk)):
        return onward(request, "agencies:devices")
    text = _(
        "Whoever finds it open sees what was open, and acts in the name of who is signed in."
        " Agree only where strangers cannot come near it (CJIS AC-11)."
    )
    title = _("Let “%s” stay open") % name
    return asked(request, form, title=title, submit=_("Agree"), text=text, danger=True)


def end(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Let a device lock again, or do not agree."""
    name = _named(request, pk)
    form = Confirm(filled(request))
    if carried_out(form, lambda: writes.end_exemption(request.actor, pk)):
        return onward(request, "agencies:devices")
    text = _("It locks after 30 minutes without a touch; at once, where nobody touches it now.")
    return asked(request, form, title=_("Let “%s” lock") % name, submit=_("Let it lock"), text=text)


def _named(request: ActorRequest, pk: UUID) -> str:
    for one in reads.exemptions(request.actor):
        if one.id == pk:
            return one.name
    raise NotFound
