"""The programs of production behind their proxy, each started again as compose does."""

from __future__ import annotations

import ssl
from contextlib import closing, suppress
from http import HTTPStatus
from http.client import HTTPException
from threading import Event, Thread
from types import TracebackType
from typing import Self

import psutil

from tests.deploy.shape import Shape
from tests.faults.parts import kill
from tests.faults.places import Place
from tests.faults.waiting import until

PROGRAMS = ("web", "live", "worker", "beat", "watch", "proxy")
LOOK_EVERY = 0.2
NOT_A_SOCKET = HTTPStatus.NOT_FOUND


class Engine:
    """What a container engine does for these: a program that ended is started again."""

    def __init__(self, shape: Shape) -> None:
        self.shape = shape
        self.started_again: list[str] = []
        trust = ssl.create_default_context(cafile=str(shape.certificate))
        self.place = Place(shape.ports["proxy"], "localhost", trust)
        self._stopped = Event()
        self._thread = Thread(target=self._keep, name="engine", daemon=True)

    def __enter__(self) -> Self:
        self.shape.start(*PROGRAMS)
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        wrong: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stopped.set()
        self._thread.join(10)
        self.shape.stop()

    def _keep(self) -> None:
        while not self._stopped.wait(LOOK_EVERY):
            for name, process in list(self.shape.running.items()):
                if process.poll() is not None:
                    self.started_again.append(name)
                    self.shape.start(name)

    def well(self) -> bool:
        """Whether everything is well, asked from outside; sockets have a program of their own."""
        return self._said("/healthz") == HTTPStatus.OK and self._said("/live/") == NOT_A_SOCKET

    def _said(self, path: str) -> int:
        with closing(self.place.asked(5)) as asked, suppress(OSError, HTTPException):
            asked.request("GET", path)
            return asked.getresponse().status
        return 0

    def replaced(self, name: str, before: int) -> bool:
        """Whether another process runs where the one with this pid did."""
        now = self.shape.running[name]
        return now.pid != before and now.poll() is None

    def kill(self, name: str) -> int:
        """kill -9 of a program and of all it started, as a container ends: which pid it had."""
        killed = self.shape.running[name]
        kill(killed)
        return killed.pid

    def kill_a_part(self, name: str) -> None:
        """kill -9 of one process of those that a program has started, once it has."""
        program = psutil.Process(self.shape.running[name].pid)
        until(program.children, f"{name} has started its processes")[-1].kill()
