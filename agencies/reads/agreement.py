"""One agreement, whole: its text beside what the system makes of it, and whom it binds now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agencies import rules
from agencies.agreement_text import AgreementText, ClauseText, text_of
from agencies.lifecycle import AgreementStatus
from agencies.meaning import informs, meaning
from agencies.missing import missing
from agencies.models import Agreement, Bound, Effect, Instrument, Signature, Tier
from agencies.reads.agreements import STATES, note, state_of, visible
from agencies.terms import coded
from audit import clock
from audit.actors import Actor
from audit.reads import read
from audit.refusals import NotFound
from audit.rules import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyEntry:
    """A party, its signature of this text if it has given one, and whether it is bound now."""

    id: UUID
    agency: UUID
    code: str
    name: str
    signatory_title: str
    authority: str
    signer: str
    signer_title: str
    signed_at: datetime | None
    bound: bool
    why_not: str


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
    state: str
    state_label: str
    text_hash: str
    sealed_at: datetime | None
    intact: bool
    parties: tuple[PartyEntry, ...]
    clauses: tuple[ClauseEntry, ...]
    missing: tuple[str, ...]
    may: frozenset[str]


@read
def agreement(actor: Actor, pk: UUID) -> AgreementPage:
    """One agreement that the actor's agency leads or is a party to."""
    row = visible(actor).filter(pk=pk).select_related("led_by").first()
    if row is None:
        raise NotFound
    text = text_of(row)
    for owner in {row.led_by_id, *(party.agency for party in text.parties)}:
        note(actor, row, owner)
    parties = _parties(row, text)
    state = state_of(row, bound=any(party.bound for party in parties))
    return AgreementPage(
        **_words(row),
        state=state,
        state_label=str(STATES[state]),
        text_hash=text.hash,
        sealed_at=row.sealed_at,
        intact=row.sealed_at is None or row.text_hash == text.hash,
        parties=parties,
        clauses=tuple(_clause(clause) for clause in text.clauses),
        missing=missing(text, clock.now()) if state == "draft" else (),
        may=_may(actor, row, parties),
    )


def _words(row: Agreement) -> dict[str, Any]:
    """The agreement's own words, as people read them."""
    return {
        "id": row.pk,
        "version": row.version,
        "title": row.title,
        "instrument": str(Instrument(row.instrument).label),
        "tier": str(Tier(row.tier).label),
        "effect": str(Effect(row.effect).label),
        "led_by": row.led_by_id,
        "led_by_code": row.led_by.code,
        "led_by_name": row.led_by.name,
        "purpose": row.purpose,
        "scope": row.scope,
        "effective_at": row.effective_at,
        "expires_at": row.expires_at,
    }


def _parties(row: Agreement, text: AgreementText) -> tuple[PartyEntry, ...]:
    signed = {
        signature.party_id: signature
        for signature in Signature.objects.filter(party__agreement=row, text_hash=row.text_hash)
    }
    bound = set(Bound.objects.filter(agreement=row).values_list("id", flat=True))
    waiting = [party.name for party in text.parties if party.id not in signed]
    return tuple(
        PartyEntry(
            id=party.id,
            agency=party.agency,
            code=party.code,
            name=party.name,
            signatory_title=party.signatory_title,
            authority=party.authority,
            signer=signed[party.id].signer if party.id in signed else "",
            signer_title=signed[party.id].signer_title if party.id in signed else "",
            signed_at=signed[party.id].signed_at if party.id in signed else None,
            bound=party.id in bound,
            why_not="" if party.id in bound else _why_not(row, party.name, waiting),
        )
        for party in text.parties
    )


def _why_not(row: Agreement, name: str, waiting: list[str]) -> str:
    """Why a party is not bound at this moment, in a sentence."""
    now = clock.now()
    if row.status == AgreementStatus.DRAFT:
        return _("It is a draft.")
    if row.status == AgreementStatus.ABANDONED:
        return _("It was given up.")
    if row.expires_at is not None and row.expires_at <= now:
        return _("It ended on %s.") % date_format(row.expires_at, "Y-m-d")
    if name in waiting:
        return _("It has not signed.")
    if waiting and row.effect == Effect.ALL:
        return _("It waits for %s to sign.") % ", ".join(waiting)
    return _("It begins on %s.") % date_format(row.effective_at, "Y-m-d")


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
        terms=coded(clause.terms),
        meaning=meaning(clause),
        informs=informs(clause),
    )


def _may(actor: Actor, row: Agreement, parties: tuple[PartyEntry, ...]) -> frozenset[str]:
    """What a page may offer; each write still asks its own rule."""

    def admits(allowed: Rule) -> bool:
        return allowed.scope(Agreement.objects.filter(pk=row.pk), actor).exists()

    draft = row.status == AgreementStatus.DRAFT
    signing = row.status == AgreementStatus.SIGNING
    unsigned = any(party.agency == actor.agency_id and not party.signed_at for party in parties)
    offered = {
        "write": draft and admits(rules.drafts),
        "reopen": signing and admits(rules.drafts),
        "abandon": (draft or signing) and admits(rules.drafts),
        "sign": signing and unsigned and admits(rules.may_sign),
    }
    return frozenset(name for name, offers in offered.items() if offers)
