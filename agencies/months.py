"""Counting months as people do who write terms: the same day, or the last of a shorter month."""

from __future__ import annotations

from calendar import monthrange
from datetime import datetime

from agencies.models import Agreement


def months_after(moment: datetime, months: int) -> datetime:
    """The same time so many months later."""
    year, month = divmod(moment.month - 1 + months, 12)
    year, month = moment.year + year, month + 1
    return moment.replace(year=year, month=month, day=min(moment.day, monthrange(year, month)[1]))


def term_end(agreement: Agreement, now: datetime) -> datetime | None:
    """When the term that runs now ends; one that renews itself begins anew each time."""
    ends, step = agreement.expires_at, agreement.renews_months
    if ends is None or not step:
        return ends
    times = 0
    while months_after(ends, times * step) <= now:
        times += 1
    return months_after(ends, times * step)
