"""Measurements rot when nobody runs them: a short round of each, on ground of its own."""

from __future__ import annotations

import subprocess
import sys

from bench.__main__ import NAMES
from bench.figures import Figure, Goal, table
from tests.conformance.source import ROOT

LINES = {
    "fanout": "change → last of 12 sockets",
    "answered": "POST answered → last of 12 sockets",
    "writes": "notes through the API",
    "ladder": "rungs due",
    "proof": "verify 300 entries",
    "storm": "12 tablets come back at once",
    "snapshot": "a row through its sheet",
    "narrowing": "narrowed → dropped by the last of 12 sockets",
}


def test_every_measurement_comes_to_a_figure() -> None:
    assert set(LINES) == set(NAMES)

    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "bench", "--short"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert [name for name, line in LINES.items() if line not in done.stdout] == []


def test_a_measurement_that_nobody_knows_is_refused() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bench", "guesses"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 2
    assert "No measurement is called guesses" in done.stderr


def test_a_figure_is_held_against_its_goal() -> None:
    slow = Figure("a change", "ms", 40.0, "the library", 20.0, Goal(must=1.5, aim=1.2))
    rate = Figure("writes", "/s", 40.0, "pgbench", 200.0, Goal(must=0.1, aim=0.15, at_least=True))

    said = table([slow, rate]).splitlines()

    assert said[1].endswith("MISSED")
    assert said[2].endswith("aim")
