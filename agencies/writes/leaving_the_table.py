"""A party goes no further with a text that nobody is bound by yet; the others may (chapter 5.3)."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext as _

from agencies import rules
from agencies.facts import AgreementAbandoned, AgreementFact, TableLeft
from agencies.lifecycle import BEFORE_SIGNING, AgreementStatus, RedlineStatus, move
from agencies.models import Agreement, Party, Signature, Withdrawal
from agencies.progress import standing_parties, unanswered
from agencies.writes.parties import LeaderStays
from agencies.writes.planning import plan
from agencies.writes.redlines import answered
from agencies.writes.sealing import locked, told_to_all
from agencies.writes.signing import binds_nobody, signatures_of
from audit import clock
from audit.actors import Actor
from audit.refusals import Conflict, Refusal
from audit.writes import write

AT_THE_TABLE: Final = BEFORE_SIGNING | {AgreementStatus.SIGNING}


class NotAtTheTable(Conflict):
    """Nobody is at the table: it is signed by all, or was given up, or your agency has left."""


class SignedByUs(Conflict):
    """Your agency has signed it. Whoever leads it may take it back."""


class BoundToAmend(Refusal):
    """It amends what your agency is bound by: ask for changes, or do not sign it."""


@write(allow=rules.manages_party, under="agreement")
def leave_table(actor: Actor, party: Party, *, reason: str) -> tuple[AgreementFact, ...]:
    """Go no further with a text for one's own agency, before it is bound by anything.

    The others may go on: the text names one party less, so what they approved or signed
    of it is void, and its leader sends them another version. Where only one would be left,
    it is given up.
    """
    agreement = locked(party.agreement_id)
    _may_leave(agreement, party)
    told = told_to_all(agreement)
    void = _back_to_the_table(agreement)
    Withdrawal.objects.create(
        party=party, reason=reason, by=actor.name, received_at=clock.now(), leaves_at=clock.now()
    )
    for redline in unanswered(agreement):
        if redline.party_id == party.pk:
            answered(redline, RedlineStatus.WITHDRAWN)
    left = TableLeft(
        **told,
        agency=party.agency_id,
        party=party.pk,
        reason=reason,
        void_signatures=void,
        touches=(agreement, party),
    )
    party.removed_at = clock.now()
    party.save(update_fields=["removed_at"])
    if len(standing_parties(agreement)) > 1:
        plan(agreement)
        return (left,)
    move(agreement, AgreementStatus.ABANDONED)
    agreement.save(update_fields=["status"])
    plan(agreement)
    why = _("Only one is left at the table.")
    return left, AgreementAbandoned(**told, reason=why, touches=(agreement,))


def _may_leave(agreement: Agreement, party: Party) -> None:
    if agreement.status not in AT_THE_TABLE or party.joins or party.removed_at is not None:
        raise NotAtTheTable
    if agreement.amends_id is not None:
        raise BoundToAmend
    if party.agency_id == agreement.led_by_id:
        raise LeaderStays(_("Your agency leads it: give it up for all, or go on."))
    binds_nobody(agreement)
    signed = Signature.objects.filter(party=party, text_hash=agreement.text_hash)
    if agreement.text_hash and signed.exists():
        raise SignedByUs


def _back_to_the_table(agreement: Agreement) -> int:
    """Its words may change from here on; the number of signatures that are void by it."""
    void = signatures_of(agreement) if agreement.text_hash else 0
    if agreement.status not in {AgreementStatus.DRAFT, AgreementStatus.NEGOTIATION}:
        move(agreement, AgreementStatus.NEGOTIATION)
    agreement.text_hash, agreement.sealed_at, agreement.sign_by = "", None, None
    agreement.save(update_fields=["status", "text_hash", "sealed_at", "sign_by"])
    return void
