"""The region's own time, by which its agreements begin and end."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

ZONE: Final = ZoneInfo("America/Chicago")


def midnight(now: datetime, days: int) -> datetime:
    """The beginning of the day that lies so many days from this one."""
    there = now.astimezone(ZONE).date() + timedelta(days=days)
    return datetime.combine(there, time.min, tzinfo=ZONE)
