"""A clause beside what the system makes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from agencies.agreement_text import ClauseText
from agencies.meaning import informs, meaning
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


def clause_entry(clause: ClauseText) -> ClauseEntry:
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
