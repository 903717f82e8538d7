"""Points in time as XML messages write them: always with an offset from UTC."""

import re
from datetime import UTC, datetime, timedelta
from typing import Final

UNREAD: Final = datetime(1970, 1, 1, tzinfo=UTC)
EARLIEST: Final = datetime(1970, 1, 1, tzinfo=UTC)
LATEST: Final = datetime(2100, 1, 1, tzinfo=UTC)

_SHAPE: Final = re.compile(
    r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d{1,12})?(Z|[+-]\d\d:\d\d)?", re.ASCII
)
_LONGEST_OFFSET: Final = timedelta(hours=14)


class NotAnInstant(ValueError):
    """Says, in its text, how the time would be written rightly."""


def instant(written: str, *, strict: bool) -> datetime:
    """The moment that a time with an offset means.

    Strict is the way of CAP 1.2, whose schema admits neither ``Z`` nor fractions of
    a second. A time without any offset is refused everywhere: it means a different
    moment to each reader.
    """
    found = _SHAPE.fullmatch(written)
    if found is None:
        raise NotAnInstant("Write it like 2026-05-24T16:49:00-05:00.")
    to_second, fraction, offset = found[1], found[2], found[3]
    if offset is None:
        raise NotAnInstant(f"It has no offset from UTC: write {to_second}-05:00, say.")
    if strict and (fraction or offset == "Z"):
        raise NotAnInstant(f"Write {to_second}{offset.replace('Z', '-00:00')}.")
    return _bounded(to_second, (fraction or ".")[:7].ljust(7, "0"), offset)


def _bounded(to_second: str, fraction: str, offset: str) -> datetime:
    try:
        moment = datetime.fromisoformat(to_second + fraction)
        shift = _shift(offset)
        utc = moment.replace(tzinfo=UTC) - shift
    except (ValueError, OverflowError):
        raise NotAnInstant("There is no such date and time; check the figures.") from None
    if not EARLIEST <= utc < LATEST:
        raise NotAnInstant("Muster takes times from 1970 to 2099.")
    return utc


def _shift(offset: str) -> timedelta:
    if offset == "Z":
        return timedelta()
    hours, minutes = int(offset[1:3]), int(offset[4:6])
    shift = timedelta(hours=hours, minutes=minutes)
    if shift > _LONGEST_OFFSET or minutes > 59:
        raise ValueError(offset)
    return -shift if offset[0] == "-" else shift
