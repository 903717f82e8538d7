"""What tests see that look at rows themselves, before and after what they try.

A test may look at every row; the application may not, and in tests nothing may be seen for it by
accident. So the database is told before each query outside of a read and a write who asks: a
test, or code of the application that told nobody, and sees nothing (`audit.walls`).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import Any, Final

from django.db import connections
from django.db.backends.signals import connection_created
from psycopg import Connection as PsycopgConnection
from psycopg import Error, connect

from audit import walls

ROOT: Final = str(Path(__file__).resolve().parent.parent)
OURS: Final = tuple(
    f"{ROOT}/{app}/" for app in ("agencies", "audit", "config", "incidents", "mutualaid")
)
TESTS: Final = (f"{ROOT}/tests/", f"{ROOT}/bench/")
# How rows are saved is nobody's question, as Django is not.
PASSED_BY: Final = (__file__, f"{ROOT}/audit/rows.py", f"{ROOT}/audit/saving.py")
TOLD: Final = (
    "SELECT set_config('app.agency', '', false), set_config('app.actor', '', false),"
    " set_config('app.reach', %s, false)"
)
STEPS: Final = ("SAVEPOINT", "ROLLBACK", "RELEASE")


def open_eyes() -> None:
    """Tell of every query, over every connection of this process."""
    connection_created.connect(_told_of, dispatch_uid="tests.sight")
    for connection in connections.all(initialized_only=True):
        _told_of(connection=connection)


def opened() -> PsycopgConnection[Any]:
    """A connection of a test's own, beside Django's, that sees every row."""
    connection = connect(os.environ["DATABASE_URL"])
    connection.execute(TOLD, ["tests"])
    connection.commit()
    return connection


def _told_of(connection: Any, **_: Any) -> None:
    if _say_who_asks not in connection.execute_wrappers:
        connection.execute_wrappers.append(_say_who_asks)


def _say_who_asks(
    execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: dict[str, Any]
) -> Any:
    if walls.place() is None and not str(sql).startswith(STEPS):
        with suppress(Error):
            context["connection"].connection.execute(TOLD, ["tests" if _a_test_asks() else ""])
    return execute(sql, params, many, context)


def _a_test_asks() -> bool:
    """The nearest code of ours that led here is a test's; code of libraries passes on."""
    frame: FrameType | None = sys._getframe(2)
    while frame is not None:
        file, frame = frame.f_code.co_filename, frame.f_back
        if file not in PASSED_BY and file.startswith((*TESTS, *OURS)):
            return file.startswith(TESTS)
    return True
