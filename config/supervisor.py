"""``make run``: everything that Muster needs, in one foreground process."""

from __future__ import annotations

import os
import signal
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

from config import arrival, within
from config.children import Children, stop_left_over
from config.embedded import CannotStart, Home, InUse, Running, announce, claim, parts, roles
from config.install import DATA, say
from config.layout import lay_out
from config.phases import Phases
from config.processes import processes
from config.reach import refuse_what_cannot_be_reached

LOOK_EVERY = 0.5
PARENT = os.getppid()


class Stop(Exception):
    """Somebody asked us to stop."""


def main() -> int:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _stop)
    try:
        port = _port()
        with claim(DATA) as home:
            run(home, port)
    except InUse as first:
        say(f"Muster is already running from this checkout: {first.holder}")
        return 1
    except CannotStart as trouble:
        say(str(trouble))
        return 1
    except Stop:
        say("Stopped")
    return 0


def _stop(*_: Any) -> NoReturn:
    """Unwind what is running, once: a second Ctrl-C must not leave half of it behind."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    raise Stop


def run(home: Home, port: int) -> None:
    """Start everything in order, say when it is well, and keep it so until told to stop."""
    phases = Phases(home.logs / "start.log")
    note = home.folder / "children.json"
    if killed := stop_left_over(note):
        say(f"Ended {killed} processes that an earlier run left behind")
    _refuse_a_taken_port(port)
    refuse_what_cannot_be_reached(os.environ)
    say("Starting PostgreSQL and Redis")
    with parts(home, durable=True, environment=os.environ) as running:
        phases.over("PostgreSQL and Redis")
        address = f"http://127.0.0.1:{port}"
        told = _environment(running, address)
        environment = os.environ | told
        sign_ins = lay_out(home, running, environment)
        phases.over("the database laid out")
        with _children(Children(note, environment, say, processes(home.folder, port))) as children:
            within.leave(told)
            announce(home.folder, f"{address} (process {os.getpid()})")
            arrival.wait_until_well(address, lambda: _look(running, children), say)
            phases.over("the server, the worker, beat and the watch")
            say(f"\nMuster is running at {address} (after {phases})\n")
            say(f"{sign_ins}\nCtrl-C stops it and keeps the data. Logs: {home.logs}")
            _keep(running, children)


def _port() -> int:
    chosen = os.environ.get("PORT", "8000")
    if not chosen.isdecimal() or not 0 < int(chosen) < 65536:
        raise CannotStart(f"PORT is {chosen!r}, which is no port.", "say a number: PORT=8001")
    return int(chosen)


def _refuse_a_taken_port(port: int) -> None:
    with socket.socket() as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind(("127.0.0.1", port))
        except OSError as taken:
            raise CannotStart(
                f"Port {port} cannot be used: {taken.strerror}.",
                f"stop what uses it, or choose another: PORT={port + 1} make run",
            ) from taken


def _environment(running: Running, address: str) -> dict[str, str]:
    """What our processes are told; what the person set stays as they set it."""
    ours = {
        "MUSTER_DEBUG": "false",
        "MUSTER_HTTPS": "false",
        "MUSTER_UNCOLLECTED": "true",
        "PYTHONUNBUFFERED": "1",
    }
    if running.superuser_url:
        ours["MUSTER_DATABASE_ROLE"] = roles.APPLICATION
    # Named so that nobody believes that mail went out.
    ours["EMAIL_URL"] = (running.folder / "letters-that-nobody-was-sent").as_uri()
    told = running.environment() | {"MUSTER_ADDRESS": address}
    return ours | {name: os.environ[name] for name in ours if name in os.environ} | told


@contextmanager
def _children(children: Children) -> Iterator[Children]:
    say("Starting the server, the worker, beat and the watch")
    try:
        children.start()
        yield children
    finally:
        say("Stopping")
        children.stop()
        within.NOTE.unlink(missing_ok=True)


def _look(running: Running, children: Children) -> None:
    for part in running.parts:
        if not part.running:
            say(f"{part.name} stopped; starting it again")
            part.start()
    children.look()


def _keep(running: Running, children: Children) -> None:
    """Until told to stop; when whoever started us is gone, nobody is left to tell us."""
    while os.getppid() == PARENT:
        _look(running, children)
        time.sleep(LOOK_EVERY)
    raise Stop


if __name__ == "__main__":
    sys.exit(main())
