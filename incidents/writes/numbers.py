"""Incident numbers: one gapless series for each lead agency, year and mode."""

from __future__ import annotations

from typing import Final
from zoneinfo import ZoneInfo

from agencies.models import Agency
from audit import clock
from incidents.models import Mode, NumberSeries

# A number says on its face that it is not real (chapter 8.4).
LETTERS: Final = {Mode.REAL_WORLD: "", Mode.EXERCISE: "X", Mode.TEST: "T", Mode.TRAINING: "L"}


def next_number(agency: Agency, mode: Mode) -> str:
    """``HCF-2026-0001``, or ``HCF-2026-X0001`` for an exercise.

    The series is locked until the write is done, so a number that was given
    back by a failed write is given to the next.
    """
    year = clock.now().astimezone(ZoneInfo(agency.time_zone)).year
    series, _ = NumberSeries.objects.select_for_update().get_or_create(
        agency=agency, year=year, mode=mode
    )
    series.last += 1
    series.save(update_fields=["last"])
    return f"{agency.code}-{year}-{LETTERS[mode]}{series.last:04}"
