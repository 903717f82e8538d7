"""axe finds nothing to complain about, on any main page, large or small, light or dark."""

from __future__ import annotations

from dataclasses import asdict

import pytest
from playwright.sync_api import expect

from tests.e2e.axe import findings
from tests.e2e.conftest import Visit
from tests.e2e.main_pages import MAIN
from tests.e2e.theater import Theater
from tests.e2e.visitors import DESKTOP, TABLET


@pytest.mark.parametrize("name", MAIN)
def test_axe_finds_nothing_wrong(visit: Visit, theater: Theater, name: str) -> None:
    who, path = MAIN[name]
    found = []

    for theme in ("light", "dark"):
        page = visit(who, color_scheme=theme).goes(path.format(**asdict(theater.scene)))
        expect(page.get_by_role("heading", level=1).first).to_be_visible()
        expect(page.locator("html")).to_have_attribute("data-theme", theme)
        for size in (DESKTOP, TABLET):
            page.set_viewport_size(size)
            found += [f"{theme} {size['width']}: {line}" for line in findings(page)]

    assert not found, "\n".join(found)
