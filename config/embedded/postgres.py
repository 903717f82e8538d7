"""A real PostgreSQL of our own, reached through a socket that only we can open."""

from __future__ import annotations

import shutil
import signal
import subprocess
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

import psycopg

from config.embedded import programs, roles
from config.embedded.account import let_in
from config.embedded.home import Home
from config.embedded.left import left_over, wait_for_end
from config.embedded.troubles import CannotStart, explained

MAJOR = "18"
LONGEST_SOCKET_PATH = 100
PATIENCE = 120
STRAGGLERS_LEAVE_WITHIN = 10
LAID_OUT = (
    f"--username={roles.SUPERUSER}",
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
)
ALWAYS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "max_connections": "100",
    "io_method": "sync",
    "jit": "off",
}
FLEETING = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "autovacuum": "off",
}


class Cluster:
    """One PostgreSQL cluster in a home, from initdb to the last checkpoint."""

    name = "PostgreSQL"

    def __init__(self, home: Home, *, durable: bool) -> None:
        self.home = home
        self.durable = durable
        self.rows = home.folder / "postgres"
        self.log = home.logs / "postgres.log"
        self.sockets = _short_enough(home)
        self.programs = programs.postgres_programs()
        self.process: subprocess.Popen[bytes] | None = None

    def url(self, role: str, secret: str, database: str = roles.DATABASE) -> str:
        """Where a role finds a database."""
        password = quote(self.home.secrets[secret], safe="")
        return f"postgresql://{role}:{password}@/{database}?host={quote(str(self.sockets))}"

    @property
    def superuser_url(self) -> str:
        return self.url(roles.SUPERUSER, "superuser", "postgres")

    def _make(self) -> None:
        """Make the cluster, unless it is there; one that was half made is made again."""
        programs.make_readable(self.programs.parent)
        let_in(self.home.account, self.programs)
        if (self.rows / "PG_VERSION").exists():
            self._refuse_another_major()
            return
        half_made = self.home.folder / "postgres.new"
        shutil.rmtree(half_made, ignore_errors=True)
        self.home.room("postgres.new")
        self._initdb(half_made)
        half_made.replace(self.rows)

    def _refuse_another_major(self) -> None:
        made_by = (self.rows / "PG_VERSION").read_text(encoding="ascii").strip()
        if made_by != MAJOR:
            raise CannotStart(
                f"{self.rows} was made by PostgreSQL {made_by}; this is PostgreSQL {MAJOR}.",
                f"carry the data over with pg_dump of {made_by}, or begin again: rm -r .muster",
            )

    def _initdb(self, into: Path) -> None:
        password = self.home.folder / "postgres.password"
        password.touch(mode=0o600)
        password.write_text(self.home.secrets["superuser"], encoding="utf-8")
        self.home.give(password)
        command = [str(self.programs / "initdb"), *LAID_OUT, f"--pgdata={into}"]
        command += [f"--pwfile={password}", *([] if self.durable else ["--no-sync"])]
        with tempfile.TemporaryFile() as said:
            failed = programs.start(command, self.home.account, said, self.home.folder).wait()
            password.unlink()
            if failed:
                said.seek(0)
                raise explained("PostgreSQL", said.read().decode(errors="replace"))

    def clear(self) -> None:
        """Stop what a killed start left running, and forget what it left lying about."""
        pid_file = self.rows / "postmaster.pid"
        if process := left_over(pid_file, self.rows):
            process.send_signal(signal.SIGINT)
            wait_for_end(process, PATIENCE)
        pid_file.unlink(missing_ok=True)
        for stale in self.sockets.glob(".s.PGSQL.*"):
            stale.unlink(missing_ok=True)

    def start(self) -> None:
        """Start the server, wait until it answers, and settle who may do what."""
        let_in(self.home.account, self.home.folder)
        self._make()
        self.clear()
        said = self._try()
        for _ in range(STRAGGLERS_LEAVE_WITHIN):
            if "pre-existing shared memory block" in said:
                time.sleep(1)
                said = self._try()
        if said:
            raise explained("PostgreSQL", said)
        with psycopg.connect(self.superuser_url, autocommit=True) as superuser:
            roles.settle(superuser, self.home.secrets)

    def _try(self) -> str:
        """Start once: its last words, or nothing when it answers."""
        command = [str(self.programs / "postgres"), "-D", str(self.rows), *self._chosen()]
        with self.log.open("ab") as log:
            begins = log.tell()
            self.process = programs.start(command, self.home.account, log, self.home.folder)
        deadline = time.monotonic() + PATIENCE
        while self.running and time.monotonic() < deadline:
            if self._answers():
                return ""
            time.sleep(0.02)
        self.process.kill()
        self.process.wait()
        return self.log.read_bytes()[begins:].decode(errors="replace") or "no answer"

    def _chosen(self) -> list[str]:
        chosen = ALWAYS | ({} if self.durable else FLEETING)
        chosen["unix_socket_directories"] = str(self.sockets)
        return [f"--{name}={value}" for name, value in chosen.items()]

    @property
    def running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def stop(self) -> None:
        if self.process:
            self.process.send_signal(signal.SIGINT)
            self.process.wait(PATIENCE)
        if self.sockets.parent != self.home.folder:
            shutil.rmtree(self.sockets, ignore_errors=True)

    def _answers(self) -> bool:
        with suppress(psycopg.OperationalError):
            psycopg.connect(self.superuser_url, connect_timeout=5).close()
            return True
        return False


def _short_enough(home: Home) -> Path:
    """A private folder for the socket; the kernel allows its path about 100 letters."""
    if len(str(home.folder)) + len("/socket/.s.PGSQL.5432.lock") < LONGEST_SOCKET_PATH:
        return home.room("socket")
    folder = Path(tempfile.mkdtemp(prefix="muster-", dir="/tmp"))
    home.give(folder)
    return folder
