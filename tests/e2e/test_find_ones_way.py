"""Everything is reached by links from the first page, and nothing on the way complains."""

from __future__ import annotations

import re
from dataclasses import asdict
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.e2e.conftest import Visit
from tests.e2e.main_pages import MAIN
from tests.e2e.theater import Theater

ONE = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
FILES = ("/api/", "/static/", "/sign-out/")


@pytest.mark.parametrize("who", ["dora", "dev"])
def test_every_page_is_reached_by_links(visit: Visit, theater: Theater, who: str) -> None:
    page = visit(who).page
    wanted = {
        sort_of(path.format(**asdict(theater.scene))) for name, path in MAIN.values() if name == who
    }

    found = crawled(page, "/")

    assert not wanted - found


def crawled(page: Page, begin: str) -> set[str]:
    """Every sort of page that links lead to: one of each is opened."""
    found: set[str] = set()
    ahead = [begin]
    while ahead:
        path = ahead.pop()
        if (sort := sort_of(path)) in found or path.startswith(FILES):
            continue
        found.add(sort)
        page.goto(path)
        ahead += links(page)
    return found


def sort_of(path: str) -> str:
    return ONE.sub("*", path)


def links(page: Page) -> list[str]:
    """The paths of this site that the page leads to, without what stands behind them."""
    found = page.eval_on_selector_all("a[href]", "all => all.map(a => a.href)")
    parts = [urlsplit(address) for address in found]
    here = urlsplit(page.url).netloc
    return [part.path for part in parts if part.netloc == here]
