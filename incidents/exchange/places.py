"""Points, rings and circles as alerts write them, and the point in their middle."""

import math
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

_NUMBER: Final = re.compile(r"[+-]?(\d{1,6}(\.\d{0,20})?|\.\d{1,20})", re.ASCII)
_DECIMALS: Final = 6
MOST_POINTS: Final = 20_000
FARTHEST_KM: Final = 20_038.0
_KM_PER_DEGREE: Final = 111.195


class NotAPlace(ValueError):
    """Says, in its text, what is wrong with the figures and what would be right."""


@dataclass(frozen=True, slots=True)
class Point:
    """A place in WGS 84, in degrees, to six decimals."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Circle:
    """Everything within so many kilometers of a point."""

    center: Point
    radius_km: float


Polygon = tuple[Point, ...]


def number(written: str) -> float:
    """A plain decimal number; ``NaN``, ``1e400`` and their like are none."""
    if not _NUMBER.fullmatch(written):
        raise NotAPlace(f'"{written[:30]}" is not a number such as 38.47.')
    return float(written)


def point(latitude: str, longitude: str) -> Point:
    north, east = number(latitude), number(longitude)
    if abs(north) > 90 and abs(north) <= 180 and abs(east) <= 90:
        raise NotAPlace(
            f"Latitude {north:g} is beyond 90: latitude and longitude look swapped;"
            " write latitude first."
        )
    if abs(north) > 90:
        raise NotAPlace(f"Latitude {north:g} is not between -90 and 90.")
    if abs(east) > 180:
        raise NotAPlace(f"Longitude {east:g} is not between -180 and 180.")
    return Point(round(north, _DECIMALS), round(east, _DECIMALS))


def pair(written: str) -> Point:
    """A point written ``latitude,longitude``."""
    figures = written.split(",")
    if len(figures) != 2:
        raise NotAPlace(f'"{written[:30]}" is not latitude,longitude such as 38.47,-120.14.')
    return point(figures[0], figures[1])


def polygon(written: str) -> Polygon:
    """A ring of at least four points, the last of them the first again."""
    pairs = written.split()
    if len(pairs) > MOST_POINTS:
        raise NotAPlace(f"It has {len(pairs):,} points; Muster takes up to {MOST_POINTS:,}.")
    ring = tuple(pair(each) for each in pairs)
    if len(ring) < 4:
        raise NotAPlace(f"A polygon needs at least 4 points; this one has {len(ring)}.")
    if ring[0] != ring[-1]:
        raise NotAPlace(f"It is not closed: end it with its first point, {pairs[0]}.")
    return ring


def circle(written: str) -> Circle:
    """A center and a radius in kilometers: ``38.47,-120.14 15``."""
    figures = written.split()
    if len(figures) != 2:
        raise NotAPlace("Write center and radius in kilometers, like 38.47,-120.14 15.")
    center, radius = pair(figures[0]), number(figures[1])
    if not 0 <= radius <= FARTHEST_KM:
        raise NotAPlace(f"The radius {radius:g} km is not between 0 and {FARTHEST_KM:,.0f}.")
    return Circle(center, radius)


def middle(polygons: tuple[Polygon, ...], circles: tuple[Circle, ...]) -> Point | None:
    """The centroid of rings and circles together, each weighing as much as its area.

    Plane figures are good enough for where to put a pin; nothing is measured by it.
    """
    weighed = [_ring_middle(ring) for ring in polygons]
    weighed += [_circle_middle(each) for each in circles]
    if not weighed:
        return None
    first = weighed[0][2]
    whole = math.fsum(weight for weight, _, _ in weighed)
    if whole <= 0:
        weighed = [(1.0, north, east) for _, north, east in weighed]
        whole = float(len(weighed))
    north = math.fsum(weight * at for weight, at, _ in weighed) / whole
    east = math.fsum(weight * _near(at, first) for weight, _, at in weighed) / whole
    return Point(round(north, _DECIMALS), round(_on_globe(east), _DECIMALS))


def _near(longitude: float, other: float) -> float:
    """The same meridian, counted so that the way to the other one is the short one."""
    return longitude + 360 * round((other - longitude) / 360)


def _on_globe(longitude: float) -> float:
    return (longitude + 180) % 360 - 180


def _circle_middle(each: Circle) -> tuple[float, float, float]:
    degrees = each.radius_km / _KM_PER_DEGREE
    return math.pi * degrees**2, each.center.latitude, each.center.longitude


def _ring_middle(ring: Polygon) -> tuple[float, float, float]:
    """Area in square degrees at the equator, latitude and longitude of the centroid."""
    start = ring[0]
    corners = [
        (at.latitude - start.latitude, _near(at.longitude, start.longitude) - start.longitude)
        for at in ring
    ]
    doubled = north = east = 0.0
    for (y1, x1), (y2, x2) in pairwise(corners):
        cross = x1 * y2 - x2 * y1
        doubled += cross
        north += (y1 + y2) * cross
        east += (x1 + x2) * cross
    if abs(doubled) < 1e-12:
        count = len(corners) - 1 or 1
        north, east, doubled = (
            sum(y for y, _ in corners[:count]) / count,
            sum(x for _, x in corners[:count]) / count,
            0.0,
        )
    else:
        north, east = north / (3 * doubled), east / (3 * doubled)
    weight = abs(doubled) / 2 * math.cos(math.radians(start.latitude))
    return weight, start.latitude + north, start.longitude + east
