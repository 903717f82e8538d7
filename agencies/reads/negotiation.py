"""What parties say about a text, and what they ask of each other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from agencies.differences import Piece, compared
from agencies.lifecycle import RedlineStatus
from agencies.models import (
    Agreement,
    Motion,
    MotionKind,
    Party,
    Redline,
    Remark,
    Resolution,
    Review,
)
from agencies.progress import latest_version, remaining_parties
from agencies.reads.told_of_endings import MOTIONS
from audit import clock


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkEntry:
    """What somebody said about a version, or about one clause or section of it."""

    text_version: int
    number: str
    section: str
    agency: str
    code: str
    author: str
    said: str
    written_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RedlineEntry:
    """Other words for a clause, beside those that it had, and what became of them."""

    id: UUID
    text_version: int
    number: str
    agency: str
    code: str
    ours: bool
    author: str
    why: str
    pieces: tuple[Piece, ...]
    strikes: bool
    status: str
    status_label: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MotionEntry:
    """What is asked of all parties, and who has consented."""

    id: UUID
    what: str
    reason: str
    agency: str
    ours: bool
    consented: tuple[str, ...]
    waiting: tuple[str, ...]
    waits_for_us: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a party has said of the version that was sent out last."""

    verdict: str = ""
    reason: str = ""
    reviewer: str = ""
    body: str = ""
    resolution: str = ""
    adopted_on: date | None = None


def remarks_of(row: Agreement) -> tuple[RemarkEntry, ...]:
    rows = Remark.objects.filter(text__agreement=row).order_by("written_at")
    return tuple(
        RemarkEntry(
            text_version=one.text.number,
            number=one.clause.number if one.clause else "",
            section=one.section.number if one.section else "",
            agency=one.party.agency.name,
            code=one.party.agency.code,
            author=one.author,
            said=one.said,
            written_at=one.written_at,
        )
        for one in rows.select_related("text", "clause", "section", "party__agency")
    )


def redlines_of(row: Agreement, agency: UUID | None) -> tuple[RedlineEntry, ...]:
    rows = Redline.objects.filter(text__agreement=row).order_by("proposed_at")
    return tuple(
        RedlineEntry(
            id=one.pk,
            text_version=one.text.number,
            number=one.clause.number,
            agency=one.party.agency.name,
            code=one.party.agency.code,
            ours=one.party.agency_id == agency,
            author=one.author,
            why=one.why,
            pieces=compared(one.clause.text, one.proposed),
            strikes=not one.proposed,
            status=one.status,
            status_label=str(RedlineStatus(one.status).label),
            answer=one.answer,
        )
        for one in rows.select_related("text", "clause", "party__agency")
    )


def motions_of(row: Agreement, agency: UUID | None) -> tuple[MotionEntry, ...]:
    rows = Motion.objects.filter(agreement=row, carried_at__isnull=True, dropped_at__isnull=True)
    remain = remaining_parties(row, clock.now()) if rows else []
    return tuple(
        _motion(one, remain, agency)
        for one in rows.select_related("moved_by__agency").prefetch_related("consents")
    )


def answers_of(row: Agreement, parties: list[Party]) -> dict[UUID, Answer]:
    """What each party has said of the last version, by its id."""
    version = latest_version(row)
    reviews = {one.party_id: one for one in Review.objects.filter(text=version)}
    text_hash = version.text_hash if version else ""
    resolved = {
        one.party_id: one
        for one in Resolution.objects.filter(text__agreement=row, text__text_hash=text_hash)
    }
    return {
        party.pk: _answer(party, reviews.get(party.pk), resolved.get(party.pk)) for party in parties
    }


def _answer(party: Party, review: Review | None, resolution: Resolution | None) -> Answer:
    return Answer(
        verdict=review.verdict if review else "",
        reason=review.reason if review else "",
        reviewer=review.reviewer if review else "",
        body=party.body,
        resolution=resolution.number if resolution else "",
        adopted_on=resolution.adopted_on if resolution else None,
    )


def _motion(one: Motion, remain: list[Party], agency: UUID | None) -> MotionEntry:
    given = {consent.party_id for consent in one.consents.all()}
    waiting = [party for party in remain if party.pk not in given]
    return MotionEntry(
        id=one.pk,
        what=str(MOTIONS[MotionKind(one.kind)]),
        reason=one.reason,
        agency=one.moved_by.agency.name,
        ours=one.moved_by.agency_id == agency,
        consented=tuple(party.agency.name for party in remain if party.pk in given),
        waiting=tuple(party.agency.name for party in waiting),
        waits_for_us=any(party.agency_id == agency for party in waiting),
    )


def under_way(row: Agreement, agency: UUID | None) -> dict[str, Any]:
    """What the parties have said of the text so far, as this agency may see it."""
    return {
        "remarks": remarks_of(row),
        "redlines": redlines_of(row, agency),
        "motions": motions_of(row, agency),
    }
