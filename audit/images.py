"""After-images: a row as a stream tells it, whole, before any sheet has been laid over it.

An app registers a painter for each of its models and each sort of stream. What
a write touched is painted at the end of its transaction; boards, frames and
replay are made of the results and of nothing else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db.models import Model

Row = Mapping[str, Any]
Painter = Callable[[frozenset[UUID]], Iterable[tuple[str, Row | None]]]

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
    sort = stream.partition(":")[0]
    by_model: dict[type[Model], set[UUID]] = defaultdict(set)
    for row in touched:
        by_model[type(row)].add(row.pk)
    return {
        key: row
        for model, pks in by_model.items()
        for painter in PAINTERS.get((sort, model), ())
        for key, row in painter(frozenset(pks))
    }
