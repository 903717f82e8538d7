from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from agencies import rules
from agencies.agreement_text import AgreementText, text_of
from agencies.amended import amiss
from agencies.facts import (
    AgreementAbandoned,
    AgreementAmended,
    AgreementExecuted,
    AgreementFact,
    AgreementReopened,
    AgreementSealed,
    AgreementSigned,
)
from agencies.lifecycle import AgreementStatus, move
from agencies.missing import missing
from agencies.models import Agreement, Effect, Member, Party, Signature
from agencies.progress import guarded_parties, latest_version, unresolved, unsigned
from agencies.writes.planning import plan
from agencies.writes.reviewing import NotReady
from agencies.writes.sealing import (
    TextChanged,
    agencies_of,
    locked,
    party_of,
    require_draft,
    require_signing,
    told_to_all,
)
from agencies.writes.versions import frozen_or_kept
from audit import clock
from audit.actors import Actor
from audit.refusals import Conflict, Refusal, Stale
from audit.writes import write


class CounselFirst(Refusal):
    """A party has counsel or a governing body, which see the text before anybody signs it."""


class DeadlinePast(Conflict):
    """The time to sign it is over."""


class TooLittleTime(Refusal):
    """Give those who sign until some time to come."""


class SealBroken(Refusal):
    """The text is not the one that was sealed. Nobody may sign it; call your auditor."""


class TermOver(Refusal):
    """Its term has ended."""


class JoinderFirst(Conflict):
    """Your agency joins what others have signed: it signs a joinder."""


class BindsAlready(Conflict):
    """It binds those who have signed, and cannot be taken back."""


@write(allow=rules.drafts)
def send_for_signature(
    actor: Actor, agreement: Agreement, *, text_hash: str, sign_by: datetime | None = None
) -> AgreementSealed:
    """Seal the text as it was shown and send it to every party. From now on no word changes.

    All have approved it; only where no party has counsel or a governing body that
    would, it goes straight from the draft. After ``sign_by`` nobody signs it any more.
    """
    # Nobody joins meanwhile what this changes or follows: it would not have signed this.
    if before := agreement.amends_id or agreement.follows_id:
        locked(before)
    text = text_of(agreement)
    _ready(agreement, text)
    if text.hash != text_hash:
        raise Stale
    if sign_by is not None and sign_by <= clock.now():
        raise TooLittleTime
    version = frozen_or_kept(actor, agreement, text)
    move(agreement, AgreementStatus.SIGNING)
    agreement.text_hash, agreement.sealed_at = version.text_hash, clock.now()
    agreement.sign_by = sign_by
    agreement.save(update_fields=["status", "text_hash", "sealed_at", "sign_by"])
    plan(agreement)
    return AgreementSealed(**told_to_all(agreement), text_hash=text.hash, touches=(agreement,))


@write(allow=rules.may_sign)
def sign_agreement(
    actor: Actor, agreement: Agreement, *, text_hash: str
) -> tuple[AgreementFact, ...]:
    """Sign, for one's own agency, the very text whose hash was shown (RULE-MOU-02).

    The last signature makes the paper executed. Whether anything is in force
    follows from term, seal and signatures whenever it is asked (RULE-MOU-01).
    """
    require_signing(agreement)
    if agreement.text_hash != text_hash:
        raise TextChanged
    if text_of(agreement).hash != text_hash:
        raise SealBroken
    _in_time(agreement)
    party = party_of(actor, agreement)
    if party.joins:
        raise JoinderFirst
    signature = _signed(actor, party, text_hash)
    told: dict[str, Any] = {**told_to_all(agreement), "text_hash": text_hash}
    signed = AgreementSigned(
        **told,
        party=party.pk,
        agency=party.agency_id,
        signature=signature.pk,
        touches=(agreement, signature),
    )
    if unsigned(agreement):
        plan(agreement)
        return (signed,)
    move(agreement, AgreementStatus.EXECUTED)
    agreement.executed_at = clock.now()
    agreement.save(update_fields=["status", "executed_at"])
    plan(agreement)
    return (signed, AgreementExecuted(**told, touches=(agreement,)), *_amended(agreement))


