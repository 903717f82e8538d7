"""The supervisor's children: started again when they fall, gone when it goes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from config.children import Child, Children, stop_left_over

SLEEPER = [sys.executable, "-c", "import time; time.sleep(600)"]
STUBBORN = [
    sys.executable,
    "-c",
    "import signal, time\n"
    "for number in (signal.SIGTERM, signal.SIGQUIT): signal.signal(number, signal.SIG_IGN)\n"
    "print('ready', flush=True); time.sleep(600)",
]


def until(holds: Callable[[], object], patience: float = 60.0) -> None:
    deadline = time.monotonic() + patience
    while not holds():
        assert time.monotonic() < deadline, "it never came to hold"
        os.sched_yield()


@pytest.fixture
def lines() -> list[str]:
    return []


@pytest.fixture
def children(tmp_path: Path, lines: list[str]) -> Children:
    sleeper = Child("sleeper", SLEEPER, tmp_path / "sleeper.log")
    return Children(tmp_path / "children.json", os.environ, lines.append, [sleeper])


def process_of(children: Children) -> psutil.Process:
    assert children.all[0].process
    return psutil.Process(children.all[0].process.pid)


def looked_after(children: Children) -> bool:
    children.look()
    return not children.all[0].fell


def test_a_child_that_falls_is_started_again_and_it_is_said_once(
    children: Children, lines: list[str]
) -> None:
    children.start()
    first = process_of(children)
    first.kill()
    until(lambda: children.all[0].fell)

    until(lambda: looked_after(children))

    assert process_of(children) != first
    assert [line.split(";")[0] for line in lines] == ["sleeper stopped"]
    children.stop()


def test_each_fall_makes_the_pause_longer(children: Children) -> None:
    sleeper = children.all[0]
    sleeper.start(os.environ)

    pauses = [sleeper.put_off() for _ in range(8)]

    assert pauses == [0.5, 1, 2, 4, 8, 16, 30, 30]
    children.stop()


def test_one_that_will_not_listen_is_ended_all_the_same(
    children: Children, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("config.children.STOPPING", ((15, 0.1), (3, 0.1)))
    children.all[0].command = STUBBORN
    children.start()
    until(lambda: "ready" in (tmp_path / "sleeper.log").read_text())
    stubborn = process_of(children)

    children.stop()

    assert not stubborn.is_running()


def test_children_of_a_killed_supervisor_are_ended(children: Children) -> None:
    children.start()
    orphan = process_of(children)

    ended = stop_left_over(children.note)

    assert ended == 1
    until(lambda: children.all[0].fell)
    assert not orphan.is_running()
    assert not children.note.exists()


def test_a_stranger_with_the_pid_of_a_child_is_left_alone(children: Children) -> None:
    with subprocess.Popen(SLEEPER) as stranger:
        children.note.write_text(f"[[{stranger.pid}, 1.0]]")

        ended = stop_left_over(children.note)

        assert ended == 0
        assert stranger.poll() is None
        stranger.kill()
