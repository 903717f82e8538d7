from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Visit

MOVING = """() => [...document.querySelectorAll('*')]
    .filter((each) => parseFloat(getComputedStyle(each).transitionDuration) > 0)
    .map((each) => each.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("path", ["/sign-in/", "/incidents/"])
def test_nothing_moves_for_those_who_ask_for_calm(visit: Visit, path: str) -> None:
    page = visit("" if path == "/sign-in/" else "dora", reduced_motion="reduce").goes(path)
    expect(page.get_by_role("heading", level=1)).to_be_visible()

    assert page.evaluate(MOVING) == []
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate(MOVING)
