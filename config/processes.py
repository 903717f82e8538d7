"""What runs besides PostgreSQL and Redis, and how each is called."""

from __future__ import annotations

import sys
from pathlib import Path

from config.children import Child
from config.install import ROOT

SOCKET_MESSAGE_BYTES = 64 * 1024


def processes(folder: Path, port: int) -> list[Child]:
    """Pages and sockets in one server, the worker, beat, and the second sweeper."""
    (folder / "beat").mkdir(exist_ok=True)
    commands = {
        "server": server(port),
        "worker": celery("worker", "--concurrency", "2", "--without-gossip", "--without-mingle"),
        "beat": celery("beat", "--schedule", str(folder / "beat" / "schedule"), "--pidfile", ""),
    }
    if exists("watch"):
        commands["watch"] = manage("watch")
    return [
        Child(name, command, folder / "logs" / f"{name}.log") for name, command in commands.items()
    ]


def server(port: int) -> list[str]:
    """Compressing each frame would cost more than half of the processor again.

    No proxy stands before it, so nobody's word is taken for whom they speak for.
    """
    return [
        *(sys.executable, "-m", "uvicorn", "config.asgi:application"),
        *("--host", "127.0.0.1", "--port", str(port), "--loop", "uvloop", "--http", "httptools"),
        *("--ws", "websockets-sansio", "--ws-per-message-deflate", "false"),
        *("--ws-max-size", str(SOCKET_MESSAGE_BYTES), "--timeout-graceful-shutdown", "2"),
        *("--no-access-log", "--log-level", "warning", "--no-server-header"),
        *("--lifespan", "off", "--no-proxy-headers"),
    ]


def celery(*words: str) -> list[str]:
    return [sys.executable, "-m", "celery", "-A", "config", *words, "--loglevel", "WARNING"]


def manage(*words: str) -> list[str]:
    return [sys.executable, str(ROOT / "manage.py"), *words]


def exists(command: str) -> bool:
    """Whether an app of ours brings a command; looked up on disk, which takes no start."""
    return any(ROOT.glob(f"*/management/commands/{command}.py"))
