"""What one's agency shares at an incident: with whom, on what ground, and how to narrow it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from agencies.web.answers import asked, carried_out, filled, onward
from agencies.web.requests import ActorRequest
from agencies.words import Category
from incidents import reads, writes
from incidents.web import sharing_forms
from incidents.web.dialogs import done
from incidents.web.zones import by_its_clock

EVERYBODY = "everybody"


@require_safe
@by_its_clock
def sharing(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Partner by partner: what of ours they are shown, on what ground, and what we withdrew."""
    incident = reads.incident(request.actor, pk)
    more = {
        "page": "incidents",
        "pk": pk,
        "incident": incident,
        "mode": incident["mode"],
        "shared": reads.sharing(request.actor, pk),
    }
    return render(request, "incidents/sharing.html", more)


def purposes(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Say what one's agency is there for; clauses share for a purpose."""
    form = sharing_forms.PurposesForm(
        filled(request), initial={"purposes": reads.purposes(request.actor, pk)}
    )
    told = carried_out(
        form,
        lambda: writes.state_purposes(
            request.actor, pk, purposes=frozenset(form.cleaned_data["purposes"])
        ),
    )
    if told:
        return done(request, "incidents:board", pk)
    text = _("Agreements share for a purpose. Everybody at the incident sees what you state.")
    return asked(request, form, title=_("What you are here for"), submit=_("State it"), text=text)


def here_for(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Say what one is there for oneself; asked once, kept until one says otherwise."""
    said = reads.here_for(request.actor, pk)
    form = sharing_forms.PurposeForm(
        filled(request), choices=said.choices, initial={"purpose": said.purpose}
    )
    told = carried_out(form, lambda: writes.state_purpose(request.actor, pk, **form.cleaned_data))
    if told:
        return onward(request, "incidents:board", pk)
    text = _("It stands on the record of every look of yours here, for the agencies that share.")
    return asked(request, form, title=_("What are you here for?"), submit=_("Say so"), text=text)


@by_its_clock
def share(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Share one category with one agency, outside any agreement."""
    wanted = {name: request.GET.get(name, "") for name in ("to", "category")}
    form = sharing_forms.ShareForm(filled(request), partners=_partners(request, pk), initial=wanted)
    told = carried_out(
        form, lambda: writes.share_at_incident(request.actor, pk, **form.cleaned_data)
    )
    if told:
        return redirect("incidents:sharing", pk)
    text = _("For this incident only. You end it by one tap, and their open boards follow.")
    return asked(request, form, title=_("Share at this incident"), submit=_("Share"), text=text)


def ask(request: ActorRequest, pk: UUID, owner: UUID) -> HttpResponse:
    """Ask the owner of what is withheld."""
    wanted = {"category": request.GET.get("category", "")}
    form = sharing_forms.AskForm(filled(request), initial=wanted)
    told = carried_out(
        form,
        lambda: writes.ask_for_disclosure(request.actor, pk, owner=owner, **form.cleaned_data),
    )
    if told:
        return done(request, "incidents:sharing", pk)
    name = dict(_partners(request, pk)).get(owner, "")
    title = _("Ask %s to share") % name
    text = _("They find it in their inbox, with your name and your reason.")
    return asked(request, form, title=title, submit=_("Ask"), text=text)


def pass_on(request: ActorRequest, pk: UUID, owner: UUID) -> HttpResponse:
    """Pass on what is another agency's, where its clause lets us."""
    others = [one for one in _partners(request, pk) if one[0] != owner]
    form = sharing_forms.PassOnForm(filled(request), partners=others)
    told = carried_out(
        form, lambda: writes.pass_on(request.actor, pk, owner=owner, **form.cleaned_data)
    )
    if told:
        return redirect("incidents:sharing", pk)
    title = _("Pass on what is %s's") % dict(_partners(request, pk)).get(owner, "")
    text = _("Only where a clause names whom it may be passed on to, or asks the owner first.")
    return asked(request, form, title=title, submit=_("Pass it on"), text=text)


@require_POST
def withdraw(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One tap: a partner, or every one, is shown no more of a category, or of all of them."""
    partner, category = request.POST.get("partner", ""), request.POST.get("category", "")
    known = {str(agency): agency for agency, _name in _partners(request, pk)}
    writes.withdraw(
        request.actor,
        pk,
        partner=None if partner == EVERYBODY else known.get(partner, UUID(int=0)),
        category=category if category in Category.values else "",
    )
    return redirect("incidents:sharing", pk)


@require_POST
def restore(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Let agreements hold again."""
    return redirect("incidents:sharing", writes.restore(request.actor, pk).incident)


@require_POST
def end(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One tap: what was shared at this incident is shown no more."""
    return redirect("incidents:sharing", writes.end_disclosure(request.actor, pk).incident)


@require_POST
def answer(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Share what was asked for, or decline."""
    share = request.POST.get("answer") == "share"
    told = writes.answer_disclosure(request.actor, pk, share=share)
    return redirect("incidents:sharing", told.incident)


def _partners(request: ActorRequest, pk: UUID) -> list[tuple[UUID, str]]:
    return [(one.agency, one.name) for one in reads.sharing(request.actor, pk).partners]
