"""Board, inbox and the pages that follow say nothing that a translator cannot put otherwise."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Visit
from tests.e2e.foreign import catalogue, foreign, latin, speak
from tests.e2e.theater import Theater
from tests.e2e.visitors import Visitor

# Names of time zones and of categories, which the field says so in every language.
SAID_EVERYWHERE = {"UTC", "PHI", "LES", "PII", "OPS", "EDU", "PUB", "America", "Chicago"}


@pytest.fixture
def abroad(visit: Visit, theater: Theater) -> Visitor:
    return goes_abroad(visit("dora"), f"/incidents/{theater.scene.fire}/", ".unit")


def test_no_english_is_left_on_the_board(abroad: Visitor) -> None:
    said = latin(abroad.page, "live-board")

    expect(abroad.page.locator("live-board")).to_contain_text(foreign("Total time"))
    assert said <= SAID_EVERYWHERE


def test_no_english_is_left_where_a_unit_is_moved(abroad: Visitor) -> None:
    abroad.page.locator("[data-unit]").first.click()
    expect(abroad.page.locator(".hint")).to_be_visible()
    abroad.page.locator("[data-menu]").first.click()
    expect(abroad.page.locator("#move")).to_be_visible()

    assert latin(abroad.page, "live-board") <= SAID_EVERYWHERE


def test_no_english_is_left_where_the_link_is_down(abroad: Visitor) -> None:
    expect(abroad.page.locator("live-board .banner").first).to_contain_text(
        foreign("Trying"), timeout=30_000
    )

    assert latin(abroad.page, "live-board") <= SAID_EVERYWHERE


def test_no_english_is_left_in_the_inbox(visit: Visit, theater: Theater) -> None:
    abroad = goes_abroad(visit("dev"), "/inbox/", ".ask")

    said = latin(abroad.page, "live-inbox")

    expect(abroad.page.locator("live-inbox")).to_contain_text(foreign("Asked of us"))
    expect(abroad.page.locator(".attended")).to_have_count(2)
    assert said <= SAID_EVERYWHERE


def test_a_page_that_follows_says_in_ones_language_that_its_link_is_down(
    visit: Visit, theater: Theater
) -> None:
    path = f"/requests/{theater.scene.request}/"
    abroad = goes_abroad(visit("dora"), path, "live-page .banner")

    said = latin(abroad.page, "live-page > .banners")

    assert said <= SAID_EVERYWHERE


def test_the_made_up_language_has_a_word_for_everything() -> None:
    words = catalogue()

    assert len(words) > 120
    assert words["%(count)s unit"] == [foreign("%(count)s unit"), foreign("%(count)s units")]


def goes_abroad(visitor: Visitor, path: str, awaited: str) -> Visitor:
    """Somebody on a page in the made-up language, once what is awaited is there."""
    # A page that the test answers may not open the socket: it says so, in whose language?
    visitor.forgiven_words = ("WebSocket",)
    speak(visitor.page, path)
    visitor.goes(path)
    expect(visitor.page.locator(awaited).first).to_be_visible()
    return visitor
