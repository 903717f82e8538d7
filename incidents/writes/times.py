"""When something happened, as people say it, beside when it was recorded (RULE-SM-04).

What is said later is taken in the order in which it is recorded: a step comes after
the one that is known, so it cannot have happened before it (decision 9).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from audit import clock
from audit.refusals import Refusal
from audit.rows import EARLIEST, LATEST
from incidents.models import Incident

# People say minutes, and clocks differ by about as much.
CLOCKS_DIFFER = timedelta(minutes=1)


class NoSuchTime(Refusal):
    """Give a time between the years 1970 and 2100, with its offset from UTC."""


class InTheFuture(Refusal):
    """That has not happened yet: the time given lies in the future."""


class BeforeTheIncident(Refusal):
    """That was before this incident began. Write what happened earlier as a note."""


class BeforeWhatIsKnown(Refusal):
    """Something later is known already. Write what happened earlier as a note."""


@dataclass(frozen=True, slots=True)
class Moment:
    """When it happened, and when that was recorded if that was not at once."""

    at: datetime
    recorded_at: datetime | None = None


def moment(at: datetime) -> datetime:
    """A time that can be compared with the clock, and read back."""
    if at.utcoffset() is None or not EARLIEST <= at <= LATEST:
        raise NoSuchTime
    return at


def happened(occurred_at: datetime | None) -> datetime:
    """When people say it happened; now, where they do not say."""
    now = clock.now()
    if occurred_at is None:
        return now
    if moment(occurred_at) > now + CLOCKS_DIFFER:
        raise InTheFuture
    return min(occurred_at, now)


def happened_there(
    incident: Incident, occurred_at: datetime | None, *, after: datetime | None = None
) -> Moment:
    """When it happened at an incident: since that began, and after what it follows on."""
    at, now = happened(occurred_at), clock.now()
    if occurred_at is None:
        return Moment(at)
    if at < incident.opened_at - CLOCKS_DIFFER:
        raise BeforeTheIncident(_before_the_incident(incident))
    if after is not None and at < after - CLOCKS_DIFFER:
        raise BeforeWhatIsKnown(_before_what_is_known(incident, after))
    at = max(at, incident.opened_at, after or at)
    return Moment(at, now if at < now else None)


def _before_the_incident(incident: Incident) -> str:
    return _("This incident began at %(at)s. Write what happened earlier as a note.") % {
        "at": as_told(incident, incident.opened_at)
    }


def _before_what_is_known(incident: Incident, after: datetime) -> str:
    return _("It is known how this stood at %(at)s. Write what happened earlier as a note.") % {
        "at": as_told(incident, after)
    }


def as_told(incident: Incident, moment: datetime) -> str:
    """A moment as people at the incident tell it."""
    return f"{moment.astimezone(ZoneInfo(incident.time_zone)):%Y-%m-%d %H:%M %Z}"
