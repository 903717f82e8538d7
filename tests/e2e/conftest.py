"""One real system and one Chromium for the tests of this folder."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from config.embedded import services
from tests.e2e.chromium import FLAGS, MISSING, chromium, demanded
from tests.e2e.theater import Theater
from tests.e2e.visitors import Visitor, Visitors
from tests.faults.conftest import free_port
from tests.throwaway import PREFIX

HERE = Path(__file__).parent

Visit = Callable[..., Visitor]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All of them on one worker of pytest-xdist, so that there is one system."""
    for each in items:
        if HERE in each.path.parents:
            each.add_marker(pytest.mark.xdist_group("e2e"))


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    program = chromium()
    if program is None:
        assert not demanded(), MISSING
        pytest.skip(MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def theater(browser: Browser) -> Iterator[Theater]:
    """The system; nothing of it is left afterwards."""
    folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        running = stack.enter_context(services(folder, durable=True, environment={}))
        theater = Theater(running, free_port())
        stack.callback(theater.kill, *theater.children)
        theater.begin(running.owner_url)
        yield theater


@pytest.fixture(scope="package")
def visitors(browser: Browser, theater: Theater) -> Visitors:
    return Visitors(browser, theater.origin)


@pytest.fixture
def visit(visitors: Visitors) -> Iterator[Visit]:
    """Lets somebody in, by first name; nobody's browser may have complained in the end."""
    here: list[Visitor] = []

    def let_in(name: str = "", *forgiven: int, **look: object) -> Visitor:
        come = visitors.let_in if name else visitors.stranger
        here.append(come(*filter(None, (name, *forgiven)), **look))
        return here[-1]

    yield let_in
    complaints = [said for visitor in here for said in visitor.complaints]
    for visitor in here:
        visitor.context.close()
    assert not complaints
