"""Everything is reached by links from the first page, and nothing on the way complains."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import asdict
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.e2e.conftest import Visit
from tests.e2e.main_pages import MAIN
from tests.e2e.theater import Theater

ONE = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
# What leads on from a board, or from an agreement, depends on what goes on there.
MOST = {"/incidents/*/": 3, "/agreements/*/": 9}
# Whoever is here is sent there when they have to prove it once more.
SENT_TO = {"/prove/"}
FILES = ("/api/", "/static/", "/sign-out/")


@pytest.mark.parametrize("who", ["dora", "dev"])
def test_every_page_is_reached_by_links(visit: Visit, theater: Theater, who: str) -> None:
    page = visit(who).page
    wanted = {
        sort_of(path.format(**asdict(theater.scene))) for name, path in MAIN.values() if name == who
    }

    found = crawled(page, "/")

    assert sorted(wanted - found - SENT_TO) == []


def crawled(page: Page, begin: str) -> set[str]:
    """Every sort of page that links lead to: one of each is opened, and of boards a few."""
    ahead, seen = [begin], {begin}
    opened: Counter[str] = Counter()
    while ahead:
        path = ahead.pop(0)
        if opened[sort_of(path)] >= MOST.get(sort_of(path), 1):
            continue
        opened[sort_of(path)] += 1
        page.goto(path)
        new = [link for link in links(page) if link not in seen and not link.startswith(FILES)]
        seen.update(new)
        ahead += new
    return set(opened)


def sort_of(path: str) -> str:
    return ONE.sub("*", path.partition("?")[0])


def links(page: Page) -> list[str]:
    """Where on this site the page leads to, with what is asked there."""
    # In a picture (SVG) a link's own "href" is no text.
    address = "a => new URL(a.getAttribute('href'), document.baseURI).href"
    found = page.eval_on_selector_all("a[href]", f"all => all.map({address})")
    parts = [urlsplit(address) for address in found]
    here = urlsplit(page.url).netloc
    return [
        part._replace(scheme="", netloc="", fragment="").geturl()
        for part in parts
        if part.netloc == here
    ]
