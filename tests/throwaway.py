"""PostgreSQL and Redis for one test session, gone when it ends.

The controller of pytest-xdist starts them once; its workers find them through the
environment. Each worker has a copy of the migrated database and a Redis number.
"""

from __future__ import annotations

import atexit
import os
import secrets
import shutil
import subprocess
import sys
import tempfile
from contextlib import ExitStack, suppress
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

from config.embedded import CannotStart, roles, services, stop_left_over

ROOT = Path(__file__).resolve().parent.parent
PREFIX = "muster-test-"
TEMPLATE = "muster"
ROOM_WANTED = 1 << 30
SUPERUSER_URL = "MUSTER_TEST_SUPERUSER_URL"
FOLDER = "MUSTER_TEST_FOLDER"


def begin() -> ExitStack:
    """Point this process at its own database and Redis, starting them if nobody has."""
    running = ExitStack()
    if SUPERUSER_URL not in os.environ:
        try:
            _start(running)
        except CannotStart as trouble:
            pytest.exit(str(trouble), returncode=3)
    _move_in(os.environ.get("PYTEST_XDIST_WORKER", "alone"))
    return running


def _start(running: ExitStack) -> None:
    for parent in _places():
        _sweep(parent)
    folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=_places()[0]))
    running.callback(shutil.rmtree, folder, ignore_errors=True)
    atexit.register(running.close)
    parts = running.enter_context(services(folder, durable=False, environment={}))
    os.environ |= parts.environment() | {
        "MUSTER_DATABASE_ROLE": roles.APPLICATION,
        "MUSTER_HTTPS": "false",
        "MUSTER_POOL": "false",
        "MUSTER_LOG_LEVEL": "WARNING",
        FOLDER: str(folder),
        SUPERUSER_URL: str(parts.superuser_url),
    }
    _migrate()


def _places() -> list[Path]:
    """Where a session may live: in memory if there is room, else on the disk."""
    memory, disk = Path("/dev/shm"), Path(tempfile.gettempdir())
    fits = memory.is_dir() and os.access(memory, os.W_OK)
    return [memory, disk] if fits and shutil.disk_usage(memory).free > ROOM_WANTED else [disk]


def _sweep(parent: Path) -> None:
    """Remove what sessions left that were killed, once nobody holds it."""
    for known in parent.glob(f"{PREFIX}*/secrets.json"):
        with suppress(CannotStart, OSError):
            stop_left_over(known.parent)
            shutil.rmtree(known.parent, ignore_errors=True)


def _migrate() -> None:
    """Lay out the template once, as the owner."""
    environment = os.environ | {"DATABASE_URL": os.environ["DATABASE_OWNER_URL"]}
    command = [sys.executable, "manage.py", "migrate", "--skip-checks", "--verbosity=0"]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        pytest.exit(f"The test database cannot be migrated.\n{done.stderr}", returncode=3)


def _move_in(worker: str) -> None:
    """Give this process a copy of the template and a Redis number of its own."""
    name = f"muster_{worker}_{secrets.token_hex(3)}"
    with psycopg.connect(os.environ[SUPERUSER_URL], autocommit=True) as superuser:
        roles.make_database(superuser, name, TEMPLATE)
    number = int(worker.removeprefix("gw")) + 1 if worker.startswith("gw") else 0
    os.environ |= {
        "DATABASE_URL": _at(os.environ["DATABASE_URL"], name),
        "DATABASE_OWNER_URL": _at(os.environ["DATABASE_OWNER_URL"], name),
        "REDIS_URL": _at(os.environ["REDIS_URL"], str(number)),
        "MUSTER_CHANNEL_PREFIX": name,
    }


def _at(url: str, path: str) -> str:
    return urlunsplit(urlsplit(url)._replace(path=f"/{path}"))
