"""Who goes at once when something happens, by the clauses on automatic aid in force now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _
from orjson import loads

from agencies.areas import Place, contains
from agencies.listed import ring

DUE: Final = """
    SELECT b.giver_id, g.code, g.name, b.clause_id, b.agreement_id,
           b.agreement_title || ', ' || b.number, b.text, t.area, t.first_due,
           agencies_is_checked(b.clause_id, b.giver_id, statement_timestamp())
    FROM agencies_autoaidterm t
    JOIN agencies_bindingclause b ON b.clause_id = t.clause_id
    JOIN agencies_agency g ON g.id = b.giver_id
    WHERE b.kind = 'auto_aid' AND b.receiver_id = %s
          AND (t.event_types = '{}' OR %s = ANY (t.event_types))
    ORDER BY b.tier, b.agreement_title, b.number, g.name
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstDue:
    """Units that an agency sends without being asked, in their order, and the clause for it.

    A hint: whoever dispatches sends. ``warnings`` say why it may not hold here.
    """

    agency: UUID
    code: str
    name: str
    units: tuple[str, ...]
    clause: UUID
    agreement: UUID
    reference: str
    text: str
    warnings: tuple[str, ...]


def first_due(receiver: UUID, hazard: str, place: Place | None) -> tuple[FirstDue, ...]:
    """All that is due to an agency where something of a kind happens; nothing outside an area."""
    found = []
    with connection.cursor() as cursor:
        cursor.execute(DUE, [receiver, hazard])
        for giver, code, name, clause, agreement, said, text, area, units, checked in cursor:
            corners = ring(loads(area))
            if corners and place and not contains(corners, place):
                continue
            found.append(
                FirstDue(
                    agency=giver,
                    code=code,
                    name=name,
                    units=tuple(units),
                    clause=clause,
                    agreement=agreement,
                    reference=said,
                    text=text,
                    warnings=tuple(_warnings(bool(corners) and place is None, checked)),
                )
            )
    return tuple(found)


def _warnings(nowhere: bool, checked: bool) -> Iterator[str]:
    if nowhere:
        yield _("It holds inside an area, and the incident has no place on the map.")
    if not checked:
        yield _("Counsel of whoever sends has not checked its coded form (see the text).")
