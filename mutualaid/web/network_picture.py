"""Where the agencies of a network stand in its picture: one's own in the middle, by tier around it.

A picture says at a glance what the tables beside it say in full. Everything in it is
in those tables too, so whoever does not see it misses nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import cos, pi, sin
from typing import Final

from mutualaid.reads.network.neighbors import Neighbor

WIDTH: Final = 960
HEIGHT: Final = 440
NODE_WIDTH: Final = 132
NODE_HEIGHT: Final = 48
INNERMOST: Final = (225.0, 105.0)
OUTERMOST: Final = (405.0, 188.0)


@dataclass(frozen=True, slots=True)
class Node:
    """An agency in the picture: its middle, and the end of the line to one's own."""

    neighbor: Neighbor
    x: int
    y: int
    ends_soon: bool

    @property
    def left(self) -> int:
        return self.x - NODE_WIDTH // 2

    @property
    def top(self) -> int:
        return self.y - NODE_HEIGHT // 2


@dataclass(frozen=True, slots=True)
class Ring:
    """A tier, as an ellipse around one's own agency; its name is at the top, between agencies."""

    label: str
    rx: int
    ry: int


@dataclass(frozen=True, slots=True)
class Picture:
    """Nodes and rings in a box of ``WIDTH`` by ``HEIGHT``, the middle at zero."""

    nodes: tuple[Node, ...]
    rings: tuple[Ring, ...]
    left: int = -WIDTH // 2
    top: int = -HEIGHT // 2
    width: int = WIDTH
    height: int = HEIGHT
    node_width: int = NODE_WIDTH
    node_height: int = NODE_HEIGHT


def picture(neighbors: Sequence[Neighbor], soon: datetime) -> Picture:
    """Each tier on a ring of its own, every agency in a direction of its own."""
    by_tier = {
        tier: [one for one in neighbors if one.tier == tier]
        for tier in sorted({one.tier for one in neighbors})
    }
    rings = {
        tier: _ring(place / (len(by_tier) - 1) if len(by_tier) > 1 else 1.0, there[0].tier_label)
        for place, (tier, there) in enumerate(by_tier.items())
    }
    nodes = [
        _node(one, rings[one.tier], (place + 0.5) / len(neighbors), soon)
        for place, one in enumerate(_spread(by_tier.values()))
    ]
    return Picture(tuple(nodes), tuple(rings.values()))


def _spread(tiers: Iterable[Sequence[Neighbor]]) -> list[Neighbor]:
    """Agencies of one tier far from each other, so that a narrow ring has room for them."""
    turns = [
        ((place + 0.5) / len(there), one) for there in tiers for place, one in enumerate(there)
    ]
    return [one for _turn, one in sorted(turns, key=lambda turn: (turn[0], turn[1].tier))]


def _ring(share: float, label: str) -> Ring:
    rx, ry = (near + (far - near) * share for near, far in zip(INNERMOST, OUTERMOST, strict=True))
    return Ring(label, round(rx), round(ry))


def _node(one: Neighbor, ring: Ring, turn: float, soon: datetime) -> Node:
    """``turn`` is the share of a whole turn, clockwise from the top."""
    angle = 2 * pi * turn
    ends_soon = one.ends_at is not None and one.ends_at <= soon
    return Node(one, round(ring.rx * sin(angle)), round(-ring.ry * cos(angle)), ends_soon)
