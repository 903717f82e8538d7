"""What a guest who may assist does, by the seat in which they are one: the table, written down.

Whoever may only look does nothing. What a guest writes is the host's, in the guest's name.
"""

from __future__ import annotations

from typing import Final

from agencies.categories import OF_PARTICIPANTS, Category
from incidents.models import GuestSeat

GUESTS_SEAT: Final = "guest"  # no rule of any agency's people is about it

WRITES_NOTES: Final = "write notes"
MOVES_UNITS: Final = "move units that are at the incident"

MAY: Final[dict[GuestSeat, frozenset[str]]] = {
    GuestSeat.DISPATCHER: frozenset({WRITES_NOTES}),
    GuestSeat.COMMANDER: frozenset({WRITES_NOTES, MOVES_UNITS}),
}

# A guest is shown what everybody there sees, and writes nothing that they could not read again.
CATEGORIES: Final[frozenset[Category]] = OF_PARTICIPANTS


def seats_that(do: str) -> list[str]:
    return [seat.value for seat, deeds in MAY.items() if do in deeds]
