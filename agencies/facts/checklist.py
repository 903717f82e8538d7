from __future__ import annotations

from dataclasses import dataclass

from audit.facts import Fact
from audit.streams import of_installation


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistFact(Fact):
    """Base of what happened to the checklist for criminal justice data (RULE-CJ-02)."""

    item: str
    ground: str

    @property
    def streams(self) -> tuple[str, ...]:
        return (of_installation(),)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistItemConfirmed(ChecklistFact, kind="agencies.checklist_item_confirmed"):
    """Somebody confirmed one item of the checklist for criminal justice data."""

    confirmed_by: str
    complete: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistItemWithdrawn(ChecklistFact, kind="agencies.checklist_item_withdrawn"):
    """An item of the checklist holds no longer: criminal justice data is off at once."""
