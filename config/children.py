"""The processes that the supervisor keeps: started, started again, stopped."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from config.embedded.left import wait_for_end

SHORTEST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
STEADY = 30.0
# All finish what they have in hand in about a second. What one had not committed when it is
# ended all the same is swept again later.
STOPPING = ((signal.SIGTERM, 5.0), (signal.SIGQUIT, 3.0))


@dataclass
class Child:
    """One process, its log, and how often it fell over of late."""

    name: str
    command: list[str]
    log: Path
    process: subprocess.Popen[bytes] | None = None
    pause: float = SHORTEST_PAUSE
    started: float = 0.0
    again_at: float | None = None

    def start(self, environment: Mapping[str, str]) -> None:
        """Start away from the terminal's Ctrl-C: the supervisor stops its children in order."""
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                env=dict(environment),
                start_new_session=True,
            )
        self.started = time.monotonic()
        self.again_at = None

    @property
    def fell(self) -> bool:
        return self.process is not None and self.process.poll() is not None

    def put_off(self) -> float:
        """When to try again: at once after a long life, later and later after short ones."""
        if time.monotonic() - self.started > STEADY:
            self.pause = SHORTEST_PAUSE
        pause, self.pause = self.pause, min(2 * self.pause, LONGEST_PAUSE)
        self.again_at = time.monotonic() + pause
        return pause


@dataclass
class Children:
    """All of them, and a note on disk of who they are, for the start after a kill -9."""

    note: Path
    environment: Mapping[str, str]
    say: Callable[[str], None]
    all: list[Child] = field(default_factory=list)

    def start(self) -> None:
        for child in self.all:
            child.start(self.environment)
        self._write_down()

    def look(self) -> None:
        """Start again what fell over, with a pause that grows."""
        for child in self.all:
            if not child.fell:
                continue
            if child.again_at is None:
                pause = child.put_off()
                self.say(f"{child.name} stopped; again in {pause:g} s (its log: {child.log})")
            elif time.monotonic() >= child.again_at:
                child.start(self.environment)
                self._write_down()

    def _write_down(self) -> None:
        alive = [_identity(child.process.pid) for child in self.all if child.process]
        self.note.write_text(json.dumps([each for each in alive if each]), encoding="utf-8")

    def stop(self) -> None:
        """Ask all to finish, and end what does not."""
        processes = [child.process for child in self.all if child.process]
        for number, patience in STOPPING:
            for process in processes:
                if process.poll() is None:
                    process.send_signal(number)
            _wait(processes, patience)
        for process in processes:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        self.note.unlink(missing_ok=True)


def _wait(processes: list[subprocess.Popen[bytes]], patience: float) -> None:
    deadline = time.monotonic() + patience
    for process in processes:
        with suppress(subprocess.TimeoutExpired):
            process.wait(max(0.0, deadline - time.monotonic()))


def stop_left_over(note: Path) -> int:
    """End the children of a supervisor that was killed: how many there were.

    Each was written down with its time of birth, so that a stranger who has been
    given the same pid since is left alone.
    """
    with suppress(OSError, ValueError):
        alive = [pid for pid, born in json.loads(note.read_text()) if _identity(pid) == (pid, born)]
        for pid in alive:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(pid, signal.SIGKILL)
            with suppress(psutil.Error):
                wait_for_end(psutil.Process(pid), 5)
        note.unlink()
        return len(alive)
    return 0


def _identity(pid: int) -> tuple[int, float] | None:
    with suppress(psutil.Error):
        return pid, psutil.Process(pid).create_time()
    return None
