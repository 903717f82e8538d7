"""`make run`, as a person meets it: started, started twice, killed, started again, stopped."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import psutil
import pytest

from config.children import stop_left_over as stop_children
from config.embedded import stop_left_over
from tests.throwaway import ROOT

PATIENCE_SECONDS = 60

Start = Callable[[int], subprocess.Popen[str]]


@pytest.fixture
def folder(place: Path) -> Iterator[Path]:
    yield place / "data"
    stop_children(place / "data" / "children.json")
    stop_left_over(place / "data")


@pytest.fixture
def port() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        return int(free.getsockname()[1])


@pytest.fixture
def start(folder: Path) -> Iterator[Start]:
    """`make run` in a folder of its own; whatever still runs at the end is killed."""
    with ExitStack() as all_started:

        def started(port: int) -> subprocess.Popen[str]:
            running = all_started.enter_context(_start(folder, port))
            all_started.callback(running.kill)
            return running

        yield started


def _start(folder: Path, port: int) -> subprocess.Popen[str]:
    """Without what this test session knows of its own PostgreSQL and Redis."""
    ours = ("DATABASE", "REDIS", "MUSTER", "DJANGO")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return subprocess.Popen(
        [sys.executable, "-m", "config.supervisor"],
        cwd=ROOT,
        env=environment | {"MUSTER_FOLDER": str(folder), "PORT": str(port)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def heard(running: subprocess.Popen[str], words: str) -> str:
    """Everything it says up to the line with these words."""
    lines = []
    for line in running.stdout or ():
        lines.append(line)
        if words in line:
            return "".join(lines)
    pytest.fail(f"it never said {words!r}, but:\n{''.join(lines)}")


def wellness(port: int) -> dict[str, dict[str, object]]:
    with urllib.request.urlopen(
        f"http://127.0.0.1:{port}/healthz", timeout=PATIENCE_SECONDS
    ) as answer:
        told = json.load(answer)
    return {name: each for name, each in told.items() if name != "well"}


def test_it_runs_once_survives_a_kill_and_leaves_nothing_running(start: Start, port: int) -> None:
    first = start(port)
    heard(first, f"Muster is running at http://127.0.0.1:{port}")
    assert all(each["up"] for each in wellness(port).values())

    second = start(port)
    heard(second, f"already running from this checkout: http://127.0.0.1:{port}")
    assert second.wait(PATIENCE_SECONDS) == 1

    family = psutil.Process(first.pid).children(recursive=True)
    first.kill()
    third = start(port)
    assert "processes that an earlier run left behind" in heard(third, "Muster is running")
    family += psutil.Process(third.pid).children(recursive=True)
    third.send_signal(signal.SIGTERM)
    heard(third, "Stopped")
    assert third.wait(PATIENCE_SECONDS) == 0
    assert [each for each in family if each.is_running() and each.status() != "zombie"] == []


def test_a_taken_port_is_said_with_the_way_out(start: Start) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]

        running = start(port)

        assert f"PORT={port + 1} make run" in heard(running, "Way out")
        assert running.wait(PATIENCE_SECONDS) == 1


def test_a_port_that_is_none_is_said(start: Start) -> None:
    running = start(123456)

    assert "PORT is '123456', which is no port" in heard(running, "Way out")
