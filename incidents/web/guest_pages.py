"""Guests: who is one, letting one in, narrowing and ending; and the guest's own few pages."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.contrib.auth import get_user_model, login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_POST, require_safe

from agencies import admission
from agencies.clocks import clock_of
from agencies.web.answers import asked, carried_out, filled
from agencies.web.links import told_to_nobody
from agencies.web.notices import agreed_at, asked_first, forget, mark_of_notice, notice
from agencies.web.requests import ActorRequest
from agencies.web.secrets import link_for
from audit.actors import machine
from audit.refusals import NotFound
from incidents import reads, writes
from incidents.web import guest_forms
from incidents.web.zones import by_its_clock

KNOCKING = machine("somebody with a link", via="page")
FIRST_STAY = timedelta(hours=12)


@require_safe
@by_its_clock
def guests(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Everybody who is or was a guest at an incident, until when, and why."""
    incident = reads.incident(request.actor, pk)
    more = {
        "page": "incidents",
        "pk": pk,
        "incident": incident,
        "mode": incident["mode"],
        "guests": reads.guests(request.actor, pk),
        "may": "guests" in reads.may(request.actor, pk),
    }
    return render(request, "incidents/guests.html", more)


@by_its_clock
def invite(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Let somebody in whose agency has no account. Their link is shown once."""
    later = {"due_at": timezone.now() + FIRST_STAY, "tier": "view"}
    form = guest_forms.GuestForm(filled(request), initial=later)
    secret = link_for(request.actor)
    digest = admission.digest_of(secret)
    told = carried_out(
        form, lambda: writes.invite_guest(request.actor, pk, digest=digest, **form.cleaned_data)
    )
    if told:
        return _link(request, told.incident, told.name, secret)
    text = _("One incident, one seat, until a time. What they see and do is on record.")
    return asked(request, form, title=_("Let a guest in"), submit=_("Make the link"), text=text)


@require_POST
def renew(request: ActorRequest, pk: UUID) -> HttpResponse:
    """A new link for whoever lost theirs."""
    secret = link_for(request.actor)
    told = writes.renew_guest_link(request.actor, pk, digest=admission.digest_of(secret))
    return _link(request, told.incident, told.name, secret)


@require_POST
def narrow(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One tap: they look only."""
    return redirect("incidents:guests", writes.narrow_guest(request.actor, pk).incident)


@require_POST
def end(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One tap: the stay is over."""
    return redirect("incidents:guests", writes.end_guest(request.actor, pk).incident)


@by_its_clock
def widen(request: ActorRequest, pk: UUID, guest: UUID) -> HttpResponse:
    """Let them assist, or stay longer."""
    found = {one.id: one for one in reads.guests(request.actor, pk)}.get(guest)
    if found is None:
        raise NotFound
    initial = {"tier": found.tier, "due_at": found.due_at}
    form = guest_forms.WidenForm(filled(request), initial=initial)
    told = carried_out(form, lambda: writes.widen_guest(request.actor, guest, **form.cleaned_data))
    if told:
        return redirect("incidents:guests", pk)
    title = _("More for %s") % found.name
    return asked(request, form, title=title, submit=_("Widen"))


@login_not_required
@csrf_protect
def come(request: HttpRequest, secret: str) -> HttpResponse:
    """What a link leads to; and coming in by it, once."""
    digest = admission.digest_of(secret)
    stay = reads.guest_link(KNOCKING, digest)
    if first := asked_first(request):
        return told_to_nobody(first)
    if request.method != "POST":
        with timezone.override(clock_of(stay.time_zone)):
            shown = render(request, "incidents/come_as_guest.html", {"stay": stay})
        return told_to_nobody(shown)
    origin = request.META.get("REMOTE_ADDR", "")
    actor = admission.admit(stay.account, via="page", origin=origin)
    if actor is None:
        raise NotFound
    writes.come_as_guest(
        actor,
        stay.guest,
        digest=digest,
        notice=mark_of_notice(notice()),
        agreed_at=agreed_at(request),
    )
    known = get_user_model()._default_manager.get(pk=stay.account)
    login(request, known, backend="django.contrib.auth.backends.ModelBackend")
    response = redirect("incidents:board", stay.incident)
    forget(response)
    return response


def _link(request: ActorRequest, incident: UUID, name: str, secret: str) -> HttpResponse:
    """Shown on the answer to this one request and never again."""
    address = request.build_absolute_uri(f"/guest/{secret}/")
    more = {"address": address, "incident": incident, "name": name, "page": "incidents"}
    return render(request, "incidents/guest_link.html", more)


admission.GUEST_DOORS |= {
    "incidents:board",
    "incidents:note",
    "come-as-guest",
    "sign-out",
    "api-deployments-move",
}
