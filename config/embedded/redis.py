"""A real Redis of our own, on loopback behind a password. It keeps nothing on disk.

Redis only carries what may be lost (nudges, queued work that is swept again), so
there is nothing in it to bring back.
"""

from __future__ import annotations

import os
import socket
import subprocess
import time
from contextlib import suppress

import redis as client

from config.embedded import programs
from config.embedded.account import let_in
from config.embedded.home import Home
from config.embedded.left import left_over, wait_for_end
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


class Redis:
    """One Redis in a home. A second start keeps the port, since others know it by then."""

    name = "Redis"

    def __init__(self, home: Home) -> None:
        self.home = home
        self.room = home.room("redis")
        self.log = home.logs / "redis.log"
        self.port = 0
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"redis://:{self.home.secrets['redis']}@127.0.0.1:{self.port}/0"

    def clear(self) -> None:
        """Stop what a killed start left running."""
        if left := left_over(self.room / "redis.pid", self.room):
            left.terminate()
            wait_for_end(left, PATIENCE)
        (self.room / "redis.pid").unlink(missing_ok=True)

    def start(self) -> None:
        """Start on a free port; somebody may take it before we do, so try a few."""
        let_in(self.home.account, self.room.parent)
        let_in(self.home.account, programs.redis_program().parent)
        for _ in range(ATTEMPTS):
            self.port = self.port or _free_port()
            said = self._try()
            if not said:
                return
            if "Address already in use" not in said:
                break
            self.port = 0
        raise explained("Redis", said)

    def _try(self) -> str:
        """Start once: its last words, or nothing when it answers."""
        self._write_settings()
        command = [str(programs.redis_program()), str(self.room / "redis.conf")]
        with self.log.open("ab") as log:
            begins = log.tell()
            self.process = programs.start(command, self.home.account, log, self.room)
        if self._answers():
            return ""
        self.process.kill()
        self.process.wait()
        return self.log.read_bytes()[begins:].decode(errors="replace") or "no answer"

    def _write_settings(self) -> None:
        """The password stands in a file of ours: a command line can be read by everybody."""
        path = self.room / "redis.conf"
        path.unlink(missing_ok=True)
        words = {"port": self.port, "password": self.home.secrets["redis"], "room": self.room}
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
            out.write(SETTINGS.format(**words))
        self.home.give(path)

    def _answers(self) -> bool:
        deadline = time.monotonic() + PATIENCE
        with client.Redis.from_url(self.url, socket_timeout=1) as asked:
            while self.running and time.monotonic() < deadline:
                with suppress(client.ConnectionError, client.TimeoutError):
                    return bool(asked.ping())
                time.sleep(0.02)
        return False

    @property
    def running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def stop(self) -> None:
        if self.process:
            self.process.terminate()
            self.process.wait(PATIENCE)


def _free_port() -> int:
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])
