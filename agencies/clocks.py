"""Whose clock tells the time, and begins the days, of what is an agency's."""

from __future__ import annotations

from datetime import UTC, tzinfo
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from agencies.models import Agency
from audit.digests import counts_days


def clock_of(name: str) -> tzinfo:
    """The clock of a time zone; UTC where nobody can tell what was meant by its name."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


@counts_days
def clock_of_owner(owner: UUID) -> tzinfo:
    """Whoever reads who looked at theirs reads days as their own clock begins them."""
    zones = Agency.objects.filter(pk=owner).values_list("time_zone", flat=True)
    return clock_of(zones.first() or "")
