"""The whole text of an agreement, from its rows: as it is now, or as a version sent it out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from orjson import loads

from agencies.coding import terms_of
from agencies.details import AgreementDetails
from agencies.models import (
    Agreement,
    Attachment,
    Clause,
    ClauseChange,
    ClauseKind,
    Effect,
    Instrument,
    Party,
    Section,
    TextVersion,
    Tier,
)
from agencies.text_parts import as_people_count, attachment_texts, section_texts
from agencies.texts import (
    AgreementText,
    AmendedText,
    ClauseText,
    FollowedText,
    PartyText,
    SectionText,
    Undone,
)
from audit.canonical import dumps

__all__ = [
    "AgreementText",
    "AmendedText",
    "ClauseText",
    "PartyText",
    "SectionText",
    "clause_texts",
    "details_of",
    "frozen",
    "parties_of",
    "text_of",
    "text_of_version",
    "thawed",
]

# The rows on which the coded terms are kept: one for a clause, or several.
ONE_EACH = (
    *("request_term", "cost_term", "precondition_term", "auto_aid_term", "command_term"),
    *("powers_term", "insurance_term", "liability_term", "renewal_term", "signature_term"),
    "share_limit",
)
SEVERAL = ("supply_terms", "response_terms", "share_terms")


def text_of(agreement: Agreement) -> AgreementText:
    """The text as the rows say it now."""
    changes = ClauseChange.objects.filter(amendment=agreement, withdrawn_at__isnull=True)
    return _text(
        agreement,
        details_of(agreement),
        parties_of(agreement),
        Clause.objects.filter(agreement=agreement, removed_at__isnull=True),
        Section.objects.filter(agreement=agreement, removed_at__isnull=True),
        Attachment.objects.filter(agreement=agreement, removed_at__isnull=True),
        changes.values_list("clause", "put") if agreement.amends_id else (),
    )


def text_of_version(version: TextVersion) -> AgreementText:
    """The text as it was when this version was sent out, from rows that never change."""
    words = dict(version.words)
    changes = [
        (UUID(clause), UUID(put) if put else None) for clause, put in words.pop("changes", ())
    ]
    return _text(
        version.agreement,
        thawed(words),
        _party_texts(Party.objects.filter(pk__in=version.parties)),
        Clause.objects.filter(pk__in=version.clauses),
        Section.objects.filter(pk__in=version.sections),
        Attachment.objects.filter(pk__in=version.attachments),
        changes,
    )


def details_sent(version: TextVersion) -> AgreementDetails:
    """An agreement's own words and term, as this version sent them out."""
    return thawed({name: said for name, said in version.words.items() if name != "changes"})


def details_of(agreement: Agreement) -> AgreementDetails:
    """An agreement's own words and term."""
    said = {name: getattr(agreement, name) for name in AgreementDetails.__slots__}
    return AgreementDetails(
        **said
        | {
            "instrument": Instrument(agreement.instrument),
            "tier": Tier(agreement.tier),
            "effect": Effect(agreement.effect),
        }
    )


def frozen(details: AgreementDetails) -> dict[str, Any]:
    """Words as a version keeps them."""
    said: dict[str, Any] = loads(dumps(asdict(details)))
    return said


def thawed(words: dict[str, Any]) -> AgreementDetails:
    """Words as a version kept them. What was added to agreements since says what it said then."""
    ends = words["expires_at"]
    return AgreementDetails(
        **words
        | {
            "instrument": Instrument(words["instrument"]),
            "tier": Tier(words["tier"]),
            "effect": Effect(words["effect"]),
            "effective_at": datetime.fromisoformat(words["effective_at"]),
            "expires_at": datetime.fromisoformat(ends) if ends else None,
        }
    )


def parties_of(agreement: Agreement) -> list[PartyText]:
    """The parties of the text, by the name of their agency."""
    return _party_texts(
        Party.objects.filter(agreement=agreement, removed_at__isnull=True, joins=False)
    )


def _party_texts(rows: QuerySet[Party]) -> list[PartyText]:
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


def _text(
    agreement: Agreement,
    details: AgreementDetails,
    parties: list[PartyText],
    clauses: QuerySet[Clause],
    sections: QuerySet[Section],
    files: QuerySet[Attachment],
    changes: Iterable[tuple[UUID, UUID | None]],
) -> AgreementText:
    undone = _undone(dict(changes))
    replaced = {one.put: one.clause.number for one in undone if one.put}
    struck = tuple(one.clause.number for one in undone if one.put is None)
    return AgreementText(
        details=details,
        led_by=agreement.led_by.code,
        parties=tuple(parties),
        clauses=tuple(_clauses(clauses, {party.id: party for party in parties}, replaced)),
        sections=tuple(section_texts(sections)),
        attachments=tuple(attachment_texts(files)),
        amended=_amended(agreement, struck),
        undone=undone,
        follows=_followed(agreement),
    )


def _followed(agreement: Agreement) -> FollowedText | None:
    follows = agreement.follows
    if follows is None:
        return None
    return FollowedText(title=follows.title, text_hash=follows.text_hash)


def clause_texts(rows: QuerySet[Clause]) -> list[ClauseText]:
    """Clauses of any document, in the order in which people count."""
    named = Q(pk__in=rows.values("giver")) | Q(pk__in=rows.values("receiver"))
    parties = _party_texts(Party.objects.filter(named))
    return _clauses(rows, {party.id: party for party in parties}, {})


def _undone(changed: dict[UUID, UUID | None]) -> tuple[Undone, ...]:
    if not changed:
        return ()
    found = clause_texts(Clause.objects.filter(pk__in=changed))
    return tuple(Undone(clause=clause, put=changed[clause.id]) for clause in found)


def _amended(agreement: Agreement, strikes: tuple[str, ...]) -> AmendedText | None:
    if agreement.amends is None or agreement.amendment_number is None:
        return None
    return AmendedText(
        number=agreement.amendment_number,
        title=agreement.amends.title,
        text_hash=agreement.amends.text_hash,
        strikes=strikes,
    )


def _clauses(
    rows: QuerySet[Clause], parties: dict[UUID, PartyText], replaced: dict[UUID, str]
) -> list[ClauseText]:
    found = list(rows.select_related(*ONE_EACH).prefetch_related(*SEVERAL))
    named = {pk for row in found for pk in (row.giver_id, row.receiver_id) if pk is not None}
    if gone := named - parties.keys():  # who left the table may be named until that is changed
        left = _party_texts(Party.objects.filter(pk__in=gone))
        parties = parties | {party.id: party for party in left}
    texts = [
        ClauseText(
            id=row.pk,
            number=row.number,
            kind=ClauseKind(row.kind),
            heading=row.heading,
            text=row.text,
            giver=parties[row.giver_id] if row.giver_id else None,
            receiver=parties[row.receiver_id] if row.receiver_id else None,
            terms=terms_of(row),
            survives=row.survives,
            replaces=replaced.get(row.pk, ""),
        )
        for row in found
    ]
    return sorted(texts, key=lambda clause: as_people_count(clause.number))
