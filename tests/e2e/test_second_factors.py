"""An app's codes, recovery codes and proving again, in a real browser, mostly by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from tests.agencies.keys import code_now
from tests.e2e.axe import findings
from tests.e2e.boards import dialog
from tests.e2e.conftest import ADDRESSES, Visit
from tests.e2e.long_ago import proved_long_ago
from tests.e2e.theater import Theater
from tests.e2e.visitors import agree
from tests.world import PASSWORD

ALIVE: Final = "Incidents"
REFUSED: Final = (403, 422)


@pytest.fixture
def with_app(visit: Visit) -> Iterator[tuple[Page, str]]:
    """Vito's browser, signed out again, and the key of the app that he set up in it."""
    page = visit("", *REFUSED).goes("/sign-in/")
    by_keyboard(page)
    page.goto("/you/")
    page.get_by_role("link", name="Set up an app").click()
    secret = dialog(page).locator("code").inner_text().replace(" ", "")
    assert findings(page) == []
    dialog(page).get_by_label("Code that the app shows").fill(code_now(secret, ahead=-1))
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Turn off the app")).to_be_visible()
    yield page, secret
    page.goto("/you/")
    page.get_by_role("link", name="Turn off the app").click()
    dialog(page).get_by_role("button", name="Turn off").click()
    expect(page.get_by_role("link", name="Set up an app")).to_be_visible()


def by_keyboard(page: Page) -> None:
    """Address, password and Enter, without a mouse."""
    agree(page)
    page.get_by_label("E-mail").focus()
    page.keyboard.type(ADDRESSES["vito"])
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_label("Password")).to_have_count(0)
    expect(page.get_by_label("Code").or_(page.get_by_role("navigation").first)).to_be_visible()


def left(page: Page) -> None:
    page.context.clear_cookies()
    page.goto("/sign-in/")


def test_the_notice_and_the_form_are_for_everybody(visit: Visit) -> None:
    page = visit("").goes("/sign-in/")
    assert findings(page) == []

    page.keyboard.press("Enter")  # the one button has the focus

    expect(page.get_by_label("E-mail")).to_be_visible()
    assert findings(page) == []


def test_a_code_of_the_app_is_asked_for_beside_the_password(with_app: tuple[Page, str]) -> None:
    page, secret = with_app
    left(page)
    by_keyboard(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("One thing more")
    assert findings(page) == []

    page.keyboard.type(code_now(secret))
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text(ALIVE)


def test_a_recovery_code_stands_in_for_a_lost_device_once(with_app: tuple[Page, str]) -> None:
    page, secret = with_app
    page.get_by_role("link", name="Make recovery codes").click()
    dialog(page).get_by_role("button", name="Make ten").click()
    expect(page.locator(".codes li")).to_have_count(10)
    assert findings(page) == []
    code = page.locator(".codes li").first.inner_text()

    for heading in (ALIVE, "One thing more"):
        left(page)
        by_keyboard(page)
        expect(page.get_by_label("Code")).to_be_focused()
        page.keyboard.type(code)
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text(heading)

    expect(page.get_by_text("That code is not right now.")).to_be_visible()
    page.get_by_label("Code").fill(code_now(secret))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(ALIVE)


def test_a_change_of_seats_asks_again_who_is_here_and_goes_on(
    visit: Visit, theater: Theater
) -> None:
    page = visit("dora", *REFUSED).goes("/agency/")
    proved_long_ago(theater, page)
    page.get_by_role("row", name="Ben Okafor").get_by_role("link", name="Give a seat").click()
    dialog(page).get_by_label("Seat").select_option("auditor")
    dialog(page).get_by_role("button", name="Give the seat").click()
    expect(dialog(page).get_by_label("Your password")).to_be_visible()
    assert findings(page) == []

    dialog(page).get_by_label("Your password").fill(PASSWORD)
    page.keyboard.press("Enter")

    expect(page.get_by_role("row", name="Ben Okafor")).to_contain_text("Auditor")
