from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.e2e.boards import dialog
from tests.e2e.conftest import Visit
from tests.e2e.theater import Theater

FOCUSED = "() => document.activeElement.textContent.trim()"
INSIDE = "() => document.activeElement.closest('dialog') !== null"


def test_a_note_is_begun_and_left_without_a_mouse(visit: Visit, theater: Theater) -> None:
    board = visit("dora").goes(f"/incidents/{theater.scene.fire}/")
    expect(board.locator("live-board .board")).to_be_visible()

    goes_to(board, "note")
    expect(dialog(board).get_by_role("heading", name="Write a note")).to_be_visible()
    expect(dialog(board).get_by_label("What happened")).to_be_focused()
    stays_inside(board, presses=9)
    board.keyboard.press("Escape")

    expect(dialog(board)).to_have_count(0)
    assert board.evaluate(FOCUSED) == "Note"


def test_another_page_is_a_few_letters_away(visit: Visit) -> None:
    page = visit("dora").goes("/resources/")

    goes_to(page, "all ag")

    expect(page.get_by_role("heading", level=1)).to_have_text("Agencies")


def test_a_division_is_edited_by_its_name(visit: Visit, theater: Theater) -> None:
    board = visit("ana").goes(f"/incidents/{theater.scene.fire}/")
    expect(board.get_by_role("link", name="Edit Division A")).to_be_visible()

    goes_to(board, "edit div")

    expect(dialog(board).get_by_label("Name")).to_have_value("A")


def test_a_slash_that_is_typed_is_a_slash(visit: Visit) -> None:
    page = visit("dora").goes("/resources/")

    page.get_by_label("Call sign").press("/")

    expect(dialog(page)).to_have_count(0)
    expect(page.get_by_label("Call sign")).to_have_value("/")


def goes_to(page: Page, letters: str) -> None:
    page.keyboard.press("/")
    expect(page.get_by_role("combobox", name="Go to")).to_be_focused()
    page.keyboard.type(letters)
    page.keyboard.press("Enter")


def stays_inside(page: Page, presses: int) -> None:
    """Tab comes by the browser itself too, but never by the page under the dialog."""
    for _ in range(presses):
        page.keyboard.press("Tab")
        assert page.evaluate(INSIDE) or page.evaluate("document.activeElement === document.body")
