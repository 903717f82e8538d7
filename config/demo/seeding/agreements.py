"""Drafting, sending and signing the agreements of a region."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from agencies import reads, writes
from agencies.details import AgreementDetails
from agencies.models import AttachmentKind, Effect, Instrument, Tier
from audit.actors import Actor
from config.demo.seeding.founding import OPERATOR
from config.demo.seeding.papers import on_paper
from config.demo.seeding.peopled import Peopled
from config.demo.seeding.wordings import section_wording, wording
from config.demo.seeding.zones import midnight
from config.demo.shapes import Agreement


def agree(peopled: Peopled, agreement: Agreement) -> UUID:
    """Bring an agreement as far as the region says it is."""
    admin = peopled.seated(agreement.led_by, "admin")
    pk = drafted(peopled, agreement)
    if agreement.expires_days < 0:
        _record(peopled, agreement, pk, reads.agreement(admin, pk).text_hash)
    else:
        signed = [party.agency for party in agreement.parties if party.signed]
        sign(peopled, admin, pk, signed)
        _check(peopled, agreement, pk)
    return pk


def sign(peopled: Peopled, admin: Actor, pk: UUID, signed: Sequence[str]) -> None:
    """Send a text out as it is, and let these sign it."""
    text_hash = reads.agreement(admin, pk).text_hash
    writes.send_for_signature(admin, pk, text_hash=text_hash)
    for agency in signed:
        signatory = peopled.seated(agency, "signatory")
        writes.sign_agreement(signatory, pk, text_hash=text_hash)


def check(peopled: Peopled, agency: str, pk: UUID, unchecked: Sequence[str] = ()) -> None:
    """Nobody of the region has counsel of their own: whoever administers an agency checks."""
    admin = peopled.seated(agency, "admin")
    found = reads.agreement(admin, pk).clauses
    clauses = [clause.id for clause in found if clause.number not in unchecked]
    writes.check_clauses(admin, pk, clauses=clauses)


def drafted(peopled: Peopled, agreement: Agreement) -> UUID:
    """Write it down, and send it to nobody."""
    admin = peopled.seated(agreement.led_by, "admin")
    leader, *others = sorted(agreement.parties, key=lambda party: party.agency != agreement.led_by)
    drafted = writes.draft_agreement(
        admin,
        peopled.agencies[agreement.led_by],
        details=_details(agreement, peopled.now),
        signatory_title=leader.signatory_title,
        authority=leader.authority,
    )
    for party in others:
        writes.add_party(
            admin,
            drafted.agreement,
            agency=peopled.agencies[party.agency],
            signatory_title=party.signatory_title,
            authority=party.authority,
        )
    _write(peopled, agreement, drafted.agreement)
    return drafted.agreement


def _write(peopled: Peopled, agreement: Agreement, pk: UUID) -> None:
    """What a draft says, and the papers that belong to it."""
    admin = peopled.seated(agreement.led_by, "admin")
    for clause in agreement.clauses:
        writes.add_clause(admin, pk, wording=wording(clause, peopled))
    for section in agreement.sections:
        writes.add_section(admin, pk, wording=section_wording(section))
    for paper in agreement.attached:
        writes.add_attachment(
            admin,
            pk,
            kind=AttachmentKind(paper.kind),
            title=paper.title,
            file=on_paper(paper, peopled.now),
        )


def _check(peopled: Peopled, agreement: Agreement, pk: UUID) -> None:
    for party in agreement.parties:
        if party.signed:
            check(peopled, party.agency, pk, agreement.unchecked)


def _details(agreement: Agreement, now: datetime) -> AgreementDetails:
    return AgreementDetails(
        title=agreement.title,
        instrument=Instrument(agreement.instrument),
        tier=Tier(agreement.tier),
        purpose=agreement.purpose,
        scope=agreement.scope,
        effective_at=midnight(now, agreement.effective_days),
        expires_at=midnight(now, agreement.expires_days),
        effect=Effect(agreement.effect),
        joinable=agreement.joinable,
    )


def _record(peopled: Peopled, agreement: Agreement, pk: UUID, text_hash: str) -> None:
    """What ended before the installation began was signed on paper, a week before its term."""
    signed_at = midnight(peopled.now, agreement.effective_days - 7)
    signatories = [peopled.seated(party.agency, "signatory") for party in agreement.parties]
    writes.record_past_agreement(
        OPERATOR,
        pk,
        text_hash=text_hash,
        sealed_at=signed_at - timedelta(days=21),
        signatures=tuple(
            writes.PaperSignature(agency=one.agency_id, member=one.member_id, signed_at=signed_at)
            for one in signatories
            if one.agency_id and one.member_id
        ),
    )
