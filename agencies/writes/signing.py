from __future__ import annotations

from typing import Any

from agencies import rules
from agencies.agreement_text import text_of
from agencies.facts import (
    AgreementAbandoned,
    AgreementExecuted,
    AgreementFact,
    AgreementReopened,
    AgreementSealed,
    AgreementSigned,
)
from agencies.lifecycle import AgreementStatus, move
from agencies.missing import missing
from agencies.models import Agreement, Effect, Member, Party, Signature
from agencies.writes.sealing import agencies_of, require_draft, require_signing
from audit import clock
from audit.actors import Actor
from audit.refusals import Conflict, Refusal, Stale
from audit.writes import write


class NotReady(Refusal):
    """Something is missing before it can be signed."""


class TextChanged(Conflict):
    """The text changed since you looked. Read it again before you sign."""


class SealBroken(Refusal):
    """The text is not the one that was sealed. Nobody may sign it; call your auditor."""


class TermOver(Refusal):
    """Its term has ended."""


class BindsAlready(Conflict):
    """It binds those who have signed, and cannot be taken back."""


@write(allow=rules.drafts)
def send_for_signature(actor: Actor, agreement: Agreement, *, text_hash: str) -> AgreementSealed:
    """Seal the text as it was shown and send it to every party. From now on no word changes."""
    require_draft(agreement)
    text = text_of(agreement)
    if lacking := missing(text, clock.now()):
        raise NotReady(" ".join(lacking))
    if text.hash != text_hash:
        raise Stale
    move(agreement, AgreementStatus.SIGNING)
    agreement.text_hash = text.hash
    agreement.sealed_at = clock.now()
    agreement.save(update_fields=["status", "text_hash", "sealed_at"])
    return AgreementSealed(
        agreement=agreement.pk,
        leader=agreement.led_by_id,
        parties=agencies_of(agreement),
        text_hash=text.hash,
        touches=(agreement,),
    )


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
    if agreement.expires_at is not None and agreement.expires_at <= clock.now():
        raise TermOver
    party = Party.objects.get(agreement=agreement, agency=actor.agency_id, removed_at__isnull=True)
    signature = _signed(actor, party, text_hash)
    told: dict[str, Any] = {
        "agreement": agreement.pk,
        "leader": agreement.led_by_id,
        "parties": agencies_of(agreement),
        "text_hash": text_hash,
    }
    signed = AgreementSigned(
        **told,
        party=party.pk,
        agency=party.agency_id,
        signature=signature.pk,
        touches=(agreement, signature),
    )
    if not _all_signed(agreement):
        return (signed,)
    move(agreement, AgreementStatus.EXECUTED)
    agreement.save(update_fields=["status"])
    return (signed, AgreementExecuted(**told, touches=(agreement,)))


@write(allow=rules.drafts)
def reopen_agreement(actor: Actor, agreement: Agreement, *, reason: str) -> AgreementReopened:
    """Take the text back to change it. The hash changes with it, so signatures are void."""
    require_signing(agreement)
    _binds_nobody(agreement)
    void = _signatures(agreement)
    sealed, agreement.text_hash, agreement.sealed_at = agreement.text_hash, "", None
    move(agreement, AgreementStatus.DRAFT)
    agreement.save(update_fields=["status", "text_hash", "sealed_at"])
    return AgreementReopened(
        agreement=agreement.pk,
        leader=agreement.led_by_id,
        parties=agencies_of(agreement),
        reason=reason,
        text_hash=sealed,
        void_signatures=void,
        touches=(agreement,),
    )


@write(allow=rules.drafts)
def abandon_agreement(actor: Actor, agreement: Agreement, *, reason: str) -> AgreementAbandoned:
    """Give an agreement up before everybody has signed. Parties hear of it if they saw it."""
    _binds_nobody(agreement)
    seen_by = () if agreement.status == AgreementStatus.DRAFT else agencies_of(agreement)
    move(agreement, AgreementStatus.ABANDONED)
    agreement.save(update_fields=["status"])
    return AgreementAbandoned(
        agreement=agreement.pk,
        leader=agreement.led_by_id,
        parties=seen_by,
        reason=reason,
        touches=(agreement,),
    )


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


def _all_signed(agreement: Agreement) -> bool:
    parties = Party.objects.filter(agreement=agreement, removed_at__isnull=True)
    return not parties.exclude(signatures__text_hash=agreement.text_hash).exists()


def _signatures(agreement: Agreement) -> int:
    return Signature.objects.filter(
        party__agreement=agreement, text_hash=agreement.text_hash
    ).count()


def _binds_nobody(agreement: Agreement) -> None:
    """Where each party is bound by its own signature, two signatures bind (RULE-MOU-01)."""
    if agreement.effect == Effect.PER_PARTY and _signatures(agreement) > 1:
        raise BindsAlready
