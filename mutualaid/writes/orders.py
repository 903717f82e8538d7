"""Lines as they are asked for, and as they are kept with their order numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from agencies.typing import catalogue
from audit.refusals import Refusal
from incidents.lifecycle import IncidentStatus
from incidents.models import Incident
from mutualaid.models import OrderLine, ResourceRequest
from mutualaid.writes import inputs

MOST_LINES = 100
MOST_OF_ONE = 999


class IncidentIsClosed(Refusal):
    """This incident is closed. Nothing more is ordered for it."""


class NothingOrdered(Refusal):
    """Order at least one thing, and not more than a hundred at once."""


class NoSuchKind(Refusal):
    """The catalogue has no such kind or type of resource."""


class NoSuchQuantity(Refusal):
    """Order between 1 and 999 of a kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineWanted:
    """One line as it is asked for: block 4 of form ICS 213RR.

    ``element`` is what a message calls it, by which a later message changes it.
    """

    kind: str
    quantity: int
    type: int | None = None
    or_better: bool = True
    details: str = ""
    element: str = ""


def letters(incident: Incident, lines: Sequence[LineWanted]) -> list[str]:
    """The category letter of each line, if all of this may be ordered here."""
    if incident.status != IncidentStatus.ACTIVE:
        raise IncidentIsClosed
    if not 1 <= len(lines) <= MOST_LINES:
        raise NothingOrdered
    return [_letter(line) for line in lines]


def ordered(request: ResourceRequest, line: LineWanted, letter: str) -> OrderLine:
    """A line with its number. Numbers are never used again: cancelled lines remain."""
    taken = OrderLine.objects.filter(
        request__incident=request.incident_id, number__startswith=f"{letter}-"
    ).count()
    return OrderLine.objects.create(
        request=request,
        number=f"{letter}-{taken + 1}",
        kind=line.kind,
        type=line.type,
        or_better=line.or_better,
        ordered=line.quantity,
        details=line.details,
        element=line.element,
    )


def _letter(line: LineWanted) -> str:
    """The category letter of the kind's order numbers, where kind and type exist."""
    inputs.text(line.details, 400)
    inputs.text(line.element, 250)
    if not 1 <= line.quantity <= MOST_OF_ONE:
        raise NoSuchQuantity
    try:
        kind = catalogue.kind(line.kind)
        if line.type is not None:
            kind.type(line.type)
    except KeyError:
        sentence = _("The catalogue has no kind %(kind)s of type %(type)s.")
        raise NoSuchKind(sentence % {"kind": line.kind[:60], "type": line.type or "-"}) from None
    return kind.order_letter
