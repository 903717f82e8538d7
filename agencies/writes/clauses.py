from __future__ import annotations

from uuid import UUID

from agencies import rules
from agencies.coding import terms_of
from agencies.details import Wording
from agencies.facts import ClauseAdded, ClauseEdited, ClauseRemoved
from agencies.models import Agreement, Clause, Party
from agencies.writes.replacing import put_in_place, put_nowhere
from agencies.writes.sealing import locked_draft, require_draft
from agencies.writes.terms import write_terms
from audit import clock
from audit.actors import Actor
from audit.refusals import Conflict, Refusal
from audit.writes import write


class NotAParty(Refusal):
    """A clause binds parties of its agreement only."""


class ChangedSince(Conflict):
    """Somebody changed this clause since you looked. Look again, then decide."""


@write(allow=rules.drafts)
def add_clause(actor: Actor, agreement: Agreement, *, wording: Wording) -> ClauseAdded:
    """Write a clause into a draft: its text, whom it binds, and its coded terms."""
    require_draft(agreement)
    clause = written(actor, agreement, wording)
    return ClauseAdded(
        agreement=agreement.pk,
        leader=agreement.led_by_id,
        clause=clause.pk,
        number=clause.number,
        clause_kind=clause.kind,
        touches=(agreement, clause),
    )


@write(allow=rules.words)
def edit_clause(actor: Actor, clause: Clause, *, wording: Wording) -> ClauseEdited:
    """Word a clause anew. The one before stays on record under its own id (RULE-MOU-07).

    So an id is at the same time the version: who edits what was edited since hears of it.
    """
    agreement = locked_draft(clause.agreement_id)
    take_out(clause)
    worded = written(actor, agreement, wording)
    put_in_place(clause, worded)
    return ClauseEdited(
        agreement=agreement.pk,
        leader=agreement.led_by_id,
        clause=worded.pk,
        replaced=clause.pk,
        number=worded.number,
        clause_kind=worded.kind,
        touches=(agreement, worded),
    )


@write(allow=rules.words)
def remove_clause(actor: Actor, clause: Clause) -> ClauseRemoved:
    """Take a clause out of a draft; it is kept, and counts no more."""
    agreement = locked_draft(clause.agreement_id)
    remove(clause)
    return ClauseRemoved(
        agreement=agreement.pk,
        leader=agreement.led_by_id,
        clause=clause.pk,
        number=clause.number,
        touches=(agreement, clause),
    )


def written(actor: Actor, agreement: Agreement, wording: Wording) -> Clause:
    """A clause with its terms, new in a draft."""
    clause = Clause.objects.create(
        agreement=agreement,
        number=wording.number,
        kind=wording.terms.kind,
        heading=wording.heading,
        text=wording.text,
        giver=_party(agreement, wording.giver),
        receiver=_party(agreement, wording.receiver),
        survives=wording.survives,
        coded_by=actor.name,
    )
    write_terms(clause, wording.terms)
    return clause


def reworded(actor: Actor, clause: Clause, *, text: str) -> Clause:
    """A clause with other words and the same terms, in the place of the one before."""
    terms = terms_of(clause)
    take_out(clause)
    worded = Clause.objects.create(
        agreement_id=clause.agreement_id,
        number=clause.number,
        kind=clause.kind,
        heading=clause.heading,
        text=text,
        giver_id=clause.giver_id,
        receiver_id=clause.receiver_id,
        survives=clause.survives,
        coded_by=actor.name,
    )
    write_terms(worded, terms)
    put_in_place(clause, worded)
    return worded


def remove(clause: Clause) -> None:
    """Take a clause out; what it was to replace stays. It is kept, and counts no more."""
    take_out(clause)
    put_nowhere(clause)


def take_out(clause: Clause) -> None:
    if clause.removed_at is not None:
        raise ChangedSince
    clause.removed_at = clock.now()
    clause.save(update_fields=["removed_at"])


def _party(agreement: Agreement, agency: UUID | None) -> Party | None:
    if agency is None:
        return None
    parties = Party.objects.filter(agreement=agreement, removed_at__isnull=True)
    try:
        return parties.get(agency=agency)
    except Party.DoesNotExist:
        raise NotAParty from None
