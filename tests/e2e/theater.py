"""The real system, with a stage of its own."""

from __future__ import annotations

import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from config.embedded import Running, roles, services
from config.processes import manage
from tests.faults.rig import QUICKLY, Rig
from tests.throwaway import PREFIX, ROOT

LAST = """
    SELECT stream_key, seq FROM audit_testimony
    WHERE stream_key = %s AND strpos(body, %s) > 0 ORDER BY seq DESC LIMIT 1
"""
REWRITE = """
    UPDATE audit_testimony SET body = replace(body, %s, %s) WHERE stream_key = %s AND seq = %s
"""


@dataclass(frozen=True)
class Verdict:
    """Which lines of the ledger do not say any more what they said."""

    broken: tuple[str, ...]


@dataclass(frozen=True)
class Scene:
    """What is there, by id."""

    fire: str
    drill: str
    request: str
    agreement: str
    draft: str
    treaty: str  # a draft between three
    quay: str  # a fire at which Valley County EMS is shown nothing by any clause
    needed: str  # a request of Harbor County Fire's at that fire, which nobody owes an answer
    unchecked: str  # signed by two, and checked by neither
    agencies: dict[str, str]  # by their codes

    def agency_of(self, address: str) -> str:
        """The agency of somebody with this address."""
        return self.agencies[address.partition("@")[2].partition(".")[0].upper()]


class Theater(Rig):
    """Muster as an installation runs it, in which people have begun to work."""

    scene: Scene

    def __init__(self, running: Running, port: int) -> None:
        super().__init__(running, port)
        self.environment["DJANGO_SETTINGS_MODULE"] = "config.settings"
        self.origin = f"http://{self.place.address}"
        self.provider = free_port()  # where agencies' own sign-on answers, if it does
        self.environment["MUSTER_SIGN_ON_ORIGINS"] = f"http://127.0.0.1:{self.provider}"

    def begin(self, owner_url: str, furnish: list[str]) -> str:
        """Lay out the database, run a program that fills it, start everything: what it said."""
        migrate = manage("migrate", "--skip-checks", "--verbosity=0")
        self.run(migrate, DATABASE_URL=owner_url, **QUICKLY)
        told = self.run(furnish, **QUICKLY)
        self.start(self.web, self.worker, self.beat, self.watch)
        return told

    def verdict(self) -> Verdict:
        """What ``manage.py verify_ledger`` says of the ledger as it is now."""
        command = manage("verify_ledger")
        done = subprocess.run(
            command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False
        )
        wrong = [line for line in done.stderr.splitlines() if line.startswith("BROKEN ")]
        assert done.returncode == bool(wrong), done.stderr
        return Verdict(tuple(line.removeprefix("BROKEN ") for line in wrong))

    @contextmanager
    def forged(self, incident: str, name: str, other: str) -> Iterator[str]:
        """Somebody with every key to the database changes a name in an incident's last line of it.

        Which line that is, for as long as it is so.
        """
        [(stream, seq)] = self.ask(LAST, f"incident:{incident}", name)
        self._rewrite(stream, seq, name, other)
        yield f"{stream} line {seq}"
        self._rewrite(stream, seq, other, name)

    def _rewrite(self, stream: str, seq: int, before: str, after: str) -> None:
        with psycopg.connect(self.database.url(roles.SUPERUSER, "superuser")) as superuser:
            superuser.execute("SET session_replication_role = replica")  # past every guard
            superuser.execute(REWRITE, [before, after, stream, seq])


@contextmanager
def standing(furnish: list[str]) -> Iterator[tuple[Theater, str]]:
    """A theater and what was said when it was furnished; nothing of it is left afterwards."""
    folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        running = stack.enter_context(services(folder, durable=True, environment={}))
        theater = Theater(running, free_port())
        stack.callback(theater.kill, *theater.children)
        yield theater, theater.begin(running.owner_url, furnish)


def free_port() -> int:
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])
