"""A clock that is set back, by a correction or by hand, silences nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from celery import Celery

from config.beat import Scheduler

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
EVERY = {"often": 2.0, "seldom": 60.0}


class Noting(Scheduler):
    """Notes what it would send."""

    def apply_entry(self, entry, producer=None):
        self.sent.append(entry.name)


@pytest.fixture
def beat(tmp_path: Path) -> Iterator[Noting]:
    app = Celery("clock", broker="memory://")
    app.conf.beat_schedule = {
        name: {"task": name, "schedule": seconds} for name, seconds in EVERY.items()
    }
    with time_machine.travel(NOON, tick=False):
        beat = Noting(app, schedule_filename=str(tmp_path / "schedule"))
    beat.sent = []
    yield beat
    beat.close()


def sent_within(beat: Noting, since: datetime, seconds: int) -> list[str]:
    """What it sends from one moment to another, looking every second."""
    before = len(beat.sent)
    for passed in range(seconds):
        with time_machine.travel(since + timedelta(seconds=passed), tick=False):
            while beat.tick() == 0:
                continue
    return beat.sent[before:]


def test_beat_goes_on_at_once(beat: Noting) -> None:
    assert "often" in sent_within(beat, NOON, 10)

    after = sent_within(beat, NOON - timedelta(hours=1), 90)

    assert after.count("often") > 30
    assert after.count("seldom") == 1
