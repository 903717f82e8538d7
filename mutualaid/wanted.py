"""What is looked for, and the occasion, as far as agreements speak of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from agencies.areas import Place
from agencies.models import AskingPosition, Declaration, Priority

RANKS: Final = {Priority.EMERGENCY: 1, Priority.URGENT: 2, Priority.ROUTINE: 3}

# How far up an emergency is declared: who needs one is content with one further up.
HEIGHTS: Final = {"": 0, Declaration.LOCAL: 1, Declaration.STATE: 2, Declaration.FEDERAL: 3}


@dataclass(frozen=True, slots=True)
class Occasion:
    """What happens, where, who asks, and what is declared."""

    hazard: str
    place: Place | None = None
    positions: frozenset[AskingPosition] = frozenset()
    declaration: str = ""
    eoc_level: int | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for, as far as agreements speak of it.

    Where no occasion is named, nothing is judged by it: what could be asked for on some.
    """

    kind: str
    type: int | None
    or_better: bool
    priority: Priority
    occasion: Occasion | None = None
