"""The versions of a text, and what changed between any two of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from agencies.agreement_text import text_of_version
from agencies.differences import Part, differences
from agencies.models import Agreement, TextVersion
from agencies.reads.agreements import note, visible
from audit.actors import Actor
from audit.reads import read
from audit.refusals import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionEntry:
    """A version that was sent out: when, by whom, and why."""

    number: int
    text_hash: str
    note: str
    frozen_by: str
    frozen_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferencePage:
    """Two versions of one text, word by word."""

    agreement: UUID
    title: str
    versions: tuple[VersionEntry, ...]
    before: int
    after: int
    parts: tuple[Part, ...]
    changed: int


@read
def difference(
    actor: Actor, pk: UUID, *, before: int | None = None, after: int | None = None
) -> DifferencePage:
    """What changed between two versions; unless said otherwise, between the last two."""
    row = visible(actor).filter(pk=pk).select_related("led_by").first()
    rows = list(TextVersion.objects.filter(agreement=pk).order_by("number")) if row else []
    if row is None or not rows:
        raise NotFound
    note(actor, row, row.led_by_id)
    by_number = {one.number: one for one in rows}
    last = rows[-1].number
    new = by_number.get(after or last)
    old = by_number.get(before or max(1, (after or last) - 1))
    if new is None or old is None:
        raise NotFound
    parts = differences(text_of_version(old), text_of_version(new))
    return DifferencePage(
        agreement=pk,
        title=str(new.words["title"]),
        versions=tuple(entry_of(one) for one in rows),
        before=old.number,
        after=new.number,
        parts=parts,
        changed=sum(part.change != "same" for part in parts),
    )


def versions_of(row: Agreement) -> tuple[VersionEntry, ...]:
    """What was sent out, the last first."""
    rows = TextVersion.objects.filter(agreement=row).order_by("-number")
    return tuple(entry_of(one) for one in rows)


def entry_of(one: TextVersion) -> VersionEntry:
    return VersionEntry(
        number=one.number,
        text_hash=one.text_hash,
        note=one.note,
        frozen_by=one.frozen_by,
        frozen_at=one.frozen_at,
    )
