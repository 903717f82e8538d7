"""Openings: what let a look see something of another agency's. One ground each, said once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID


@dataclass(frozen=True, slots=True, eq=False)
class Opening:
    """One ground on which something is shown: which sort, in which words, by which clause.

    Equal ones are the same object, so that a board of a thousand rows tells them apart for nothing.
    """

    sort: str
    said: str
    clause: UUID | None = None
    version: int | None = None

    def as_said(self) -> tuple[str, str, str, int]:
        return (self.sort, self.said, str(self.clause or ""), self.version or 0)


# What opened a row, and of what categories: how a look is noted.
Opened = tuple[tuple[Opening, frozenset[str]], ...]


@lru_cache(maxsize=4096)
def opening(
    sort: str, said: str, clause: UUID | None = None, version: int | None = None
) -> Opening:
    return Opening(sort, said, clause, version)


@lru_cache(maxsize=4096)
def opened(sort: str, said: str, *categories: str) -> Opened:
    """What one ground alone opened."""
    return ((opening(sort, said), frozenset(map(str, categories))),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opens:
    """What one ground opened in one look, as the ledger keeps it, so that clauses can be summed.

    ``shown`` is how many rows; ``rows`` which ones, where it opened more than being there does.
    """

    sort: str
    said: str
    clause: UUID | None = None
    version: int | None = None
    categories: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    shown: int = 0


# What opens most rows of most boards. They stand in the look already, and are not said twice.
EVERYDAY = frozenset({"there", "guest", "asked", "own"})


def told(seen: Iterable[tuple[Opened, list[str]]]) -> tuple[Opens, ...]:
    """Ground by ground, what each opened in all of these."""
    categories: dict[tuple[str, str, str, int], set[str]] = {}
    rows: dict[tuple[str, str, str, int], set[str]] = {}
    grounds: dict[tuple[str, str, str, int], Opening] = {}
    for opened_by, keys in seen:
        for ground, shown in opened_by:
            said = ground.as_said()
            grounds[said] = ground
            categories.setdefault(said, set()).update(shown)
            rows.setdefault(said, set()).update(keys)
    return tuple(
        Opens(
            sort=grounds[said].sort,
            said=grounds[said].said,
            clause=grounds[said].clause,
            version=grounds[said].version,
            categories=tuple(sorted(categories[said])),
            rows=() if grounds[said].sort in EVERYDAY else tuple(sorted(rows[said])),
            shown=len(rows[said]),
        )
        for said in sorted(grounds)
    )
