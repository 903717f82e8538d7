"""What every test finds: a PostgreSQL and a Redis of its own session."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterator
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests import throwaway

running = throwaway.begin()

import django  # noqa: E402 (settings are read from the environment that begin() made)

os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
django.setup()

import pytest  # noqa: E402
from django.conf import settings  # noqa: E402
from django.test import TransactionTestCase  # noqa: E402
from redis import Redis  # noqa: E402

from tests.canaries.ears import Count, Ears  # noqa: E402
from tests.canaries.listening import at_every_door, released  # noqa: E402
from tests.canaries.planting import planted  # noqa: E402
from tests.cleaning import empty_tables  # noqa: E402
from tests.sight import open_eyes  # noqa: E402
from tests.sockets import Follow, following  # noqa: E402
from tests.world import World, build  # noqa: E402

open_eyes()
EARS = Ears(released)
ELSEWHERE: list[Count] = []  # what workers of pytest-xdist heard


def pytest_xdist_setupnodes() -> None:
    """Workers read the settings once they have a database of their own, and not before."""
    del os.environ["DJANGO_SETTINGS_MODULE"]


def pytest_sessionfinish(session: pytest.Session) -> None:
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["heard"] = asdict(EARS.count)


def pytest_testnodedown(node: Any) -> None:
    """A worker that died says nothing, and why it did must not be hidden by that."""
    if said := getattr(node, "workeroutput", None):
        ELSEWHERE.append(Count(**said["heard"]))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    terminalreporter.write_line(str(sum(ELSEWHERE, EARS.count)))


def pytest_unconfigure() -> None:
    running.close()


@pytest.fixture
def place() -> Iterator[Path]:
    """An empty folder for embedded parts.

    Not ``tmp_path``: each pytest that starts on the machine closes the folder above
    those, and the account that PostgreSQL runs under could no longer pass.
    """
    with TemporaryDirectory(dir=os.environ[throwaway.FOLDER]) as folder:
        yield Path(folder)


@pytest.fixture(scope="session")
def django_db_setup() -> Iterator[None]:
    """The database is there already; only the way it is emptied is ours."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", _begin_again)
        yield


def _begin_again(_case: TransactionTestCase) -> None:
    empty_tables()
    with Redis.from_url(settings.REDIS_URL) as queue:
        queue.flushdb()


@pytest.fixture(scope="session", autouse=True)
def ears() -> Iterator[Ears]:
    """Canaries are planted, and somebody listens for them at every door, all the time."""
    with planted(), at_every_door(EARS):
        yield EARS


@pytest.fixture(autouse=True)
def nobody_heard_what_is_anothers(ears: Ears) -> Iterator[None]:
    yield
    leaks, ears.leaks = ears.leaks, []
    assert not leaks, leaks


@pytest.fixture
def world(db: None) -> World:
    return build()


@pytest.fixture
async def follow(transactional_db: None) -> AsyncIterator[Follow]:
    async with following() as follow:
        yield follow
