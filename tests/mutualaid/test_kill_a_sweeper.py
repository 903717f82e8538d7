"""Sweepers die in the middle of their work; no escalation is lost and none happens twice (P7)."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from datetime import timedelta

import orjson
import pytest
from django.db.models import F

from audit import verification
from audit.models import Entry, Testimony
from mutualaid.models import Rung
from tests.mutualaid.region import Region, build, submitted
from tests.world import build as build_world
from tests.world import seeding

LINES = 40
KILLED_AT = (4, 12, 24)
PATIENCE_SECONDS = 60


@pytest.fixture
def region(transactional_db: None) -> Region:
    return build(build_world())


def sweeper() -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "tests.mutualaid.sweeper"], env=os.environ)


def climbed() -> int:
    return Rung.objects.filter(status="lapsed").count()


def wait_until_climbed(number: int) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while climbed() < number:
        assert time.monotonic() < deadline, f"{climbed()} climbed, waiting for {number}"


def everything_is_due() -> None:
    with seeding():
        Rung.objects.filter(status="asked").update(
            asked_at=F("asked_at") - timedelta(minutes=10),
            due_at=F("due_at") - timedelta(minutes=10),
        )


def times_told() -> Counter[str]:
    """How often the ledger says of each rung that its time ran out."""
    lapses = Entry.objects.filter(kind="mutualaid.rung_lapsed").values_list("seq", flat=True)
    bodies = Testimony.objects.filter(stream_key__startswith="incident:", seq__in=list(lapses))
    return Counter(orjson.loads(one.body or "{}")["fact"]["rung"] for one in bodies)


def test_every_ladder_moves_once_although_sweepers_are_killed(region: Region) -> None:
    for _number in range(LINES):
        submitted(region, quantity=1)
    everything_is_due()

    running = [sweeper(), sweeper()]
    try:
        for number in KILLED_AT:
            wait_until_climbed(number)
            victim = running.pop(0)
            victim.send_signal(signal.SIGKILL)
            victim.wait()
            running.append(sweeper())
        wait_until_climbed(LINES)
    finally:
        codes = [process.wait(PATIENCE_SECONDS) for process in running]

    assert codes == [0, 0]
    assert set(times_told().values()) == {1}
    assert len(times_told()) == LINES
    assert Rung.objects.filter(tier=3, status="asked").count() == LINES
    assert verification.verify_all() == []
