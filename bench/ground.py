"""The ground that measurements stand on: a PostgreSQL and a Redis that are thrown away after."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from config.embedded import roles, services

ROOT = Path(__file__).resolve().parent.parent
ROOM_WANTED = 4 << 30

# For what stands beside Muster without row policies: its connections pass them by, at no cost.
WALL_LESS = {"PGOPTIONS": "-c app.reach=bench"}


@contextmanager
def ground() -> Iterator[None]:
    """Run the parts as durably as in production, migrate, and make Django ready to use them.

    They lie in memory if there is room, so that a slow disk flatters nobody.
    """
    folder = Path(tempfile.mkdtemp(prefix="muster-bench-", dir=_place()))
    try:
        with services(folder, durable=True, environment={}) as running:
            os.environ |= running.environment() | {
                "DJANGO_SETTINGS_MODULE": "config.settings",
                "MUSTER_DATABASE_ROLE": roles.APPLICATION,
                "MUSTER_HTTPS": "false",
                "MUSTER_LOG_LEVEL": "ERROR",
                "MUSTER_POOL": "true",
                "MUSTER_DEBUG": "false",
            }
            _migrate()
            _begin()
            yield
            _end()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _place() -> str | None:
    memory = Path("/dev/shm")
    fits = memory.is_dir() and os.access(memory, os.W_OK)
    return str(memory) if fits and shutil.disk_usage(memory).free > ROOM_WANTED else None


def _migrate() -> None:
    environment = os.environ | {
        "DATABASE_URL": os.environ["DATABASE_OWNER_URL"],
        "MUSTER_POOL": "false",
    }
    command = [sys.executable, "manage.py", "migrate", "--skip-checks", "--verbosity=0"]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)


def _begin() -> None:
    import django

    django.setup()


def _end() -> None:
    from django.db import connections

    connections.close_all()
