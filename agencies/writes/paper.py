from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from agencies import rules
from agencies.agreement_text import AgreementText, text_of
from agencies.facts import AgreementRecorded
from agencies.lifecycle import AgreementStatus, move
from agencies.missing import missing
from agencies.models import Agreement, Member, Signature
from agencies.standing_terms import RenewalTerms
from agencies.writes.reviewing import NotReady
from agencies.writes.sealing import agencies_of, require_draft
from agencies.writes.versions import freeze
from audit import clock
from audit.actors import Actor
from audit.refusals import Refusal, Stale
from audit.writes import write


class TermStillRuns(Refusal):
    """Its term has not ended: it binds nobody before its parties sign it here themselves."""


class NotSignedByAll(Refusal):
    """Name one signature for each party."""


class NotTheirMember(Refusal):
    """Somebody signs for an agency whose member they are not."""


class SignedOutOfTime(Refusal):
    """A paper is signed after its text was settled and before its term ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSignature:
    """Who signed a paper for an agency, and when."""

    agency: UUID
    member: UUID
    signed_at: datetime


@write(allow=rules.operates)
def record_past_agreement(
    actor: Actor,
    agreement: Agreement,
    *,
    text_hash: str,
    sealed_at: datetime,
    signatures: tuple[PaperSignature, ...],
) -> AgreementRecorded:
    """Enter an agreement that was signed on paper and has ended since, for the record.

    Nothing follows from it any more. One whose term still runs is signed by its
    parties, with their own hands: whoever runs the installation binds nobody.
    """
    require_draft(agreement)
    text = text_of(agreement)
    ends = text.details.expires_at
    if ends is None or ends + _grace(text) > clock.now() or text.details.renews_months:
        raise TermStillRuns
    if lacking := missing(text, sealed_at):
        raise NotReady(" ".join(lacking))
    if text.hash != text_hash:
        raise Stale
    _check(text, sealed_at, ends, signatures)
    freeze(actor, agreement, text)
    _sealed(agreement, text_hash, sealed_at)
    rows = _signed(agreement, text, signatures)
    return AgreementRecorded(
        agreement=agreement.pk,
        leader=agreement.led_by_id,
        parties=agencies_of(agreement),
        text_hash=text_hash,
        touches=(agreement, *rows),
    )


def _check(
    text: AgreementText,
    sealed_at: datetime,
    expires_at: datetime,
    signatures: tuple[PaperSignature, ...],
) -> None:
    signing = sorted(str(one.agency) for one in signatures)
    if signing != sorted(str(party.agency) for party in text.parties):
        raise NotSignedByAll
    if not all(sealed_at <= one.signed_at < expires_at for one in signatures):
        raise SignedOutOfTime


def _grace(text: AgreementText) -> timedelta:
    coded = [one.terms for one in text.clauses if isinstance(one.terms, RenewalTerms)]
    return timedelta(days=max((one.grace_days or 0 for one in coded), default=0))


def _sealed(agreement: Agreement, text_hash: str, sealed_at: datetime) -> None:
    move(agreement, AgreementStatus.SIGNING)
    agreement.text_hash, agreement.sealed_at = text_hash, sealed_at
    agreement.save(update_fields=["status", "text_hash", "sealed_at"])


def _signed(
    agreement: Agreement, text: AgreementText, signatures: tuple[PaperSignature, ...]
) -> list[Signature]:
    parties = {party.agency: party.id for party in text.parties}
    rows = [
        Signature.objects.create(
            party_id=parties[one.agency],
            text_hash=text.hash,
            signed_by=signer.pk,
            signer=signer.name,
            signer_title=signer.title,
            signed_at=one.signed_at,
        )
        for one, signer in ((one, _member(one)) for one in signatures)
    ]
    move(agreement, AgreementStatus.EXECUTED)
    agreement.executed_at = max(one.signed_at for one in signatures)
    agreement.save(update_fields=["status", "executed_at"])
    return rows


def _member(one: PaperSignature) -> Member:
    signer = Member.objects.filter(pk=one.member, agency=one.agency).first()
    if signer is None:
        raise NotTheirMember
    return signer
