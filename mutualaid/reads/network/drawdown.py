"""What lending would leave at home, for each promise of one's own agency (RULE-MA-06)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.db import connection

from agencies.models import Readiness
from agencies.typing.catalogue import satisfies
from incidents.lifecycle import FINAL
from mutualaid.reads.network.promises import Promise

Counts = Mapping[tuple[str, int | None], int]

# Whatever is committed to an incident is not at home, however ready it is.
AT_HOME: Final = """
    SELECT r.kind, r.type, count(*) FROM agencies_resource r
    WHERE r.agency_id = %s AND r.status = %s AND NOT EXISTS (
        SELECT FROM incidents_deployment d
        WHERE d.resource_id = r.id AND d.agency_id = r.agency_id AND d.state <> ALL(%s))
    GROUP BY r.kind, r.type
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """A promise of one's own, with what stands behind it now.

    ``spare`` could be sent under this clause now; ``left`` would then remain. ``in_all``
    is promised of the kind and type to everybody together.
    """

    promise: Promise
    at_home: int
    spare: int
    left: int
    in_all: int

    @property
    def overpromised(self) -> bool:
        """Whether all who may ask for it could not be served at once."""
        return self.in_all > max(0, self.at_home - self.promise.floor)


def at_home(agency: UUID) -> Counts:
    """How many of each kind and type are at home and ready."""
    with connection.cursor() as cursor:
        cursor.execute(AT_HOME, [agency, Readiness.AVAILABLE, sorted(FINAL)])
        return {(kind, type_): count for kind, type_, count in cursor.fetchall()}


def duties(promises: Iterable[Promise], home: Counts) -> tuple[Duty, ...]:
    """Each promise beside what is at home."""
    made = tuple(promises)
    return tuple(_duty(one, home, made) for one in made)


def _duty(one: Promise, home: Counts, made: tuple[Promise, ...]) -> Duty:
    there = sum(count for (kind, type_), count in home.items() if _covers(one, kind, type_))
    spare = max(0, min(one.most, there - one.floor))
    same = (other for other in made if (other.kind_code, other.type) == (one.kind_code, one.type))
    return Duty(
        promise=one,
        at_home=there,
        spare=spare,
        left=there - spare,
        in_all=sum(other.most for other in same),
    )


def _covers(one: Promise, kind: str, type_: int | None) -> bool:
    return kind == one.kind_code and satisfies(type_, one.type, or_better=False)
