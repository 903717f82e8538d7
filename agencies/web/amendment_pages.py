"""Pages on which an amendment is written: what it replaces, strikes out and keeps."""

from __future__ import annotations

from dataclasses import asdict
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from agencies import reads, writes
from agencies.reads.wording import DraftWords
from agencies.web.acting import Asked, act
from agencies.web.amendment_forms import AmendForm, EditAmendmentForm, RenewForm
from agencies.web.answers import asked, carried_out, filled, onward, shown
from agencies.web.clause_form_of import clause_form
from agencies.web.forms import Confirm
from agencies.web.requests import ActorRequest


def amend(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Begin to write the next amendment."""
    form = AmendForm(filled(request), initial={"effective_at": timezone.now()})
    told = carried_out(form, lambda: writes.amend_agreement(request.actor, pk, **form.cleaned_data))
    if told:
        return onward(request, "agencies:agreement", told.agreement)
    text = _(
        "It is a document of its own, between the same parties. Nothing changes for anybody"
        " until all of them have signed it."
    )
    return asked(request, form, title=_("Amend it"), submit=_("Begin the amendment"), text=text)


def renew(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Begin to write what is to follow it."""
    found = reads.agreement(request.actor, pk)
    begins = max(found.expires_at or timezone.now(), timezone.now())
    form = RenewForm(filled(request), initial={"effective_at": begins})
    told = carried_out(form, lambda: writes.renew_agreement(request.actor, pk, **form.cleaned_data))
    if told:
        return onward(request, "agencies:agreement", told.agreement)
    text = _(
        "The same words, as amended, are a draft of a new document. It takes the place of this"
        " one once all have signed it and its term has begun."
    )
    return asked(request, form, title=_("Renew it"), submit=_("Begin the renewal"), text=text)


def edit(request: ActorRequest, pk: UUID, found: DraftWords) -> HttpResponse:
    """Change an amendment's own words."""
    form = EditAmendmentForm(
        filled(request), initial={**asdict(found.details), "version": found.version}
    )
    return act(
        request,
        pk,
        form,
        Asked(_("Amendment No. %d") % (found.amendment or 0), _("Save")),
        lambda said: writes.edit_agreement(
            request.actor, pk, details=form.changed(found.details), version=said["version"]
        ),
    )


@require_safe
def change(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Which of the clauses that were signed to replace or strike out."""
    clauses = reads.amendable(request.actor, pk)
    title = _("Change a clause")
    return shown(request, "agencies/_choose_change.html", title=title, pk=pk, clauses=clauses)


def replace(request: ActorRequest, pk: UUID, clause: UUID) -> HttpResponse:
    """Put another clause in the place of one that was signed."""
    before = reads.signed_clause(request.actor, pk, clause)
    form = clause_form(request, pk, before.terms.kind, before)
    told = carried_out(
        form,
        lambda: writes.replace_clause(request.actor, pk, clause=clause, wording=form.wording()),
    )
    if told:
        return onward(request, "agencies:agreement", pk)
    text = _("What is written here takes the place of clause %s.") % before.number
    title = str(before.terms.kind.label)
    return asked(request, form, title=title, submit=_("Replace the clause"), text=text)


def strike(request: ActorRequest, pk: UUID, clause: UUID) -> HttpResponse:
    """Strike out a clause that was signed."""
    asked_for = Asked(
        _("Strike it out"),
        _("Strike it out"),
        _("It binds until all have signed this amendment, and stays on record."),
        danger=True,
    )
    form = Confirm(filled(request))
    return act(
        request,
        pk,
        form,
        asked_for,
        lambda _said: writes.strike_clause(request.actor, pk, clause=clause),
    )


def keep(request: ActorRequest, pk: UUID, clause: UUID) -> HttpResponse:
    """Leave a clause as it was signed after all."""
    asked_for = Asked(
        _("Leave it as it was"),
        _("Leave it"),
        _("What this amendment wrote in its place is taken out."),
    )
    form = Confirm(filled(request))
    return act(
        request,
        pk,
        form,
        asked_for,
        lambda _said: writes.keep_clause(request.actor, pk, clause=clause),
    )
