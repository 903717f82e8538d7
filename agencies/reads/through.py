"""Whom the second wall lets see a stream at all, asked for many viewers at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from uuid import UUID

from agencies.grants import Viewer
from audit import walls


def through_the_wall(stream: str, viewers: frozenset[Viewer]) -> Callable[[], set[Viewer]]:
    """Ask for agencies as their people stand, and as their tokens do; hear it later."""
    agencies: defaultdict[str, set[UUID]] = defaultdict(set)
    for viewer in viewers:
        agencies[viewer.bound].add(viewer.agency)
    asked = {bound: walls.seen_by(stream, those, bound) for bound, those in agencies.items()}

    def heard() -> set[Viewer]:
        seen = {bound: those() for bound, those in asked.items()}
        return {viewer for viewer in viewers if viewer.agency in seen[viewer.bound]}

    return heard
