"""The inbox of asks, and the dialogs in which they are answered."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render, resolve_url
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from agencies.reads.places import own_place
from agencies.web.answers import asked, carried_out, filled
from agencies.web.forms import Confirm, ReasonForm
from agencies.web.landing import followed, landed, page_seen
from agencies.web.live import cursors
from agencies.web.requests import ActorRequest
from mutualaid import reads, writes
from mutualaid.reads.inbox import AskShown
from mutualaid.web import forms


@require_safe
def inbox(request: ActorRequest) -> HttpResponse:
    """What rings now, live; what is over, below."""
    shown = reads.inbox(request.actor)
    snapshot = {
        "cursor": cursors.seal(shown.view, shown.seq),
        "at": shown.at,
        "rows": shown.rows,
    }
    more = {
        "page": "inbox",
        "snapshot": snapshot,
        "settled": shown.settled,
        "sign_in": resolve_url("sign-in"),
    }
    return render(request, "mutualaid/inbox.html", more)


@require_safe
def ask(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One ask as a page of its own."""
    place = own_place(request.actor)
    shown = reads.ask(request.actor, pk)
    live = followed(place, "/live/agency/")
    more = {"page": "inbox", "it": shown, "mode": shown.ask["mode"], "live": live}
    return render(request, "mutualaid/ask.html", more)


def answer(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Offer all, offer some, or decline: ``?answer=all|some|decline``."""
    if request.GET.get("answer") == "decline":
        return _decline(request, pk)
    shown = reads.ask(request.actor, pk)
    form = forms.OfferForm(
        filled(request), choices=shown.choices, initial={"resources": _ticked(request, shown)}
    )
    told = carried_out(form, lambda: writes.offer(request.actor, pk, **form.cleaned_data))
    if told:
        return _back(request, pk)
    return asked(request, form, submit=_("Offer"), text=_at_home(shown), **_words(shown))


def seen(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Let the requester know that a person has read it."""
    shown = reads.ask(request.actor, pk)
    form = Confirm(filled(request))
    if carried_out(form, lambda: writes.acknowledge(request.actor, pk)):
        return landed(request, "mutualaid:ask", pk)
    text = _("The requester sees that somebody has read it.")
    return asked(request, form, submit=_("Seen"), text=text, **_words(shown))


def withdraw(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take back an offer, or what was accepted of it and has not arrived."""
    reads.ask(request.actor, pk)
    form = ReasonForm(filled(request))
    told = carried_out(form, lambda: writes.withdraw_offer(request.actor, pk, **form.cleaned_data))
    if told:
        return _back(request, pk)
    text = _("What was accepted and has not arrived is released, and sought elsewhere.")
    title = _("Take back the offer")
    return asked(request, form, title=title, submit=title, danger=True, text=text)


def _decline(request: ActorRequest, pk: UUID) -> HttpResponse:
    shown = reads.ask(request.actor, pk)
    form = forms.DeclineForm(filled(request))
    told = carried_out(form, lambda: writes.decline(request.actor, pk, **form.cleaned_data))
    if told:
        return _back(request, pk)
    return asked(request, form, submit=_("Decline"), danger=True, **_words(shown))


def _back(request: ActorRequest, pk: UUID) -> HttpResponse:
    """To where they answered: the page of the ask if that was open, or else the inbox."""
    if page_seen(request) == resolve_url("mutualaid:ask", pk):
        return landed(request, "mutualaid:ask", pk)
    return landed(request, "mutualaid:inbox")


def _ticked(request: ActorRequest, shown: AskShown) -> list[str]:
    """Offering all begins with as many as are asked for; offering some with one."""
    best = shown.best[:1] if request.GET.get("answer") == "some" else shown.best
    return [str(pk) for pk in best]


def _at_home(shown: AskShown) -> str:
    """What stays, said before anybody decides (RULE-MA-06)."""
    said = {"now": shown.at_home, "asked": shown.quantity, "floor": shown.floor}
    sentence = _("Asked for: %(asked)d. Could be sent: %(now)d. Your floor at home is %(floor)d.")
    return sentence % said


def _words(shown: AskShown) -> dict[str, Any]:
    ask = shown.ask
    said = {"number": ask["request_number"], "many": ask["quantity"], "kind": ask["kind_name"]}
    return {"title": _("%(number)s: %(many)s × %(kind)s") % said, "mode": ask["mode"]}
