"""Pages on which counsel says whether coded clauses say what their text says."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from agencies import reads, writes
from agencies.reads.clauses import ClauseEntry
from agencies.web.acting import Asked, act
from agencies.web.answers import filled
from agencies.web.check_forms import CheckForm, DoubtForm
from agencies.web.requests import ActorRequest


def check(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Say of clauses that their coded form says what their text says."""
    open_ones, _ours = _sorted(request, pk)
    form = CheckForm(filled(request), clauses=open_ones)
    asked = Asked(
        _("Check the coding for %s") % request.actor.agency,
        _("They say the same"),
        _("The text governs. Tick each clause whose coded form says what its text says."),
    )
    return act(
        request, pk, form, asked, lambda said: writes.check_clauses(request.actor, pk, **said)
    )


def doubt(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take a check back."""
    _open, ours = _sorted(request, pk)
    form = DoubtForm(filled(request), clauses=ours)
    asked = Asked(
        _("Doubt the coding for %s") % request.actor.agency,
        _("Doubt them"),
        _("What is coded only warns again, and shows nothing of ours, until it is checked anew."),
    )
    return act(
        request, pk, form, asked, lambda said: writes.withdraw_checks(request.actor, pk, **said)
    )


def _sorted(
    request: ActorRequest, pk: UUID
) -> tuple[list[tuple[UUID, str]], list[tuple[UUID, str]]]:
    """The clauses that our agency has still to check, and those that it has checked."""
    found = reads.agreement(request.actor, pk).clauses
    ours = [one for one in found if _checked(one, request.actor.agency_id)]
    return _named([one for one in found if one not in ours]), _named(ours)


def _checked(clause: ClauseEntry, agency: UUID | None) -> bool:
    return any(check.agency == agency for check in clause.coding.checks)


def _named(clauses: list[ClauseEntry]) -> list[tuple[UUID, str]]:
    return [(one.id, _beside(one)) for one in clauses]


def _beside(one: ClauseEntry) -> str:
    """The text, and what Muster makes of it."""
    coded = " ".join((*one.meaning, *one.informs))
    return f"{one.number} {one.heading}: “{one.text}” – {coded}"
