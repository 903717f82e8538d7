"""Muster as `make run` starts it, on ports and a database of its own, to be killed in parts."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import closing, suppress
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPException
from typing import Any, LiteralString

import psycopg

from config.children import Child
from config.embedded import Running, roles
from config.processes import manage, processes
from tests.faults.parts import environment, kill, parts, second_ones
from tests.faults.places import Place
from tests.faults.waiting import until
from tests.throwaway import ROOT

SETTLING_SECONDS = 60
# Only while nobody is there yet to be told that something was kept.
QUICKLY = {"PGOPTIONS": "-c synchronous_commit=off"}


@dataclass(frozen=True)
class Stage:
    """Who and what is there: secrets of people, and incidents by id."""

    tokens: dict[str, str]
    cookie: str
    fire: str
    incidents: list[str]


class Rig:
    """The parts, each a direct child of this process, and the stage that they play on."""

    def __init__(self, running: Running, port: int) -> None:
        self.place = Place(port)
        self.environment = environment(running)
        self.secrets = {
            "database_url": running.database_url,
            "redis_url": running.redis_url,
            "secret_key": running.secret_key,
        }
        self.database, self.redis = parts(running)
        named = {child.name: child for child in processes(running.folder, port)}
        self.web, self.worker = named["server"], named["worker"]
        self.beat, self.watch = named["beat"], named["watch"]
        self.seconds = second_ones(running.folder)
        self.children = (self.web, self.worker, self.beat, self.watch, *self.seconds)

    def set_stage(self, owner_url: str, lines: int) -> None:
        migrate = manage("migrate", "--skip-checks", "--verbosity=0")
        self.run(migrate, DATABASE_URL=owner_url, **QUICKLY)
        staged = self.run([sys.executable, "-m", "tests.faults.stage", str(lines)], **QUICKLY)
        self.stage = Stage(**json.loads(staged))

    def run(self, command: list[str], **changes: str) -> str:
        """Run a program to its end: what it printed."""
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=self.environment | changes,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-3000:]
        return done.stdout

    def start(self, *children: Child) -> None:
        """See that these run; the server is waited for until it answers."""
        for child in children:
            if child.process is None or child.fell:
                child.start(self.environment)
        if self.web in children:
            until(self.answers, "the server answers", SETTLING_SECONDS)

    def kill(self, *children: Child) -> None:
        """kill -9, of a part and of what it has started, and wait until they are gone."""
        for child in children:
            if child.process is not None and not child.fell:
                kill(child.process)

    def kill_database(self) -> None:
        """kill -9 of every process of PostgreSQL."""
        assert self.database.process is not None
        kill(self.database.process)

    def kill_redis(self) -> None:
        assert self.redis.process is not None
        kill(self.redis.process)

    def answers(self) -> bool:
        asked = self.place.asked(2)
        with closing(asked), suppress(OSError, HTTPException):
            asked.request("GET", "/healthz?of=database")
            return asked.getresponse().status == HTTPStatus.OK
        return False

    def ask(self, question: LiteralString, *given: Any) -> list[tuple[Any, ...]]:
        """What the database says, seen by its superuser, past every door."""
        url = self.database.url(roles.SUPERUSER, "superuser")
        with psycopg.connect(url, connect_timeout=10) as asked:
            asked.execute("SELECT set_config('app.write', 'tests.faults', true)")
            answer = asked.execute(question, given)
            return answer.fetchall() if answer.description else []
