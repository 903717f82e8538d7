"""A new document that follows an agreement whose term ends or has ended."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from agencies import rules
from agencies.amended import standing_clauses
from agencies.coding import terms_of
from agencies.facts import RenewalDrafted
from agencies.lifecycle import AgreementStatus
from agencies.models import (
    Agreement,
    Attachment,
    AttachmentFile,
    AttachmentKind,
    Bound,
    Clause,
    Party,
    Section,
)
from agencies.writes.parties import carried_over
from agencies.writes.terms import write_terms
from audit import clock
from audit.actors import Actor
from audit.refusals import Conflict
from audit.writes import write

# What a renewal says as the agreement did that it follows, until somebody writes otherwise.
SAID_AGAIN = (
    *("title", "instrument", "tier", "led_by_id", "purpose", "scope", "effect", "quorum"),
    *("min_parties", "notice_days", "renews_months", "joinable"),
)


class NothingToRenew(Conflict):
    """Only what is or was in force is renewed, and not what was terminated."""


class RenewedBefore(Conflict):
    """Another document that follows it is there already."""


@write(allow=rules.drafts)
def renew_agreement(
    actor: Actor, agreement: Agreement, *, effective_at: datetime, expires_at: datetime | None
) -> RenewalDrafted:
    """Begin to write what is to follow an agreement: the same words, as amended, for a new term.

    It is reviewed and signed like any other, by those whom the agreement binds, and takes
    its place once all have signed and its term has begun.
    """
    _renewable(agreement)
    document = Agreement.objects.create(
        **{name: getattr(agreement, name) for name in SAID_AGAIN},
        effective_at=effective_at,
        expires_at=expires_at,
        follows=agreement,
    )
    left_out = _clauses(agreement, document, carried_over(agreement, document))
    _sections(agreement, document)
    _exhibits(agreement, document)
    return RenewalDrafted(
        agreement=document.pk,
        leader=agreement.led_by_id,
        follows=agreement.pk,
        title=document.title,
        left_out=left_out,
        touches=(document,),
    )


def _renewable(agreement: Agreement) -> None:
    signed = agreement.status == AgreementStatus.EXECUTED
    over = agreement.terminated_at is not None and agreement.terminated_at <= clock.now()
    bound = Bound.objects.filter(agreement=agreement).exists()
    if agreement.amends_id is not None or over or not (signed or bound):
        raise NothingToRenew
    if agreement.renewals.exclude(status=AgreementStatus.ABANDONED).exists():
        raise RenewedBefore


def _sections(agreement: Agreement, document: Agreement) -> None:
    for section in agreement.sections.filter(removed_at__isnull=True):
        said = {name: getattr(section, name) for name in ("number", "heading", "text", "elements")}
        Section.objects.create(agreement=document, **said)


def _exhibits(agreement: Agreement, document: Agreement) -> None:
    """What is part of the text; a scan is of the paper that was signed, a certificate runs out."""
    exhibits = agreement.attachments.filter(removed_at__isnull=True, kind=AttachmentKind.EXHIBIT)
    for exhibit in exhibits.select_related("file"):
        said = {name: getattr(exhibit, name) for name in ("kind", "title", "size", "pages")}
        again = Attachment.objects.create(agreement=document, file_hash=exhibit.file_hash, **said)
        AttachmentFile.objects.create(attachment=again, content=exhibit.file.content)


def _clauses(
    agreement: Agreement, document: Agreement, parties: dict[UUID, Party]
) -> tuple[str, ...]:
    """The clauses as they stand; the numbers of those that name somebody who has left."""
    left_out = []
    for clause in standing_clauses(agreement).select_related("giver", "receiver"):
        named = [one.agency_id for one in (clause.giver, clause.receiver) if one is not None]
        if not parties.keys() >= set(named):
            left_out.append(clause.number)
            continue
        again = Clause.objects.create(
            agreement=document,
            number=clause.number,
            kind=clause.kind,
            heading=clause.heading,
            text=clause.text,
            giver=parties[clause.giver.agency_id] if clause.giver else None,
            receiver=parties[clause.receiver.agency_id] if clause.receiver else None,
            survives=clause.survives,
            coded_by=clause.coded_by,
        )
        write_terms(again, terms_of(clause))
    return tuple(left_out)
