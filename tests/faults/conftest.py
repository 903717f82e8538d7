"""One rig for the tests of this folder."""

from __future__ import annotations

import shutil
import socket
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from config.embedded import services
from tests.faults import checks
from tests.faults.rig import Rig
from tests.throwaway import PREFIX

HERE = Path(__file__).parent
LINES = 220
SOAK_LINES = 1500

Figures = Callable[..., None]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All of them on one worker of pytest-xdist, so that there is one rig."""
    for each in items:
        if HERE in each.path.parents:
            each.add_marker(pytest.mark.faults)
            each.add_marker(pytest.mark.xdist_group("faults"))


@pytest.fixture(scope="package")
def rig(pytestconfig: pytest.Config) -> Iterator[Rig]:
    """A rig, and nothing of it left afterwards; the ledger holds after all that was done to it."""
    folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    short = "not soak" in pytestconfig.option.markexpr
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        running = stack.enter_context(services(folder, durable=True, environment={}))
        rig = Rig(running, free_port())
        stack.callback(rig.kill, *rig.children)
        rig.set_stage(running.owner_url, LINES if short else SOAK_LINES)
        yield rig
        checks.the_ledger_holds(rig)


def free_port() -> int:
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])


@pytest.fixture(scope="package")
def incidents(rig: Rig) -> Iterator[str]:
    return iter(rig.stage.incidents)


@pytest.fixture
def figures(record_property: Callable[[str, object], None]) -> Figures:
    """Keeps what was counted and measured for the end of the run."""

    def keep(**counted: object) -> None:
        for name, value in counted.items():
            record_property(name, str(value))  # it travels between processes

    return keep


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for report in terminalreporter.getreports("passed"):
        if report.when == "call" and "faults" in report.keywords:
            said = ", ".join(f"{name} {value}" for name, value in report.user_properties)
            terminalreporter.write_line(f"{report.nodeid.partition('::')[2]}: {said}")


@pytest.fixture
def incident(incidents: Iterator[str]) -> str:
    """A fire that no other test writes to."""
    return next(incidents)
