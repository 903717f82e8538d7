"""What whoever tried too often is told."""

from __future__ import annotations

import math
from datetime import timedelta
from typing import Final

from django.utils.translation import ngettext

TOO_MANY: Final = "too_many_attempts"


def later(left: timedelta) -> str:
    minutes = math.ceil(left.total_seconds() / 60)
    return ngettext(
        "Too many wrong passwords for this account. Try again in %d minute.",
        "Too many wrong passwords for this account. Try again in %d minutes.",
        minutes,
    ) % (minutes)
