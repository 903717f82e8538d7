"""What the writes that edit a row have in common."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from agencies.details import AgencyDetails, ResourceDetails
from audit.refusals import Refusal, Stale
from audit.rows import Row


class NothingChanged(Refusal):
    """That is how it stands already."""


class HalfAPlace(Refusal):
    """Give latitude and longitude, or neither."""


class NoSuchTimeZone(Refusal):
    """There is no such time zone. Give one as ``America/New_York``."""


def require_whole_place(details: AgencyDetails | ResourceDetails) -> None:
    """Half a point on Earth is none (RULE-GEO-01)."""
    if (details.latitude is None) != (details.longitude is None):
        raise HalfAPlace


def require_time_zone(name: str) -> None:
    """A clock that everybody can read."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise NoSuchTimeZone from None


def apply(row: Row, wanted: Mapping[str, Any], version: int) -> tuple[str, ...]:
    """Set what differs, save it, and name it. Whoever looked at an older version is refused."""
    if row.version != version:
        raise Stale
    changed = tuple(name for name, value in wanted.items() if getattr(row, name) != value)
    if not changed:
        raise NothingChanged
    for name in changed:
        setattr(row, name, wanted[name])
    row.save(update_fields=changed)
    return changed
