"""Whether a right in force covers what is wanted, and if not, why not, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from agencies.areas import contains
from agencies.hazards import Hazard
from agencies.listed import in_order, ring
from agencies.models import AskingPosition, Declaration, Priority
from agencies.speaking import kind_and_type, one_of
from agencies.typing.catalogue import satisfies
from agencies.verdicts import Bearing, Reason
from mutualaid.wanted import HEIGHTS, RANKS, Occasion, Wanted

Right = Mapping[str, Any]


def covers(right: Right, wanted: Wanted) -> bool:
    """Whether nothing in the agreement stands against asking for it."""
    return all(one.bearing != Bearing.FORBIDS for one in obstacles(right, wanted))


def obstacles(right: Right, wanted: Wanted) -> Iterator[Reason]:
    """Each thing that stands against it: the strictest applies, so one is enough.

    What counsel of the giver has not checked stands against nothing, and warns (RULE-MOU-08).
    """
    if not _fits(right["type"], wanted):
        said = kind_and_type(right["kind"], right["type"])
        yield of_supply(right, _weight(right["supply_checked"]), _("It promises only: %s.") % said)
    weight = _weight(right["request_checked"])
    if RANKS[wanted.priority] > right["lowest_rank"]:
        lowest = next(one for one, rank in RANKS.items() if rank == right["lowest_rank"])
        yield of_request(right, weight, _only_from(lowest))
    if wanted.occasion is not None:
        yield from _narrowed(right, wanted.occasion)
        yield from _conditions(right, wanted.occasion)


def _fits(promised: int | None, wanted: Wanted) -> bool:
    """Whether a clause covers the type. One that names none covers every type of its kind."""
    return promised is None or satisfies(promised, wanted.type, or_better=wanted.or_better)


def _only_from(lowest: Priority) -> str:
    if lowest == Priority.EMERGENCY:
        return _("It lets one ask in an emergency only.")
    return _("It lets one ask only when it is %s or worse.") % lowest.label.lower()


def _narrowed(right: Right, occasion: Occasion) -> Iterator[Reason]:
    """By what happens, by who asks, by where it is, and by whether it was declared."""
    hazards, positions = right["event_types"], right["positions"]
    weight = _weight(right["request_checked"])
    if hazards and occasion.hazard not in hazards:
        said = _("It lets one ask only for: %s.") % one_of(in_order(Hazard, hazards))
        yield of_request(right, weight, said)
    if positions and not occasion.positions & set(positions):
        said = _("It lets one ask only as: %s.") % one_of(in_order(AskingPosition, positions))
        yield of_request(right, weight, said)
    if right["area"] and occasion.place is None:
        said = _("It holds inside an area, and the incident has no place on the map.")
        yield of_request(right, weight, said)
    elif right["area"] and occasion.place and not contains(ring(right["area"]), occasion.place):
        said = _("It holds inside an area, and the incident is outside of it.")
        yield of_request(right, weight, said)
    if right["declaration_required"] and not occasion.declaration:
        said = _("It lets one ask only once an emergency is declared.")
        yield of_request(right, weight, said)


def _conditions(right: Right, occasion: Occasion) -> Iterator[Reason]:
    """What must be declared or activated before; of several, each must be met."""
    for one in right["conditions"]:
        needed, level = one["declaration"], one["eoc_level"]
        clause, weight = UUID(one["clause"]), _weight(one["checked"])
        if HEIGHTS[occasion.declaration] < HEIGHTS[needed]:
            declared = Declaration(needed).label.lower()
            said = _("It needs a %s, or one further up.") % declared
            yield _reason(right, weight, said, clause, one["number"])
        if level is not None and (occasion.eoc_level is None or occasion.eoc_level > level):
            said = _("It needs the operations center activated at level %d or higher.") % level
            yield _reason(right, weight, said, clause, one["number"])


def unchecked(right: Right) -> Iterator[Reason]:
    """That the coded form of a clause is nobody's but its coder's: then read the text."""
    said = _("Counsel of who gives has not checked its coded form: its text decides.")
    if not right["request_checked"]:
        yield of_request(right, Bearing.WARNS, said)
    if not right["supply_checked"]:
        yield of_supply(right, Bearing.WARNS, said)


def narrowings(right: Right) -> Iterator[Reason]:
    """What would be asked of the occasion, where none is named."""
    said = (
        (right["event_types"], _("Only for: %s."), in_order(Hazard, right["event_types"])),
        (right["positions"], _("Only as: %s."), in_order(AskingPosition, right["positions"])),
    )
    for narrows, sentence, words in said:
        if narrows:
            yield of_request(right, Bearing.LIMITS, sentence % one_of(words))
    if right["area"]:
        yield of_request(right, Bearing.LIMITS, _("Only at incidents inside its area."))
    if right["declaration_required"]:
        yield of_request(right, Bearing.LIMITS, _("Only once an emergency is declared."))
    for reason in _conditions(right, Occasion(hazard="")):
        yield replace(reason, bearing=Bearing.LIMITS)


def _weight(checked: bool) -> Bearing:
    return Bearing.FORBIDS if checked else Bearing.WARNS


def of_request(right: Right, bearing: Bearing, sentence: str) -> Reason:
    """A reason that lies in the right to request."""
    number = right["request_number"]
    return _reason(right, bearing, sentence, right["request_clause_id"], number)


def of_supply(right: Right, bearing: Bearing, sentence: str) -> Reason:
    """A reason that lies in the duty to supply."""
    return _reason(right, bearing, sentence, right["clause_id"], right["number"])


def _reason(right: Right, bearing: Bearing, sentence: str, clause: UUID, number: str) -> Reason:
    return Reason(
        bearing=bearing,
        sentence=sentence,
        clause=clause,
        agreement=right["agreement_id"],
        reference=f"{right['agreement_title']}, {number}",
        text_hash=right["text_hash"],
    )
