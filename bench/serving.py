"""Server processes that are measured: started, waited for, watched and ended."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from bench.ground import ROOT
from config import processes

PATIENCE_SECONDS = 60
STILL_SECONDS = 0.03
STILL_SHARE = 0.05


@dataclass(frozen=True, slots=True)
class Server:
    """One server and the processes it forked."""

    port: int
    pid: int

    def cpu_seconds(self) -> float:
        """Processor time of the whole family so far, to the nanosecond."""
        return sum(_nanoseconds(process.pid) for process in self._family()) / 1e9

    def settle(self) -> None:
        """Wait until the family rests, so that its last work is not somebody else's load."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        before, now = -1.0, self.cpu_seconds()
        while now - before > STILL_SHARE * STILL_SECONDS and time.monotonic() < deadline:
            time.sleep(STILL_SECONDS)
            before, now = now, self.cpu_seconds()

    def memory_bytes(self) -> int:
        """What the family holds, shared pages counted once for each."""
        return sum(process.memory_info().rss for process in self._family())

    def _family(self) -> list[psutil.Process]:
        head = psutil.Process(self.pid)
        return [head, *head.children(recursive=True)]


def _nanoseconds(pid: int) -> int:
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks)


@contextmanager
def serve(*command: str, **environment: str) -> Iterator[Server]:
    """Run a server on a free port, said as ``{port}``, for as long as the block lasts."""
    port = _free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", *(word.format(port=port) for word in command)],
        cwd=ROOT,
        env=os.environ | {"PYTHONWARNINGS": "ignore"} | environment,
    )
    try:
        _wait_for(port, process)
        yield Server(port, process.pid)
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def uvicorn(application: str) -> tuple[str, ...]:
    """An ASGI server, called as `make run` calls it, with room for everybody at the door."""
    own = processes.server(0)[2:]
    own[own.index("config.asgi:application")] = application
    own[own.index("--port") + 1] = "{port}"
    return (*own, "--backlog", "4096")


def gunicorn(application: str) -> tuple[str, ...]:
    """Pages and API as in production: threads."""
    chosen = ("--config", "config/gunicorn.py", "--bind", "127.0.0.1:{port}")
    return ("gunicorn", application, *chosen, "--log-level", "error")


def _free_port() -> int:
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        port: int = tried.getsockname()[1]
        return port


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError(f"the server on port {port} did not start")
