"""The documents of an agreement, and what they come to when they are read as one (RULE-MOU-02)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from agencies.agreement_text import clause_texts
from agencies.amended import signed_amendments, standing_clauses
from agencies.differences import Piece, compared
from agencies.models import Agreement, Clause, ClauseChange
from agencies.reads.agreements import note, visible
from agencies.reads.as_sent import as_sent
from agencies.reads.clauses import ClauseEntry, clause_entry
from agencies.reads.coding import codings
from agencies.reads.standing import STATES
from audit import clock
from audit.actors import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Amends:
    """Which agreement an amendment changes, and its number among the amendments of that."""

    id: UUID
    title: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentEntry:
    """One of the documents that make up an agreement: ``number`` 0 is the text itself."""

    id: UUID
    number: int
    title: str
    state: str
    state_label: str
    since: datetime | None
    text_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadClause:
    """A clause as it binds now, or as it was struck out, and by which amendment."""

    clause: ClauseEntry
    amendment: int | None
    document: UUID
    how: str  # signed, amended, added, struck
    since: datetime
    pieces: tuple[Piece, ...]  # against the words before, where they were changed


def documents_of(actor: Actor, row: Agreement) -> dict[str, Any]:
    """What an agreement's page shows of the documents that it belongs with."""
    if row.amends is not None:
        base = row.amends
        amends = Amends(id=base.pk, title=base.title, number=row.amendment_number or 0)
        return {"amends": amends, "reading": (), "documents": ()}
    found = visible(actor).filter(amends=row).select_related("led_by")
    amendments = sorted(as_sent(actor, found), key=lambda one: one.amendment_number or 0)
    for one in amendments:
        note(actor, one, one.led_by_id)
    return {
        "amends": None,
        "reading": _reading(row),
        "documents": tuple(_document(one) for one in (row, *amendments)) if amendments else (),
    }


def _document(row: Agreement) -> DocumentEntry:
    state = _state(row)
    return DocumentEntry(
        id=row.pk,
        number=row.amendment_number or 0,
        title=row.title,
        state=state,
        state_label=str(STATES[state]),
        since=_since(row) if row.executed_at else None,
        text_hash=row.text_hash,
    )


def _state(row: Agreement) -> str:
    if row.executed_at is not None:
        return "in_force" if row.effective_at <= clock.now() else "not_begun"
    return row.status


def _reading(row: Agreement) -> tuple[ReadClause, ...]:
    """Nothing where no amendment is in force: then the text itself is all there is to read."""
    now = clock.now()
    amendments = {one.pk: one for one in signed_amendments(row, now)}
    if not amendments:
        return ()
    changes = ClauseChange.objects.filter(amendment__in=amendments, withdrawn_at__isnull=True)
    struck = dict(changes.filter(put=None).values_list("clause", "amendment"))
    binding = Q(pk__in=standing_clauses(row, now).values("pk"))
    rows = Clause.objects.filter(binding | Q(pk__in=struck))
    said_by = dict(rows.values_list("pk", "agreement")) | struck
    before = _before(changes)
    texts = clause_texts(rows)
    codes = codings(row, texts)
    return tuple(
        _read(
            clause_entry(text, codes[text.id]),
            amendments.get(said_by[text.id], row),
            before,
            struck=text.id in struck,
        )
        for text in texts
    )


def _before(changes: QuerySet[ClauseChange]) -> dict[UUID, str]:
    """The words that each clause replaced."""
    rows = changes.filter(put__isnull=False)
    return {put: text for put, text in rows.values_list("put", "clause__text") if put}


def _read(
    clause: ClauseEntry, document: Agreement, before: dict[UUID, str], *, struck: bool
) -> ReadClause:
    old = before.get(clause.id)
    how = "struck" if struck else "added" if old is None else "amended"
    return ReadClause(
        clause=clause,
        amendment=document.amendment_number,
        document=document.pk,
        how=how if document.amends_id else "signed",
        since=_since(document),
        pieces=compared(old, clause.text) if old is not None else (),
    )


def _since(document: Agreement) -> datetime:
    return max(document.executed_at or document.effective_at, document.effective_at)
