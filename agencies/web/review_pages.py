"""Pages on which parties review a text, talk about it, and see what changed in it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from agencies import reads, writes
from agencies.web import review_forms as forms
from agencies.web.acting import Asked, act, of_a_part
from agencies.web.answers import filled
from agencies.web.forms import Confirm, ReasonForm
from agencies.web.requests import ActorRequest
from audit.refusals import NotFound


@require_safe
def versions(request: ActorRequest, pk: UUID) -> HttpResponse:
    """What changed between two versions, word by word."""
    before, after = (_number(request.GET.get(name, "")) for name in ("before", "after"))
    found = reads.difference(request.actor, pk, before=before, after=after)
    return render(request, "agencies/versions.html", {"page": "agreements", "it": found})


def send_for_review(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Freeze the text as a version and send it to every party's counsel."""
    found = reads.agreement(request.actor, pk)
    form = forms.ReviewForm(filled(request), initial={"text_hash": found.text_hash})
    asked = Asked(
        _("Send for review"),
        _("Freeze and send"),
        _("The text is frozen as the next version. Each party answers to that very version."),
    )
    return act(
        request, pk, form, asked, lambda said: writes.send_for_review(request.actor, pk, **said)
    )


@of_a_part
def leave_table(request: ActorRequest, pk: UUID, party: UUID) -> HttpResponse:
    """Go no further with it."""
    form = ReasonForm(filled(request))
    asked = Asked(
        _("Leave the table for %s") % request.actor.agency,
        _("Leave the table"),
        _("The others may go on without you. What they approved or signed so far is void then."),
        danger=True,
    )
    return act(
        request, pk, form, asked, lambda said: writes.leave_table(request.actor, party, **said)
    )


def take_back(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take it back to the draft."""
    asked = Asked(_("Take it back"), _("Take it back"), _("What was sent out stays on record."))
    form = ReasonForm(filled(request))
    return act(request, pk, form, asked, lambda said: writes.take_back(request.actor, pk, **said))


def approve(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Say for one's own agency that it may be signed."""
    found = reads.agreement(request.actor, pk)
    form = forms.ApproveForm(filled(request), initial={"text_hash": found.text_hash})
    asked = Asked(_("Approve for %s") % request.actor.agency, _("Approve"))
    return act(
        request,
        pk,
        form,
        asked,
        lambda said: writes.approve_text(request.actor, pk, text_hash=said["text_hash"]),
    )


def ask_for_changes(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Say for one's own agency that it must change."""
    found = reads.agreement(request.actor, pk)
    form = forms.ChangesForm(filled(request), initial={"text_hash": found.text_hash})
    asked = Asked(_("Ask for changes"), _("Ask"), _("It goes back to whoever leads it."))
    return act(
        request, pk, form, asked, lambda said: writes.ask_for_changes(request.actor, pk, **said)
    )


def reopen_negotiation(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Go back to negotiating what all had approved."""
    asked = Asked(_("Negotiate again"), _("Negotiate again"), _("Every approval is void."))
    form = ReasonForm(filled(request))
    return act(
        request, pk, form, asked, lambda said: writes.reopen_negotiation(request.actor, pk, **said)
    )


def remark(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Say something about the version that was sent out."""
    found = reads.agreement(request.actor, pk)
    clauses = [(f"clause:{one.id}", f"{one.number} {one.heading}") for one in found.clauses]
    sections = [
        (f"section:{one.id}", _("Section %s") % f"{one.number} {one.heading}")
        for one in found.sections
    ]
    form = forms.RemarkForm(
        filled(request),
        parts=[*clauses, *sections],
        initial={"about": request.GET.get("about", "")},
    )
    asked = Asked(_("Remark"), _("Say it"), _("Every party reads it."))
    return act(request, pk, form, asked, lambda said: writes.remark(request.actor, pk, **said))


def propose(request: ActorRequest, pk: UUID, clause: UUID) -> HttpResponse:
    """Propose other words for a clause."""
    found = reads.agreement(request.actor, pk)
    about = next((one for one in found.clauses if one.id == clause), None)
    if about is None:
        raise NotFound
    form = forms.WordsForm(filled(request), initial={"proposed": about.text})
    asked = Asked(_("Other words for clause %s") % about.number, _("Propose"))
    return act(
        request,
        pk,
        form,
        asked,
        lambda said: writes.propose_words(request.actor, pk, clause=clause, **said),
    )


@of_a_part
def take(request: ActorRequest, pk: UUID, redline: UUID) -> HttpResponse:
    """Take proposed words into the next version."""
    asked = Asked(
        _("Take these words"),
        _("Take them"),
        _("The clause's coded terms stay as they are: look whether they still fit."),
    )
    form = Confirm(filled(request))
    return act(request, pk, form, asked, lambda _said: writes.take_words(request.actor, redline))


@of_a_part
def decline(request: ActorRequest, pk: UUID, redline: UUID) -> HttpResponse:
    """Leave the clause as it is."""
    form, asked = ReasonForm(filled(request)), Asked(_("Decline these words"), _("Decline"))
    return act(
        request, pk, form, asked, lambda said: writes.decline_words(request.actor, redline, **said)
    )


@of_a_part
def withdraw(request: ActorRequest, pk: UUID, redline: UUID) -> HttpResponse:
    """Propose them no more."""
    form, asked = Confirm(filled(request)), Asked(_("Withdraw these words"), _("Withdraw"))
    return act(
        request, pk, form, asked, lambda _said: writes.withdraw_words(request.actor, redline)
    )


@of_a_part
def name_body(request: ActorRequest, pk: UUID, party: UUID) -> HttpResponse:
    """Say which governing body must approve."""
    form, asked = forms.BodyForm(filled(request)), Asked(_("Governing body"), _("Save"))
    return act(
        request, pk, form, asked, lambda said: writes.name_body(request.actor, party, **said)
    )


@of_a_part
def resolve(request: ActorRequest, pk: UUID, party: UUID) -> HttpResponse:
    """Enter its resolution."""
    form = forms.ResolutionForm(filled(request))
    asked = Asked(_("Resolution"), _("Enter it"), _("Of the version that was sent out last."))
    return act(
        request,
        pk,
        form,
        asked,
        lambda said: writes.record_resolution(request.actor, party, **said),
    )


def _number(said: str) -> int | None:
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 5 else None
