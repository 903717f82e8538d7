"""One agreement, whole: its text beside what the system makes of it, and whom it binds now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from agencies.agreement_text import AgreementText, ClauseText, text_of, text_of_version
from agencies.details import AgreementDetails
from agencies.lifecycle import OPEN
from agencies.meaning import informs, meaning
from agencies.missing import missing
from agencies.models import Agreement, Party, Signature
from agencies.progress import latest_version, notice_days
from agencies.reads.agreements import note, visible
from agencies.reads.negotiation import (
    Answer,
    MotionEntry,
    RedlineEntry,
    RemarkEntry,
    answers_of,
    under_way,
)
from agencies.reads.offered import offered
from agencies.reads.standing import STATES, Standing, standings, state_of
from agencies.reads.turns import Step, Turn, steps, turns
from agencies.reads.versions import VersionEntry, versions_of
from agencies.terms import coded
from audit import clock
from audit.actors import Actor
from audit.reads import read
from audit.refusals import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyEntry:
    """A party, its signature of this text if it has given one, and how it stands now."""

    id: UUID
    agency: UUID
    code: str
    name: str
    signatory_title: str
    authority: str
    signer: str
    signer_title: str
    signed_at: datetime | None
    joins: bool
    leaves_at: datetime | None
    standing: str
    standing_label: str
    bound: bool
    why_not: str
    said: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseEntry:
    """A clause: its text, and beside it what the system does because of it."""

    id: UUID
    number: str
    kind: str
    kind_label: str
    heading: str
    text: str
    giver: str
    giver_agency: UUID | None
    receiver: str
    receiver_agency: UUID | None
    survives: bool
    replaces: str
    terms: dict[str, Any]
    meaning: tuple[str, ...]
    informs: tuple[str, ...]  # what it says that decides nothing here


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementPage:
    """Everything a signatory must see before signing. ``text_hash`` is of what is shown here."""

    id: UUID
    version: int
    title: str
    instrument: str
    tier: str
    effect: str
    led_by: UUID
    led_by_code: str
    led_by_name: str
    purpose: str
    scope: str
    effective_at: datetime
    expires_at: datetime | None
    quorum: int | None
    min_parties: int
    notice_days: int
    renews_months: int
    joinable: bool
    state: str
    state_label: str
    text_hash: str
    sealed_at: datetime | None
    intact: bool
    parties: tuple[PartyEntry, ...]
    clauses: tuple[ClauseEntry, ...]
    missing: tuple[str, ...]
    sign_by: datetime | None
    leaves_after_days: int
    steps: tuple[Step, ...]
    turns: tuple[Turn, ...]
    versions: tuple[VersionEntry, ...]
    remarks: tuple[RemarkEntry, ...]
    redlines: tuple[RedlineEntry, ...]
    motions: tuple[MotionEntry, ...]
    our_party: UUID | None
    may: frozenset[str]


@read
def agreement(actor: Actor, pk: UUID) -> AgreementPage:
    """One agreement that the actor's agency leads or is a party to."""
    row = visible(actor).filter(pk=pk).select_related("led_by").first()
    if row is None:
        raise NotFound
    text = shown_text(actor, row)
    parties = _parties(row)
    for owner in {row.led_by_id, *(party.agency for party in parties)}:
        note(actor, row, owner)
    state = _state(row, parties)
    return AgreementPage(
        **_words(row, text.details),
        state=state,
        state_label=str(STATES[state]),
        text_hash=text.hash,
        sealed_at=row.sealed_at,
        intact=row.sealed_at is None or row.text_hash == text.hash,
        parties=parties,
        clauses=tuple(_clause(clause) for clause in text.clauses),
        missing=missing(text, clock.now()) if row.status in OPEN else (),
        sign_by=row.sign_by,
        leaves_after_days=notice_days(row),
        steps=steps(state),
        turns=turns(row),
        versions=versions_of(row),
        **under_way(row, actor.agency_id),
        our_party=next((one.id for one in parties if one.agency == actor.agency_id), None),
        may=offered(actor, row, parties, state),
    )


def _state(row: Agreement, parties: tuple[PartyEntry, ...]) -> str:
    return state_of(
        row,
        bound=any(party.bound for party in parties),
        suspended=any(party.standing == "suspended" for party in parties),
    )


def shown_text(actor: Actor, row: Agreement) -> AgreementText:
    """The text; while it is being changed, to the other parties the one that was sent out."""
    if row.status in OPEN and row.led_by_id != actor.agency_id:
        version = latest_version(row)
        if version is not None:
            return text_of_version(version)
    return text_of(row)


def _words(row: Agreement, said: AgreementDetails) -> dict[str, Any]:
    """The agreement's own words, as people read them."""
    return {
        "id": row.pk,
        "version": row.version,
        "title": said.title,
        "instrument": str(said.instrument.label),
        "tier": str(said.tier.label),
        "effect": str(said.effect.label),
        "led_by": row.led_by_id,
        "led_by_code": row.led_by.code,
        "led_by_name": row.led_by.name,
        "purpose": said.purpose,
        "scope": said.scope,
        "effective_at": said.effective_at,
        "expires_at": said.expires_at,
        "quorum": said.quorum,
        "min_parties": said.min_parties,
        "notice_days": said.notice_days,
        "renews_months": said.renews_months,
        "joinable": said.joinable,
    }


def _parties(row: Agreement) -> tuple[PartyEntry, ...]:
    rows = list(
        Party.objects.filter(agreement=row, removed_at__isnull=True)
        .select_related("agency")
        .order_by("joins", "agency__name", "agency__code")
    )
    signed = {
        signature.party_id: signature
        for signature in Signature.objects.filter(party__agreement=row, text_hash=row.text_hash)
    }
    stands, said = standings(row, rows), answers_of(row, rows)
    return tuple(
        _party(party, signed.get(party.pk), stands[party.pk], said[party.pk]) for party in rows
    )


def _party(party: Party, signature: Signature | None, stands: Standing, said: Answer) -> PartyEntry:
    return PartyEntry(
        id=party.pk,
        agency=party.agency_id,
        code=party.agency.code,
        name=party.agency.name,
        signatory_title=party.signatory_title,
        authority=party.authority,
        signer=signature.signer if signature else "",
        signer_title=signature.signer_title if signature else "",
        signed_at=signature.signed_at if signature else None,
        joins=party.joins,
        leaves_at=party.leaves_at,
        standing=stands.code,
        standing_label=stands.label,
        bound=stands.bound,
        why_not=stands.why,
        said=said,
    )


def _clause(clause: ClauseText) -> ClauseEntry:
    return ClauseEntry(
        id=clause.id,
        number=clause.number,
        kind=clause.kind.value,
        kind_label=str(clause.kind.label),
        heading=clause.heading,
        text=clause.text,
        giver=clause.giver.name if clause.giver else "",
        giver_agency=clause.giver.agency if clause.giver else None,
        receiver=clause.receiver.name if clause.receiver else "",
        receiver_agency=clause.receiver.agency if clause.receiver else None,
        survives=clause.survives,
        replaces=clause.replaces,
        terms=coded(clause.terms),
        meaning=meaning(clause),
        informs=informs(clause),
    )
