"""A real Redis of our own, on loopback behind a password. It keeps nothing on disk.

Redis only carries what may be lost (nudges, queued work that is swept again), so
there is nothing in it to bring back.
"""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

import psutil
import redis as client

from config.embedded import programs
from config.embedded.account import let_in
from config.embedded.home import Home, left_over
from config.embedded.troubles import explained

PATIENCE = 20
ATTEMPTS = 5
SETTINGS = """\
bind 127.0.0.1
port {port}
requirepass {password}
dir "{room}"
pidfile "{room}/redis.pid"
daemonize no
databases 64
save ""
appendonly no
"""


@contextmanager
def redis(home: Home) -> Iterator[str]:
    """Run Redis, and say its address."""
    room = home.room("redis").resolve()
    clear(home)
    program = programs.redis_program()
    let_in(home.account, program.parent)
    with (home.folder / "logs" / "redis.log").open("ab") as log:
        server, url = _start(home, [str(program), str(room / "redis.conf")], log)
    try:
        yield url
    finally:
        server.terminate()
        server.wait(PATIENCE)


def clear(home: Home) -> None:
    """Stop the Redis that a killed start left running."""
    room = home.room("redis").resolve()
    if process := left_over(room / "redis.pid", room):
        process.terminate()
        with suppress(psutil.TimeoutExpired):
            process.wait(PATIENCE)
    (room / "redis.pid").unlink(missing_ok=True)


def _start(home: Home, command: list[str], log: IO[bytes]) -> tuple[subprocess.Popen[bytes], str]:
    """Start on a free port; somebody may take it before we do, so try a few."""
    for _ in range(ATTEMPTS):
        port = _free_port()
        _write_settings(home, port)
        begins = log.tell()
        server = programs.start(command, home.account, log, home.folder / "redis")
        url = f"redis://:{home.secrets['redis']}@127.0.0.1:{port}/0"
        if _answers(server, url):
            return server, url
        server.kill()
        said = Path(log.name).read_bytes()[begins:].decode(errors="replace")
        if "Address already in use" not in said:
            break
    raise explained("Redis", said)


def _free_port() -> int:
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])


def _write_settings(home: Home, port: int) -> None:
    """The password stands in a file of ours: a command line can be read by everybody."""
    room = home.room("redis").resolve()
    path = room / "redis.conf"
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
        out.write(SETTINGS.format(port=port, password=home.secrets["redis"], room=room))
    home.give(path)


def _answers(server: subprocess.Popen[bytes], url: str) -> bool:
    deadline = time.monotonic() + PATIENCE
    with client.Redis.from_url(url, socket_timeout=1) as asked:
        while server.poll() is None and time.monotonic() < deadline:
            with suppress(client.ConnectionError, client.TimeoutError):
                return bool(asked.ping())
            time.sleep(0.02)
    return False
