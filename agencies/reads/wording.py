"""What an editor of a draft begins with: the words and terms as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from agencies import rules
from agencies.agreement_text import ClauseText, details_of, text_of
from agencies.amended import standing_clauses
from agencies.details import AgreementDetails, SectionWording, Wording
from agencies.elements import Element
from agencies.models import Agreement
from audit.actors import Actor
from audit.reads import read
from audit.refusals import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftWords:
    """A draft's own words and term, the version they are of, and its number if it amends."""

    details: AgreementDetails
    version: int
    amendment: int | None


@read
def draft(actor: Actor, pk: UUID) -> DraftWords:
    """What an editor of a draft's words begins with."""
    row = _draft(actor, pk)
    return DraftWords(details=details_of(row), version=row.version, amendment=row.amendment_number)


@read
def clause(actor: Actor, agreement: UUID, pk: UUID) -> Wording:
    """A clause of a draft as it is worded now."""
    for found in text_of(_draft(actor, agreement)).clauses:
        if found.id == pk:
            return worded(found)
    raise NotFound


def worded(clause: ClauseText) -> Wording:
    """A clause as somebody would write it."""
    return Wording(
        number=clause.number,
        heading=clause.heading,
        text=clause.text,
        giver=clause.giver.agency if clause.giver else None,
        receiver=clause.receiver.agency if clause.receiver else None,
        survives=clause.survives,
        terms=clause.terms,
    )


@read
def section(actor: Actor, agreement: UUID, pk: UUID) -> SectionWording:
    """A section of a draft as it is worded now."""
    for found in text_of(_draft(actor, agreement)).sections:
        if found.id == pk:
            return SectionWording(
                number=found.number,
                heading=found.heading,
                text=found.text,
                elements=frozenset(map(Element, found.elements)),
            )
    raise NotFound


@read
def next_number(actor: Actor, agreement: UUID) -> str:
    """The number after the highest in a draft: clause 10 comes after 9, and 3 after 2a."""
    row = _draft(actor, agreement)
    said = [one.number for one in text_of(row).clauses]
    if row.amends is not None:
        said += standing_clauses(row.amends).values_list("number", flat=True)
    return _after(said)


@read
def next_section_number(actor: Actor, agreement: UUID) -> str:
    """The same of its sections, which have numbers of their own."""
    return _after(one.number for one in text_of(_draft(actor, agreement)).sections)


def _after(numbers: Iterable[str]) -> str:
    known = (re.match(r"\d+", number) for number in numbers)
    return str(max((int(found[0]) for found in known if found), default=0) + 1)


@read
def parties(actor: Actor, agreement: UUID) -> list[tuple[UUID, str]]:
    """Whom a clause of a draft may name: agency and name."""
    found = text_of(_draft(actor, agreement)).parties
    return [(party.agency, party.name) for party in found]


def _draft(actor: Actor, pk: UUID) -> Agreement:
    rows = Agreement.objects.filter(pk=pk).select_related("led_by")
    row = rules.drafts.scope(rows, actor).first()
    if row is None:
        raise NotFound
    return row
