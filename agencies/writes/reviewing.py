from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from agencies import rules
from agencies.agreement_text import text_of
from agencies.amended import amiss
from agencies.facts import (
    AgreementFact,
    ApprovedForSignature,
    ChangesAsked,
    NegotiationReopened,
    SentForReview,
    TakenBack,
    TextApproved,
)
from agencies.lifecycle import AgreementStatus, move
from agencies.missing import missing
from agencies.models import Agreement, Member, Party, Review, TextVersion, Verdict
from agencies.progress import unanswered, unreviewed
from agencies.writes.sealing import party_of, require_draft, sent_out, told_to_all
from agencies.writes.versions import freeze
from audit import clock
from audit.actors import Actor
from audit.refusals import Conflict, Refusal, Stale
from audit.writes import write


class NotReady(Refusal):
    """Something is missing before it can be sent out."""


class NotUnderReview(Conflict):
    """It is not out for review."""


class AnotherVersion(Conflict):
    """Another version was sent out since you looked. Read that one before you answer."""


class NotApproved(Conflict):
    """It has not been approved for signature."""


@write(allow=rules.drafts)
def send_for_review(
    actor: Actor, agreement: Agreement, *, text_hash: str, note: str = ""
) -> SentForReview:
    """Freeze the text as the next version and send it to every party's counsel.

    Whoever reads it talks about this very text; its words change in another version only.
    """
    require_draft(agreement)
    text = text_of(agreement)
    if lacking := [
        *missing(text, clock.now()),
        *amiss(agreement, text),
        *_unanswered(agreement),
    ]:
        raise NotReady(" ".join(lacking))
    if text.hash != text_hash:
        raise Stale
    version = freeze(actor, agreement, text, note)
    _moved(agreement, AgreementStatus.LEGAL_REVIEW)
    return SentForReview(
        **told_to_all(agreement),
        text_version=version.number,
        text_hash=text.hash,
        note=note,
        touches=(agreement,),
    )


@write(allow=rules.drafts)
def take_back(actor: Actor, agreement: Agreement, *, reason: str) -> TakenBack:
    """Take a text that is out for review back to the draft. What was sent out stays on record."""
    version = _under_review(agreement)
    _moved(agreement, AgreementStatus.DRAFT)
    return TakenBack(
        **told_to_all(agreement),
        text_version=version.number,
        reason=reason,
        touches=(agreement,),
    )


@write(allow=rules.reviews)
def approve_text(
    actor: Actor, agreement: Agreement, *, text_hash: str
) -> tuple[AgreementFact, ...]:
    """Say for one's own agency that this very version may be signed.

    Once every party has said so, it is approved for signature.
    """
    version = _under_review(agreement)
    if version.text_hash != text_hash:
        raise AnotherVersion
    party = party_of(actor, agreement)
    review = _reviewed(actor, version, party, Verdict.APPROVED)
    told: dict[str, Any] = {**told_to_all(agreement), "text_version": version.number}
    approved = TextApproved(
        **told, agency=party.agency_id, party=party.pk, touches=(agreement, review)
    )
    if unreviewed(agreement, version):
        return (approved,)
    _moved(agreement, AgreementStatus.APPROVED)
    return (
        approved,
        ApprovedForSignature(**told, text_hash=version.text_hash, touches=(agreement,)),
    )


@write(allow=rules.reviews)
def ask_for_changes(
    actor: Actor, agreement: Agreement, *, text_hash: str, reason: str
) -> ChangesAsked:
    """Say for one's own agency that this version must change first: it is negotiated on."""
    version = _under_review(agreement)
    if version.text_hash != text_hash:
        raise AnotherVersion
    party = party_of(actor, agreement)
    review = _reviewed(actor, version, party, Verdict.CHANGES, reason)
    _moved(agreement, AgreementStatus.NEGOTIATION)
    return ChangesAsked(
        **told_to_all(agreement),
        text_version=version.number,
        agency=party.agency_id,
        party=party.pk,
        reason=reason,
        touches=(agreement, review),
    )


@write(allow=rules.manages)
def reopen_negotiation(actor: Actor, agreement: Agreement, *, reason: str) -> NegotiationReopened:
    """Go back to negotiating a text that all had approved, and nobody has been asked to sign."""
    if agreement.status != AgreementStatus.APPROVED:
        raise NotApproved
    party, version = party_of(actor, agreement), sent_out(agreement)
    _moved(agreement, AgreementStatus.NEGOTIATION)
    return NegotiationReopened(
        **told_to_all(agreement),
        text_version=version.number,
        agency=party.agency_id,
        reason=reason,
        touches=(agreement,),
    )


def _under_review(agreement: Agreement) -> TextVersion:
    if agreement.status != AgreementStatus.LEGAL_REVIEW:
        raise NotUnderReview
    return sent_out(agreement)


def _reviewed(
    actor: Actor, version: TextVersion, party: Party, verdict: Verdict, reason: str = ""
) -> Review:
    reviewer = Member.objects.get(account__member=actor.member_id)
    return Review.objects.create(
        text=version,
        party=party,
        verdict=verdict,
        reason=reason,
        reviewer=reviewer.name,
        reviewer_title=reviewer.title,
        reviewed_at=clock.now(),
    )


def _moved(agreement: Agreement, to: AgreementStatus) -> None:
    move(agreement, to)
    agreement.save(update_fields=["status"])


def _unanswered(agreement: Agreement) -> list[str]:
    """Who proposed other words is owed an answer before the next version goes out."""
    return [
        _("Answer what %(agency)s proposes for clause %(number)s.")
        % {"agency": redline.party.agency.name, "number": redline.clause.number}
        for redline in unanswered(agreement)
    ]
