"""The pages' server in production: a process for each core, each of many threads.

What they count is added up, so that one scrape sees all of it. Each keeps a pool of
connections to the database, so there are no more of them than the database has room for.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

SHARED_MEMORY = "/dev/shm"
MOST = 4
COUNTS = "PROMETHEUS_MULTIPROC_DIR"

bind = "0.0.0.0:8000"
worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY") or min(os.cpu_count() or 1, MOST))
threads = 16
worker_tmp_dir = SHARED_MEMORY
keepalive = 75
# Shorter than the ten seconds after which a container engine kills.
graceful_timeout = 8
timeout = 30
accesslog = None
# Only the proxy of the same private network reaches this port.
forwarded_allow_ips = "*"
# A part before every address, as a header may name it, would be whatever its sender likes.
forwarder_headers = ""


def on_starting(server: Any) -> None:
    """Make room for the counts before a process imports prometheus_client, which looks for it."""
    os.environ[COUNTS] = tempfile.mkdtemp(prefix="muster-counts-", dir=SHARED_MEMORY)


def child_exit(server: Any, worker: Any) -> None:
    """What a process counted stays; what it only held open is gone with it."""
    from prometheus_client import multiprocess

    multiprocess.mark_process_dead(worker.pid)  # type: ignore[no-untyped-call]


def on_exit(server: Any) -> None:
    shutil.rmtree(Path(os.environ[COUNTS]), ignore_errors=True)