@write(allow=rules.drafts)
def reopen_agreement(actor: Actor, agreement: Agreement, *, reason: str) -> AgreementReopened:
    """Take the text back to change it. The hash changes with it, so signatures are void."""
    require_signing(agreement)
    binds_nobody(agreement)
    void = signatures_of(agreement)
    sealed, agreement.text_hash, agreement.sealed_at = agreement.text_hash, "", None
    agreement.sign_by = None
    move(agreement, AgreementStatus.NEGOTIATION)
    agreement.save(update_fields=["status", "text_hash", "sealed_at", "sign_by"])
    plan(agreement)
    return AgreementReopened(
        **told_to_all(agreement),
        reason=reason,
        text_hash=sealed,
        void_signatures=void,
        touches=(agreement,),
    )


@write(allow=rules.drafts)
def abandon_agreement(actor: Actor, agreement: Agreement, *, reason: str) -> AgreementAbandoned:
    """Give an agreement up before everybody has signed. Parties hear of it if they saw it."""
    binds_nobody(agreement)
    seen_by = agencies_of(agreement) if latest_version(agreement) else ()
    move(agreement, AgreementStatus.ABANDONED)
    agreement.save(update_fields=["status"])
    plan(agreement)
    return AgreementAbandoned(
        agreement=agreement.pk,
        leader=agreement.led_by_id,
        parties=seen_by,
        reason=reason,
        touches=(agreement,),
    )


def _amended(agreement: Agreement) -> tuple[AgreementFact, ...]:
    """What is signed by all changes the agreement from its day on: everybody bound hears of it."""
    amends, number = agreement.amends, agreement.amendment_number
    if amends is None or number is None:
        return ()
    told = told_to_all(amends)
    return (AgreementAmended(**told, document=agreement.pk, amendment=number, touches=(amends,)),)


def _ready(agreement: Agreement, text: AgreementText) -> None:
    """Whether everybody has had their say; in one sentence each, who has not."""
    if agreement.status != AgreementStatus.APPROVED:
        require_draft(agreement)
        if guarded := guarded_parties(agreement):
            raise CounselFirst(
                _("Send it for review first: %(agencies)s asks for that.")
                % {"agencies": ", ".join(party.agency.name for party in guarded)}
            )
    lacking = [
        *missing(text, clock.now()),
        *amiss(agreement, text),
        *(
            _("%(body)s of %(agency)s has not resolved on it.")
            % {"body": party.body, "agency": party.agency.name}
            for party in unresolved(agreement, latest_version(agreement))
        ),
    ]
    if lacking:
        raise NotReady(" ".join(lacking))


def _in_time(agreement: Agreement) -> None:
    now = clock.now()
    ends = None if agreement.renews_months else agreement.expires_at
    if ends is not None and ends <= now:
        raise TermOver
    if agreement.sign_by is not None and agreement.sign_by <= now:
        raise DeadlinePast


def _signed(actor: Actor, party: Party, text_hash: str) -> Signature:
    signer = Member.objects.get(account__member=actor.member_id)
    return Signature.objects.create(
        party=party,
        text_hash=text_hash,
        signed_by=signer.pk,
        signer=signer.name,
        signer_title=signer.title or party.signatory_title,
        signed_at=clock.now(),
    )


def signatures_of(agreement: Agreement) -> int:
    """How many have signed the text that is sealed."""
    return Signature.objects.filter(
        party__agreement=agreement, text_hash=agreement.text_hash
    ).count()


def binds_nobody(agreement: Agreement) -> None:
    """Where some bind themselves before all have signed, so many may have (RULE-MOU-01)."""
    enough = {Effect.PER_PARTY: 2, Effect.ON_DATE: 2, Effect.QUORUM: agreement.quorum or 2}
    needed = enough.get(Effect(agreement.effect))
    if needed is not None and signatures_of(agreement) >= needed:
        raise BindsAlready
