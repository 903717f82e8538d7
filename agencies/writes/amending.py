"""Writing an amendment: a numbered document that changes an agreement in force (RULE-MOU-02)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from agencies import rules
from agencies.amended import standing_clauses
from agencies.details import Wording
from agencies.facts import AmendmentDrafted, ClauseKept, ClauseReplaced, ClauseStruck
from agencies.models import Agreement, Bound, Clause, ClauseChange, Effect, Instrument
from agencies.months import term_end
from agencies.writes.clauses import remove, written
from agencies.writes.parties import carried_over
from agencies.writes.replacing import withdraw
from agencies.writes.sealing import require_draft
from audit import clock
from audit.actors import Actor
from audit.refusals import Conflict, Refusal
from audit.writes import write

LONGEST_TITLE = 160


class NotInForce(Conflict):
    """It is not in force: what is not yet signed is changed itself, what is over is renewed."""


class ChangedByLaw(Refusal):
    """A compact is law: legislatures change it, and then it is written anew."""


class NotAnAmendment(Refusal):
    """Only an amendment replaces clauses or strikes them out."""


class NoClauseInForce(Refusal):
    """The agreement has no such clause now."""


class NothingToKeep(Conflict):
    """This amendment does not change that clause."""


@write(allow=rules.drafts)
def amend_agreement(
    actor: Actor, agreement: Agreement, *, purpose: str, effective_at: datetime
) -> AmendmentDrafted:
    """Begin to write the next amendment, between those whom the agreement binds.

    It is reviewed, approved and signed as the agreement was; until all have signed it,
    nothing changes for anybody.
    """
    _amendable(agreement)
    numbers = agreement.amendments.values_list("amendment_number", flat=True)
    number = 1 + max((number or 0 for number in numbers), default=0)
    document = Agreement.objects.create(
        **_words(agreement, number), purpose=purpose, effective_at=effective_at
    )
    carried_over(agreement, document)
    return AmendmentDrafted(
        agreement=document.pk,
        leader=agreement.led_by_id,
        amends=agreement.pk,
        amendment=number,
        title=document.title,
        touches=(document,),
    )


@write(allow=rules.drafts)
def replace_clause(
    actor: Actor, agreement: Agreement, *, clause: UUID, wording: Wording
) -> ClauseReplaced:
    """Put another clause in the place of one that was signed, from when all have signed this."""
    before = _standing(agreement, clause)
    put = written(actor, agreement, wording)
    ClauseChange.objects.create(amendment=agreement, clause=before, put=put)
    return ClauseReplaced(
        agreement=agreement.pk,
        leader=agreement.led_by_id,
        clause=put.pk,
        replaced=before.pk,
        number=put.number,
        clause_kind=put.kind,
        touches=(agreement, put),
    )


@write(allow=rules.drafts)
def strike_clause(actor: Actor, agreement: Agreement, *, clause: UUID) -> ClauseStruck:
    """Strike out a clause that was signed, from when all have signed this."""
    before = _standing(agreement, clause)
    ClauseChange.objects.create(amendment=agreement, clause=before)
    return ClauseStruck(
        agreement=agreement.pk,
        leader=agreement.led_by_id,
        clause=before.pk,
        number=before.number,
        touches=(agreement,),
    )


@write(allow=rules.drafts)
def keep_clause(actor: Actor, agreement: Agreement, *, clause: UUID) -> ClauseKept:
    """Leave a clause as it was signed after all: what was to replace it is taken out."""
    require_draft(agreement)
    change = ClauseChange.objects.filter(
        amendment=agreement, clause=clause, withdrawn_at__isnull=True
    ).first()
    if change is None:
        raise NothingToKeep
    if change.put is None:
        withdraw(change)
    else:
        remove(change.put)
    return ClauseKept(
        agreement=agreement.pk,
        leader=agreement.led_by_id,
        clause=change.clause_id,
        number=change.clause.number,
        touches=(agreement,),
    )


def _amendable(agreement: Agreement) -> None:
    if agreement.amends_id is not None or not Bound.objects.filter(agreement=agreement).exists():
        raise NotInForce
    if agreement.instrument == Instrument.COMPACT:
        raise ChangedByLaw


def _words(agreement: Agreement, number: int) -> dict[str, object]:
    """What an amendment says as its agreement does. All must sign it, whatever that asks for."""
    called = _("Amendment No. %d") % number
    return {
        "title": f"{called}: {agreement.title}"[:LONGEST_TITLE],
        "instrument": agreement.instrument,
        "tier": agreement.tier,
        "led_by_id": agreement.led_by_id,
        "scope": agreement.scope,
        "expires_at": term_end(agreement, clock.now()),
        "effect": Effect.ALL,
        "min_parties": agreement.min_parties,
        "notice_days": agreement.notice_days,
        "renews_months": agreement.renews_months,
        "amends": agreement,
        "amendment_number": number,
    }


def _standing(agreement: Agreement, clause: UUID) -> Clause:
    require_draft(agreement)
    if agreement.amends is None:
        raise NotAnAmendment
    found = standing_clauses(agreement.amends).filter(pk=clause).first()
    if found is None:
        raise NoClauseInForce
    return found
