"""The clauses of an agreement as its page shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from agencies.agreement_text import AgreementText, ClauseText
from agencies.lifecycle import AS_SENT
from agencies.meaning import informs, meaning
from agencies.models import Agreement
from agencies.reads.coding import Coding, codings
from agencies.terms import coded


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
    coding: Coding


def clauses_of(row: Agreement, text: AgreementText) -> tuple[ClauseEntry, ...]:
    """Each clause of the text that is shown, in its order."""
    codes = codings(row, text.clauses, text.parties if row.status in AS_SENT else ())
    return tuple(clause_entry(clause, codes[clause.id]) for clause in text.clauses)


def clause_entry(clause: ClauseText, coding: Coding) -> ClauseEntry:
    """A clause, with who coded it and whose counsel checked that."""
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
        coding=coding,
    )
