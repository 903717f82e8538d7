"""Pages on which a draft is written: its words, its parties, its clauses."""

from __future__ import annotations

from dataclasses import asdict
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from agencies import reads, writes
from agencies.web import amendment_pages, forms
from agencies.web.acting import of_a_part
from agencies.web.agreement_forms import DraftForm, EditAgreementForm, PartyForm
from agencies.web.answers import asked, carried_out, filled, onward, shown
from agencies.web.clause_choices import ABOUT, ACTING
from agencies.web.clause_form import ClauseForm
from agencies.web.clause_form_of import clause_form
from agencies.web.requests import ActorRequest, agency_of
from agencies.words import ClauseKind, Effect
from audit.refusals import NotFound


def draft(request: ActorRequest) -> HttpResponse:
    """Begin to write an agreement."""
    form = DraftForm(filled(request), initial={"effect": Effect.ALL})
    told = carried_out(
        form,
        lambda: writes.draft_agreement(
            request.actor,
            agency_of(request),
            details=form.details(),
            signatory_title=form.cleaned_data["signatory_title"],
            start=form.cleaned_data["start"],
        ),
    )
    if told:
        return onward(request, "agencies:agreement", told.agreement)
    return asked(request, form, title=_("New agreement"), submit=_("Begin the draft"))


def edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Change a draft's own words and term."""
    found = reads.draft(request.actor, pk)
    if found.amendment:
        return amendment_pages.edit(request, pk, found)
    said = {**asdict(found.details), "version": found.version}
    form = EditAgreementForm(filled(request), initial=said)
    told = carried_out(
        form,
        lambda: writes.edit_agreement(
            request.actor, pk, details=form.details(), version=form.cleaned_data["version"]
        ),
    )
    if told:
        return onward(request, "agencies:agreement", pk)
    return asked(request, form, title=_("Words and term"), submit=_("Save"))


def add_party(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Write an agency into a draft."""
    there = {agency for agency, _name in reads.parties(request.actor, pk)}
    others = [
        (entry.id, entry.name) for entry in reads.agencies(request.actor) if entry.id not in there
    ]
    form = PartyForm(filled(request), agencies=others)
    told = carried_out(form, lambda: writes.add_party(request.actor, pk, **form.cleaned_data))
    if told:
        return onward(request, "agencies:agreement", pk)
    return asked(request, form, title=_("Add a party"), submit=_("Add"))


@of_a_part
def remove_party(request: ActorRequest, pk: UUID, party: UUID) -> HttpResponse:
    """Take an agency out of a draft."""
    form = forms.Confirm(filled(request))
    told = carried_out(form, lambda: writes.remove_party(request.actor, party))
    if told:
        return onward(request, "agencies:agreement", pk)
    return asked(request, form, title=_("Take it out"), submit=_("Take it out"), danger=True)


@require_safe
def choose_clause(request: ActorRequest, pk: UUID) -> HttpResponse:
    """What a new clause is to say: each kind, and whether Muster acts on it."""
    reads.parties(request.actor, pk)
    return shown(
        request,
        "agencies/_choose_clause.html",
        title=_("Add a clause"),
        pk=pk,
        acting=[(kind, ABOUT[kind]) for kind in ClauseKind if kind in ACTING],
        informing=[(kind, ABOUT[kind]) for kind in ClauseKind if kind not in ACTING],
    )


def add_clause(request: ActorRequest, pk: UUID, kind: str) -> HttpResponse:
    """Write a clause of one kind into a draft."""
    form = clause_form(request, pk, _kind(kind))
    told = carried_out(form, lambda: writes.add_clause(request.actor, pk, wording=form.wording()))
    if told:
        return onward(request, "agencies:agreement", pk)
    return _asked_for_clause(request, form, ClauseKind(kind), _("Add"))


def edit_clause(request: ActorRequest, pk: UUID, clause: UUID) -> HttpResponse:
    """Word a clause anew."""
    before = reads.clause(request.actor, pk, clause)
    form = clause_form(request, pk, before.terms.kind, before)
    told = carried_out(
        form, lambda: writes.edit_clause(request.actor, clause, wording=form.wording())
    )
    if told:
        return onward(request, "agencies:agreement", pk)
    return _asked_for_clause(request, form, before.terms.kind, _("Save"))


@of_a_part
def remove_clause(request: ActorRequest, pk: UUID, clause: UUID) -> HttpResponse:
    """Take a clause out of a draft."""
    form = forms.Confirm(filled(request))
    told = carried_out(form, lambda: writes.remove_clause(request.actor, clause))
    if told:
        return onward(request, "agencies:agreement", pk)
    return asked(request, form, title=_("Take it out"), submit=_("Take it out"), danger=True)


def _kind(said: str) -> ClauseKind:
    if said not in ClauseKind.values:
        raise NotFound
    return ClauseKind(said)


def _asked_for_clause(
    request: ActorRequest, form: ClauseForm, kind: ClauseKind, submit: str
) -> HttpResponse:
    return asked(request, form, title=str(kind.label), submit=submit)
