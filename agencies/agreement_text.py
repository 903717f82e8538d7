"""The whole text of an agreement: what is shown, what is hashed, and what is signed.

Every word and every coded term that decides anything is in here, so that a
signature over the hash covers all of it (RULE-MOU-02). Agencies stand by their
code, which never changes, and not by their name, which may.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from agencies.coding import terms_of
from agencies.models import Agreement, Clause, ClauseKind, Party
from agencies.terms import Terms, coded
from audit.canonical import dumps

FORMAT = 1

# The rows on which the coded terms are kept: one for a clause, or several.
ONE_EACH = (
    *("request_term", "cost_term", "precondition_term", "auto_aid_term", "command_term"),
    *("powers_term", "insurance_term", "liability_term", "renewal_term", "signature_term"),
    "share_limit",
)
SEVERAL = ("supply_terms", "response_terms", "share_terms")


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyText:
    """A party, and who signs for it."""

    id: UUID
    agency: UUID
    code: str
    name: str
    signatory_title: str
    authority: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseText:
    """A clause in words and in coded form."""

    id: UUID
    number: str
    kind: ClauseKind
    heading: str
    text: str
    giver: PartyText | None
    receiver: PartyText | None
    terms: Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementText:
    """An agreement as it stands now."""

    title: str
    instrument: str
    tier: int
    led_by: str
    purpose: str
    scope: str
    effective_at: datetime
    expires_at: datetime | None
    effect: str
    parties: tuple[PartyText, ...]
    clauses: tuple[ClauseText, ...]

    @property
    def hash(self) -> str:
        """What a signatory signs."""
        return sha256(dumps(_canonical(self))).hexdigest()


def text_of(agreement: Agreement) -> AgreementText:
    """The text as the rows say it now."""
    parties = {party.id: party for party in parties_of(agreement)}
    return AgreementText(
        title=agreement.title,
        instrument=agreement.instrument,
        tier=agreement.tier,
        led_by=agreement.led_by.code,
        purpose=agreement.purpose,
        scope=agreement.scope,
        effective_at=agreement.effective_at,
        expires_at=agreement.expires_at,
        effect=agreement.effect,
        parties=tuple(parties.values()),
        clauses=tuple(_clauses(agreement, parties)),
    )


def parties_of(agreement: Agreement) -> list[PartyText]:
    """The parties that count, by the name of their agency."""
    rows = Party.objects.filter(agreement=agreement, removed_at__isnull=True)
    return [
        PartyText(
            id=row.pk,
            agency=row.agency_id,
            code=row.agency.code,
            name=row.agency.name,
            signatory_title=row.signatory_title,
            authority=row.authority,
        )
        for row in rows.select_related("agency").order_by("agency__name", "agency__code")
    ]


def _clauses(agreement: Agreement, parties: dict[UUID, PartyText]) -> list[ClauseText]:
    rows = Clause.objects.filter(agreement=agreement, removed_at__isnull=True)
    found = [
        ClauseText(
            id=row.pk,
            number=row.number,
            kind=ClauseKind(row.kind),
            heading=row.heading,
            text=row.text,
            giver=parties[row.giver_id] if row.giver_id else None,
            receiver=parties[row.receiver_id] if row.receiver_id else None,
            terms=terms_of(row),
        )
        for row in rows.select_related(*ONE_EACH).prefetch_related(*SEVERAL)
    ]
    return sorted(found, key=lambda clause: _as_people_count(clause.number))


def _as_people_count(number: str) -> tuple[tuple[int, str], ...]:
    """So that clause 10 comes after clause 9, and 2a after 2."""
    parts = re.findall(r"\d+|\D+", number)
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts)


def _canonical(text: AgreementText) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "title": text.title,
        "instrument": text.instrument,
        "tier": text.tier,
        "led_by": text.led_by,
        "purpose": text.purpose,
        "scope": text.scope,
        "effective_at": text.effective_at.astimezone(UTC),
        "expires_at": text.expires_at and text.expires_at.astimezone(UTC),
        "effect": text.effect,
        "parties": sorted(
            (party.code, party.signatory_title, party.authority) for party in text.parties
        ),
        "clauses": [_canonical_clause(clause) for clause in text.clauses],
    }


def _canonical_clause(clause: ClauseText) -> dict[str, Any]:
    return {
        "number": clause.number,
        "kind": clause.kind,
        "heading": clause.heading,
        "text": clause.text,
        "giver": clause.giver and clause.giver.code,
        "receiver": clause.receiver and clause.receiver.code,
        "terms": coded(clause.terms),
    }
