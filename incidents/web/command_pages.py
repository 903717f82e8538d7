"""Command: take an empty seat, share it, offer it, and accept it after the briefing."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from agencies.web.answers import asked, carried_out, filled, onward
from agencies.web.requests import ActorRequest, member_of
from incidents import reads, writes
from incidents.reads.choices import Choice
from incidents.web import forms
from incidents.web.briefing_forms import BriefingForm
from incidents.web.dialogs import done
from incidents.web.zones import by_its_clock


@by_its_clock
def take(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take one of the incident's empty seats."""
    empty = reads.empty_seats(request.actor, pk)
    nobody = _("No seat that you could take is empty.")
    form = forms.PickLateForm(
        filled(request), label=_("Command seat"), choices=empty, nobody=nobody
    )
    if len(empty) == 1:
        form.fields["one"].initial = str(empty[0].id)
    told = carried_out(
        form,
        lambda: writes.assume_command(
            request.actor,
            UUID(form.cleaned_data["one"]),
            occurred_at=form.cleaned_data["occurred_at"],
        ),
    )
    if told:
        return done(request, "incidents:board", pk)
    ends = [(seat.id, _("End the empty seat of %s") % seat.name) for seat in empty]
    return asked(request, form, title=_("Take command"), submit=_("Take command"), **_beside(ends))


@require_safe
def fillers(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Who may take an empty seat, for whoever has to reach one of them."""
    dialog = request.headers.get("HX-Request") == "true"
    template = "incidents/_fillers.html" if dialog else "incidents/fillers.html"
    who = reads.possible_fillers(request.actor, pk)
    return render(request, template, {"page": "incidents", "pk": pk, "fillers": who})


@by_its_clock
def seat(request: ActorRequest, pk: UUID) -> HttpResponse:
    """What can be done with a seat: offer it, see its offer, take it where it is empty."""
    row = reads.command_seat(request.actor, pk)
    if row["holder"] is None:
        return redirect("incidents:take", row["incident"])
    if offer := reads.pending_offer(request.actor, pk):
        return redirect("incidents:handover", offer)
    nobody = _("Nobody else of the agency is seated as commander. An agency admin gives seats.")
    takers = _takers(request, pk)
    form = forms.OfferForm(filled(request), label=_("To"), choices=takers, nobody=nobody)
    told = carried_out(form, lambda: _offered(request, pk, form))
    if told:
        return done(request, "incidents:board", row["incident"])
    ends = [(pk, _("End this seat"))]
    return asked(
        request, form, title=_("Offer command"), submit=_("Offer command"), **_beside(ends)
    )


def end_seat(request: ActorRequest, pk: UUID) -> HttpResponse:
    form = forms.NothingForm(filled(request))
    row = reads.command_seat(request.actor, pk)
    told = carried_out(form, lambda: writes.end_command_seat(request.actor, pk))
    if told:
        return done(request, "incidents:board", row["incident"])
    title = _("End the command seat of %s") % row["agency_name"]
    text = _("Only where somebody else still commands. With one seat left, command is single.")
    return asked(request, form, title=title, submit=_("End it"), danger=True, text=text)


@by_its_clock
def unify(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take another agency into command: the second one makes it unified."""
    there = reads.agencies_there(request.actor, pk)
    nobody = _("Every agency at this incident takes part in command already.")
    form = forms.PickLateForm(filled(request), label=_("Agency"), choices=there, nobody=nobody)
    unified = reads.incident(request.actor, pk)["structure"] == "unified"
    share = writes.add_command_seat if unified else writes.establish_unified_command
    told = carried_out(
        form,
        lambda: share(
            request.actor,
            pk,
            agency=UUID(form.cleaned_data["one"]),
            occurred_at=form.cleaned_data["occurred_at"],
        ),
    )
    if told:
        return done(request, "incidents:board", pk)
    text = _("It gets a seat beside yours, which one of its commanders takes: unified command.")
    title = _("Share command with")
    return asked(request, form, title=title, submit=_("Share command"), text=text)


@by_its_clock
def handover(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The briefing, and the eleven items to be heard before command is taken."""
    form = BriefingForm(filled(request))
    told = carried_out(
        form,
        lambda: writes.accept_command(
            request.actor, pk, heard=form.heard(), occurred_at=form.cleaned_data["occurred_at"]
        ),
    )
    if told:
        return onward(request, "incidents:board", told.incident)
    dialog = request.headers.get("HX-Request") == "true"
    template = "incidents/_handover.html" if dialog else "incidents/handover.html"
    shown = _briefing(request, pk) | {"form": form, "dialog": dialog, "action": request.path}
    return render(request, template, shown, status=422 if form.errors else 200)


def decline(request: ActorRequest, pk: UUID) -> HttpResponse:
    form = forms.NothingForm(filled(request))
    told = carried_out(form, lambda: writes.decline_command(request.actor, pk))
    if told:
        return onward(request, "incidents:board", told.incident)
    text = _("Whoever offered it keeps command, and is told.")
    return asked(request, form, title=_("Decline command"), submit=_("Decline"), text=text)


def withdraw(request: ActorRequest, pk: UUID) -> HttpResponse:
    form = forms.NothingForm(filled(request))
    told = carried_out(form, lambda: writes.withdraw_command_offer(request.actor, pk))
    if told:
        return onward(request, "incidents:board", told.incident)
    text = _("Command stays where it is, and whoever was offered it is told.")
    title = _("Take back the offer")
    return asked(request, form, title=title, submit=_("Take it back"), text=text)


def _beside(ends: list[tuple[UUID, str]]) -> dict[str, Any]:
    """The other thing that can be done with a seat."""
    links = [(reverse("incidents:end-seat", args=[seat]), words) for seat, words in ends]
    return {"beside": links}


def _briefing(request: ActorRequest, pk: UUID) -> dict[str, Any]:
    """The offer, and the board as it stood when it was made."""
    offer = reads.command_offer(request.actor, pk)
    board = reads.briefing(request.actor, pk)
    return {
        "title": _("Transfer of command"),
        "submit": _("Take command"),
        "offer": offer,
        "mine": offer.to_member == member_of(request),
        "mode": offer.mode,
        "objectives": board.of_kind("objective"),
        "units": board.of_kind("deployment"),
        "divisions": board.of_kind("division"),
    }


def _takers(request: ActorRequest, pk: UUID) -> list[Choice]:
    return [
        Choice(id=taker.id, name=taker.name, more=f"{taker.title}, {taker.agency_name}".strip(", "))
        for taker in reads.possible_commanders(request.actor, pk)
    ]


def _offered(request: ActorRequest, pk: UUID, form: forms.OfferForm) -> object:
    said = form.cleaned_data
    return writes.offer_command(request.actor, pk, to=UUID(said["one"]), briefing=said["briefing"])
