"""What a rig is made of, and how a part of it is killed."""

from __future__ import annotations

import os
import subprocess
from contextlib import suppress
from pathlib import Path

import psutil

from config.children import Child
from config.embedded import Running, roles
from config.embedded.postgres import Cluster
from config.embedded.redis import Redis
from config.processes import celery, manage

OURS = ("MUSTER_", "DATABASE_", "REDIS_", "DJANGO_", "PYTEST_")
GONE_WITHIN = 30


def environment(running: Running) -> dict[str, str]:
    """As `make run` sets it, with nothing of what the tests' own processes are told."""
    around = {name: said for name, said in os.environ.items() if not name.startswith(OURS)}
    ours = {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "MUSTER_DATABASE_ROLE": roles.APPLICATION,
        "MUSTER_HTTPS": "false",
        "MUSTER_UNCOLLECTED": "true",
        "PYTHONUNBUFFERED": "1",
    }
    return around | running.environment() | ours


def parts(running: Running) -> tuple[Cluster, Redis]:
    database, redis = running.parts
    assert isinstance(database, Cluster)
    assert isinstance(redis, Redis)
    return database, redis


def second_ones(folder: Path) -> tuple[Child, ...]:
    """A further worker, beat and watch, as a mistaken deployment might start."""
    schedule = str(folder / "beat" / "second")
    commands = {
        "second worker": celery("worker", "--concurrency", "1", "--hostname", "second@%h"),
        "second beat": celery("beat", "--schedule", schedule, "--pidfile", ""),
        "second watch": manage("watch"),
    }
    return tuple(
        Child(name, command, folder / "logs" / f"{name}.log") for name, command in commands.items()
    )


def kill(process: subprocess.Popen[bytes]) -> None:
    """kill -9, of a process and of all that it has started, and wait until they are gone."""
    with suppress(psutil.NoSuchProcess):
        below = psutil.Process(process.pid).children(recursive=True)
        process.kill()
        for each in below:
            with suppress(psutil.NoSuchProcess):
                each.kill()
        psutil.wait_procs(below, timeout=GONE_WITHIN)
    process.wait(GONE_WITHIN)
