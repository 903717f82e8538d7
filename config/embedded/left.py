"""Processes that a killed start left running."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

import psutil


def left_over(pid_file: Path, working_folder: Path) -> psutil.Process | None:
    """The process that a killed start left running, if the pid is still that process.

    A pid alone proves nothing, it may have gone to somebody else; both PostgreSQL
    and Redis work inside their own folder, and nobody else does.
    """
    with suppress(OSError, ValueError, IndexError, psutil.Error):
        process = psutil.Process(int(pid_file.read_text(encoding="utf-8").split()[0]))
        if Path(process.cwd()) == working_folder.resolve():
            return process
    return None


def wait_for_end(process: psutil.Process, patience: float) -> None:
    """Wait until a process that is not our child has ended, whether or not it was reaped."""
    deadline = time.monotonic() + patience
    with suppress(psutil.NoSuchProcess):
        while process.status() != psutil.STATUS_ZOMBIE and time.monotonic() < deadline:
            time.sleep(0.02)
