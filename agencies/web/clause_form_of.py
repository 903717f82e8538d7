"""The form of a clause of one kind, for a draft: empty, or as a clause fills it in."""

from __future__ import annotations

from uuid import UUID

from agencies import reads
from agencies.details import Wording
from agencies.web.answers import filled
from agencies.web.clause_filled import as_filled_in
from agencies.web.clause_form import ClauseForm
from agencies.web.clause_forms import CLAUSE_FORMS
from agencies.web.requests import ActorRequest
from agencies.words import ClauseKind


def clause_form(
    request: ActorRequest, pk: UUID, kind: ClauseKind, before: Wording | None = None
) -> ClauseForm:
    """What was sent, or what the clause before says, or a new one with the next number."""
    kinds = [(one.code, one.name) for one in reads.kinds(request.actor)]
    return CLAUSE_FORMS[kind](
        filled(request),
        parties=reads.parties(request.actor, pk),
        kinds=kinds,
        agencies=[(one.id, one.name) for one in reads.agencies(request.actor)],
        initial=as_filled_in(before)
        if before
        else {"number": reads.next_number(request.actor, pk)},
    )
