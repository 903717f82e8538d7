"""After-images: a row as a stream tells it, whole, before any sheet has been laid over it.

An app registers a painter for each of its models and each sort of stream. What
a write touched is painted at the end of its transaction; boards, frames and
replay are made of the results and of nothing else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Model

Row = Mapping[str, Any]
Painter = Callable[[frozenset[UUID]], Iterable[tuple[str, Row | None]]]
Drawn = dict[UUID, tuple[str, Row | None]]

PAINTERS: dict[tuple[str, type[Model]], list[Painter]] = defaultdict(list)


def paints(model: type[Model], *, on: str) -> Callable[[Painter], Painter]:
    """Register the function that draws rows of a model for one sort of stream.

    It is given ids and yields ``("deployment:<id>", row)``; ``None`` for a row
    that is gone from the board.
    """

    def register(painter: Painter) -> Painter:
        PAINTERS[on, model].append(painter)
        return painter

    return register


def of(stream: str, touched: Iterable[Model]) -> dict[str, Row | None]:
    """The rows that were touched, as this stream tells them."""
    return of_all([(stream, touched)])[0]


def of_all(told: Iterable[tuple[str, Iterable[Model]]]) -> list[dict[str, Row | None]]:
    """The same for each of several facts; what many of them touched is drawn at once."""
    lines = [_asked(stream, touched) for stream, touched in told]
    drawn = _at_once(lines)
    return [
        {key: row for painter, pks in line.items() for key, row in _own(painter, pks, drawn)}
        for line in lines
    ]


def _asked(stream: str, touched: Iterable[Model]) -> dict[Painter, frozenset[UUID]]:
    """Which painter is to draw which rows."""
    sort = stream.partition(":")[0]
    by_model: dict[type[Model], set[UUID]] = defaultdict(set)
    for row in touched:
        by_model[type(row)].add(row.pk)
    return {
        painter: frozenset(pks)
        for model, pks in by_model.items()
        for painter in PAINTERS.get((sort, model), ())
    }


def _at_once(lines: Sequence[Mapping[Painter, frozenset[UUID]]]) -> dict[Painter, Drawn]:
    """What painters drew who were asked more than once, by the row that each was asked for.

    A painter whose rows are not called by what was touched (an agency's list of
    incidents) draws for each fact by itself: nobody else could tell them apart.
    """
    asked: dict[Painter, list[frozenset[UUID]]] = defaultdict(list)
    for line in lines:
        for painter, pks in line.items():
            asked[painter].append(pks)
    several = {painter: pks for painter, pks in asked.items() if len(pks) > 1}
    drawn = {
        painter: {_called(key): (key, row) for key, row in painter(frozenset().union(*pks))}
        for painter, pks in several.items()
    }
    return {
        painter: rows
        for painter, rows in drawn.items()
        if rows.keys() <= frozenset().union(*several[painter])
    }


def _own(
    painter: Painter, pks: frozenset[UUID], drawn: Mapping[Painter, Drawn]
) -> Iterable[tuple[str, Row | None]]:
    if painter not in drawn:
        return painter(pks)
    return [drawn[painter][pk] for pk in pks if pk in drawn[painter]]


def _called(key: str) -> UUID:
    return UUID(key.partition(":")[2])
