"""The parts of a text that nothing is coded from, from their rows."""

from __future__ import annotations

import re

from django.db.models import QuerySet

from agencies.models import Attachment, Section
from agencies.texts import AttachmentText, SectionText


def section_texts(rows: QuerySet[Section]) -> list[SectionText]:
    found = [
        SectionText(
            id=row.pk,
            number=row.number,
            heading=row.heading,
            text=row.text,
            elements=tuple(row.elements),
        )
        for row in rows
    ]
    return sorted(found, key=lambda section: as_people_count(section.number))


def attachment_texts(rows: QuerySet[Attachment]) -> list[AttachmentText]:
    return [
        AttachmentText(
            id=row.pk,
            kind=row.kind,
            title=row.title,
            size=row.size,
            pages=row.pages,
            file_hash=row.file_hash,
        )
        for row in rows.order_by("title", "file_hash")
    ]


def as_people_count(number: str) -> tuple[tuple[int, str], ...]:
    """So that clause 10 comes after clause 9, and 2a after 2."""
    parts = re.findall(r"\d+|\D+", number)
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts)
