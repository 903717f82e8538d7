"""An area on the ground: a ring of places, and whether a place lies in it.

Counties draw their lines with a dozen corners, so that corners joined by straight
lines on the map are near enough; what crosses the date line is two areas.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

Place = tuple[float, float]  # latitude, longitude
Side = tuple[Place, Place]

FEWEST: Final = 3
MOST: Final = 200


def is_area(ring: Sequence[Place]) -> bool:
    """Whether these corners, in their order, bound one area on Earth."""
    if not FEWEST <= len(ring) <= MOST or len(set(ring)) != len(ring):
        return False
    on_earth = all(-90 <= lat <= 90 and -180 <= lon <= 180 for lat, lon in ring)
    return on_earth and not any(_cross(*pair) for pair in combinations(sides(ring), 2))


def contains(ring: Sequence[Place], place: Place) -> bool:
    """Whether a place lies in the area: a line from it eastward leaves an odd number of times."""
    lat, lon = place
    inside = False
    for (lat_a, lon_a), (lat_b, lon_b) in sides(ring):
        if (lat_a > lat) != (lat_b > lat):
            crossing = lon_a + (lat - lat_a) * (lon_b - lon_a) / (lat_b - lat_a)
            inside ^= lon < crossing
    return inside


def sides(ring: Sequence[Place]) -> Iterator[Side]:
    """From each corner to the next, and from the last to the first."""
    return zip(ring, [*ring[1:], *ring[:1]], strict=True)


def _cross(one: Side, other: Side) -> bool:
    """Whether two sides cross, other than in a corner they share."""
    (a, b), (c, d) = one, other
    if {a, b} & {c, d}:
        return False
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0


def _turn(a: Place, b: Place, c: Place) -> float:
    """Which way the road from a by b to c bends."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
