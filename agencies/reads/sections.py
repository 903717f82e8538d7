"""The sections of an agreement as its page shows them, and what it says of each element."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from agencies.agreement_text import AgreementText
from agencies.completeness import completeness
from agencies.elements import Element
from agencies.models import Agreement
from agencies.reads.attachments import attachments_of
from agencies.reads.clauses import clauses_of


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionEntry:
    """A section, and the elements that it speaks to, in words."""

    id: UUID
    number: str
    heading: str
    text: str
    elements: tuple[str, ...]


def said_in(row: Agreement, text: AgreementText) -> dict[str, Any]:
    """Its clauses, sections and files, and where the whole text speaks to what."""
    elements = completeness(text)
    return {
        "clauses": clauses_of(row, text),
        "attachments": attachments_of(text),
        "sections": tuple(
            SectionEntry(
                id=one.id,
                number=one.number,
                heading=one.heading,
                text=one.text,
                elements=tuple(str(Element(number).label) for number in one.elements),
            )
            for one in text.sections
        ),
        "elements": elements,
        "silent": sum(not one.places for one in elements),
    }
