"""The checklist for criminal justice data: what is confirmed, by whom, and whether it is on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from agencies import rules
from agencies.models import CheckItem, ChecklistItem, Directory
from audit.actors import Actor
from audit.reads import read
from audit.refusals import NotAllowed


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemEntry:
    """One thing that must be true, and who said that it is."""

    item: str
    label: str
    confirmed_by: str = ""
    ground: str = ""
    confirmed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    on: bool
    items: tuple[ItemEntry, ...]


@read
def checklist(actor: Actor) -> Checklist:
    """Every item, for whoever runs the installation and whoever runs or audits an agency."""
    allowed = rules.reads_checklist
    if not allowed.scope(Directory.objects.all(), actor).exists():
        raise NotAllowed.unless(allowed.because)
    confirmed = {row.item: row for row in ChecklistItem.objects.filter(withdrawn_at__isnull=True)}
    items = tuple(_entry(item, confirmed.get(item)) for item in CheckItem)
    return Checklist(on=criminal_justice(), items=items)


def criminal_justice() -> bool:
    """Whether criminal justice data is kept in this installation at this moment (RULE-CJ-02)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT agencies_criminal_justice()")
        on: bool = cursor.fetchone()[0]
        return on


def _entry(item: CheckItem, row: ChecklistItem | None) -> ItemEntry:
    if row is None:
        return ItemEntry(item=item, label=str(item.label))
    return ItemEntry(
        item=item,
        label=str(item.label),
        confirmed_by=row.confirmed_by,
        ground=row.ground,
        confirmed_at=row.confirmed_at,
    )
