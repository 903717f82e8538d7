"""The board says nothing that a translator cannot put otherwise."""

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
    visitor = visit("dora")
    # A page that the test answers may not open the socket: the board says so, in whose language?
    visitor.forgiven_words = "WebSocket"
    speak(visitor.page, f"/incidents/{theater.scene.fire}/")
    visitor.goes(f"/incidents/{theater.scene.fire}/")
    expect(visitor.page.locator(".unit").first).to_be_visible()
    return visitor


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


def test_the_made_up_language_has_a_word_for_everything() -> None:
    words = catalogue()

    assert len(words) > 120
    assert words["%(count)s unit"] == [foreign("%(count)s unit"), foreign("%(count)s units")]
