"""A worker that is told to stop finishes what it has in hand, and then leaves at once."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from audit import tasks, verification
from config import heartbeats
from config.celery import app
from config.processes import celery
from mutualaid.models import Rung
from tests.mutualaid.region import build, submitted
from tests.mutualaid.test_kill_a_sweeper import everything_is_due, times_told
from tests.world import build as build_world

LADDERS = 30
PATIENCE_SECONDS = 60


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "worker.log"


@pytest.fixture
def worker(transactional_db: None, log: Path) -> Iterator[subprocess.Popen[bytes]]:
    words = ("--concurrency", "1", "--without-gossip", "--without-mingle")
    command = [*celery("worker", *words)[:-1], "INFO"]
    with (
        log.open("wb") as said,
        subprocess.Popen(command, env=os.environ, stdout=said, stderr=said) as started,
    ):
        yield started
        started.kill()


def wait_until_it_sweeps() -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while "worker" not in heartbeats.ages():
        assert time.monotonic() < deadline, "it does not sweep"


def test_a_worker_leaves_before_its_sweep_would_end(
    worker: subprocess.Popen[bytes], log: Path
) -> None:
    """By its own account of the sweep: how long a process takes to end is the machine's affair."""
    tasks.sweep.delay()
    wait_until_it_sweeps()

    worker.send_signal(signal.SIGTERM)

    assert worker.wait(PATIENCE_SECONDS) == 0
    took = re.search(r"sweep\[.*succeeded in ([0-9.]+)s", log.read_text("utf-8"))
    assert took, log.read_text("utf-8")
    assert float(took[1]) < tasks.SWEEP_SECONDS - 1


def test_what_it_had_in_hand_is_whole(worker: subprocess.Popen[bytes]) -> None:
    region = build(build_world())
    for _number in range(LADDERS):
        submitted(region, quantity=1)
    everything_is_due()
    tasks.sweep.delay()
    wait_until_it_sweeps()

    worker.send_signal(signal.SIGTERM)

    assert worker.wait(PATIENCE_SECONDS) == 0
    assert set(times_told().values()) <= {1}
    assert len(times_told()) == Rung.objects.filter(status="lapsed").count()
    assert verification.verify_all() == []
    with app.connection_for_read() as broker:
        assert broker.default_channel.client.hlen("unacked") == 0
