"""A device that was left alone is covered, and opens again exactly where it was (AC-11)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.axe import findings
from tests.e2e.boards import dialog
from tests.e2e.conftest import Visit
from tests.e2e.theater import Theater
from tests.e2e.visitors import TABLET
from tests.world import PASSWORD

TYPED = "Water on the second floor."
LEFT = "UPDATE agencies_sitting SET active_at = now() - interval '31 minutes' RETURNING id"
BACK = "UPDATE agencies_sitting SET active_at = now(), locked_at = NULL RETURNING id"


@pytest.fixture(autouse=True)
def touched_again(theater: Theater) -> Iterator[None]:
    """Others on this stage go on with the sessions that were left alone here."""
    yield
    theater.ask(BACK)


def left_alone(theater: Theater) -> None:
    """Half an hour passes in which nobody touches any device."""
    assert theater.ask(LEFT)


def covered(page: Page) -> None:
    expect(page.get_by_role("button", name="Unlock")).to_be_visible()


def at_note(page: Page) -> None:
    """Somebody is in the middle of a note, in a dialog over the board."""
    page.locator("#panel-notes").get_by_role("link", name="Note", exact=True).click()
    dialog(page).get_by_label("What happened").fill(TYPED)


def test_a_board_is_covered_by_itself_and_opens_with_what_was_typed(
    visit: Visit, theater: Theater
) -> None:
    page = visit("dora", 423).goes(f"/incidents/{theater.scene.fire}/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    at_note(page)

    left_alone(theater)
    covered(page)

    assert "Mill Road" not in page.locator("body").inner_text()
    expect(page.get_by_label("What happened")).to_be_hidden()
    page.get_by_label("Your password").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_label("What happened")).to_have_value(TYPED)
    expect(page.get_by_text("Mill Road fire").first).to_be_visible()


def test_a_wrong_password_is_said_and_nothing_is_shown(visit: Visit, theater: Theater) -> None:
    page = visit("dora", 423, 422).goes(f"/incidents/{theater.scene.fire}/")
    left_alone(theater)
    covered(page)

    page.get_by_label("Your password").fill("not it")
    page.get_by_role("button", name="Unlock").click()

    expect(page.get_by_role("alert")).to_contain_text("That is not your password.")
    assert "Mill Road" not in page.locator("body").inner_text()
    assert page.title() == "Locked"


def test_escape_takes_no_cover_away(visit: Visit, theater: Theater) -> None:
    page = visit("dora", 423).goes(f"/incidents/{theater.scene.fire}/")
    left_alone(theater)
    covered(page)

    for _ in range(3):
        page.keyboard.press("Escape")

    covered(page)
    assert "Mill Road" not in page.locator("body").inner_text()


def test_a_page_asked_for_while_it_is_locked_comes_once_it_is_not(
    visit: Visit, theater: Theater
) -> None:
    page = visit("dora", 423).goes("/incidents/")
    left_alone(theater)
    page.goto("/resources/")
    covered(page)

    page.get_by_label("Your password").fill(PASSWORD)
    page.get_by_role("button", name="Unlock").click()

    expect(page).to_have_url(f"{theater.origin}/resources/")


def test_a_device_is_locked_by_hand_without_a_mouse(visit: Visit, theater: Theater) -> None:
    page = visit("dora", 423).goes("/resources/")
    page.get_by_label("Account and colors").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Lock this device").focus()
    page.keyboard.press("Enter")
    covered(page)

    expect(page.get_by_label("Your password")).to_be_focused()
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="Resources", level=1)).to_be_visible()


def test_axe_finds_nothing_wrong_with_the_cover(visit: Visit, theater: Theater) -> None:
    page = visit("dora", 423).goes("/resources/")
    left_alone(theater)
    page.reload()
    covered(page)
    found = findings(page)
    page.set_viewport_size(TABLET)

    assert not found + findings(page)
