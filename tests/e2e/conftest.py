"""One real system and one Chromium for the tests of this folder."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.canaries.ears import LOOKED, Ears
from tests.canaries.in_browsers import archived, search
from tests.canaries.listening import released
from tests.e2e.chromium import MISSING, chromium, demanded, running
from tests.e2e.theater import Scene, Theater, standing
from tests.e2e.visitors import Visitor, Visitors
from tests.world import PASSWORD

HERE = Path(__file__).parent

ADDRESSES = {
    "ana": "ana@hcf.example",
    "ben": "ben@hcf.example",
    "dora": "dora@hcf.example",
    "nell": "nell@hcf.example",
    "dev": "dev@bce.example",
    "vera": "vera@vce.example",
    "vito": "vito@vce.example",
    "cora": "cora@vce.example",
    "otto": "otto@epf.example",
    "elena": "elena@epf.example",
    "ivy": "ivy@npc.example",
}

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
    with running(program) as browser:
        yield browser


@pytest.fixture(scope="package")
def theater(browser: Browser) -> Iterator[Theater]:
    with standing([sys.executable, "-m", "tests.e2e.stage"]) as (theater, told):
        theater.scene = Scene(**json.loads(told))
        yield theater


@pytest.fixture(scope="package")
def visitors(browser: Browser, theater: Theater) -> Visitors:
    return Visitors(browser, theater.origin, PASSWORD)


@pytest.fixture
def visit(
    visitors: Visitors, theater: Theater, ears: Ears, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Visit]:
    """Lets somebody in, by first name; nobody's browser may have complained in the end.

    Nor may it have been told what is another agency's and not in that one's log of looks.
    """
    here: list[Visitor] = []
    searched: list[tuple[str, Path, Visitor]] = []

    def let_in(name: str = "", *forgiven: int, **look: object) -> Visitor:
        if not name:
            here.append(visitors.stranger(*forgiven, **look))
            return here[-1]
        folder = tmp_path_factory.mktemp(name)
        here.append(visitors.let_in(ADDRESSES[name], *forgiven, **archived(folder), **look))
        searched.append((theater.scene.agency_of(ADDRESSES[name]), folder, here[-1]))
        return here[-1]

    yield let_in
    complaints = [said for visitor in here for said in visitor.complaints]
    for visitor in here:
        visitor.context.close()
    ears.released = lambda *look: bool(theater.ask(LOOKED, *look))
    for agency, folder, visitor in searched:
        search(ears, agency, folder, visitor.frames)
    ears.released = released
    assert not complaints
