"""The real system, with a stage of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psycopg

from config.embedded import Running, roles
from config.processes import manage
from tests.faults.rig import QUICKLY, Rig
from tests.throwaway import ROOT

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


class Theater(Rig):
    """Muster as an installation runs it, in which people have begun to work."""

    scene: Scene

    def __init__(self, running: Running, port: int) -> None:
        super().__init__(running, port)
        self.environment["DJANGO_SETTINGS_MODULE"] = "config.settings"
        self.origin = f"http://{self.address}"

    def begin(self, owner_url: str) -> None:
        migrate = manage("migrate", "--skip-checks", "--verbosity=0")
        self.run(migrate, DATABASE_URL=owner_url, **QUICKLY)
        told = self.run([sys.executable, "-m", "tests.e2e.stage"], **QUICKLY)
        self.scene = Scene(**json.loads(told))
        self.start(self.web, self.worker, self.beat, self.watch)

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
