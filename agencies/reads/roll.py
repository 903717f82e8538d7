"""Who of those present may still act: asked anew only where something may have changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from uuid import UUID

from django.db import connection

from agencies import admission
from agencies.admission import Standing
from audit.streams import of_agency

Present = Mapping[UUID, frozenset[UUID]]  # members by agency
Heads = Mapping[UUID, int]  # how long the ledger of each agency is

MOST_KEPT = 64  # sets of people: a view or two of each agency

HEADS = "SELECT key, head_seq FROM audit_stream WHERE key = ANY(%s)"


class Roll:
    """How those present stood when last asked. For one look at a time.

    Whatever changes how a member stands is told in the ledger of their agency, or happens
    at a moment that was known before. So while that ledger stands still and no such moment
    has come, the last answer holds, and a thousand members cost as little as one.
    """

    def __init__(self) -> None:
        self.standing: dict[UUID, Standing] = {}
        self.changed: set[UUID] = set()  # since whoever holds the roll acted on it
        self._asked: set[UUID] = set()
        self._heads: dict[UUID, int] = {}
        self._names: dict[frozenset[UUID], tuple[str, ...]] = {}

    def call(self, present: Present, moment: datetime, heads: Heads) -> None:
        """Bring the roll up to ``moment``. ``heads`` were asked before how members stand,
        so that what is told in between is asked for again.
        """
        heads = {agency: head for agency, head in heads.items() if self._heads.get(agency) != head}
        ended = {m for m, stood in self.standing.items() if stood.until and stood.until <= moment}
        again = ended.union(
            *(
                members if agency in heads else members - self._asked
                for agency, members in present.items()
            )
        )
        if again:
            now = admission.standing(again)
            self.changed |= {m for m in again if self.standing.get(m) != now.get(m)}
            self.standing = {m: s for m, s in self.standing.items() if m not in again} | now
            self._names.clear()
        self._asked |= again
        self._heads.update(heads)

    def names(self, present: frozenset[UUID]) -> tuple[str, ...]:
        """Those of these who may still act, by name; worked out once for the same people."""
        if present not in self._names:
            if len(self._names) >= MOST_KEPT:
                self._names.clear()
            still = present & self.standing.keys()
            self._names[present] = tuple(sorted({self.standing[member].name for member in still}))
        return self._names[present]


def heads_of(agencies: Iterable[UUID]) -> Callable[[], Heads]:
    """Ask where the ledgers of these agencies stand, and hear it later."""
    streams = {of_agency(agency): agency for agency in agencies}
    cursor = connection.cursor()
    cursor.execute(HEADS, [list(streams)])
    return lambda: {streams[key]: head for key, head in cursor.fetchall()}
