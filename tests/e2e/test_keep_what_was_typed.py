from __future__ import annotations

from playwright.sync_api import expect

from tests.e2e.boards import dialog, note
from tests.e2e.conftest import ADDRESSES, Visit
from tests.e2e.theater import Theater
from tests.e2e.visitors import sign_in
from tests.world import PASSWORD

TYPED = "The roof of the east wing is gone."


def test_what_was_typed_when_the_session_ended_comes_back(visit: Visit, theater: Theater) -> None:
    board = visit("dora").goes(f"/incidents/{theater.scene.fire}/")
    board.locator("#panel-notes").get_by_role("link", name="Note", exact=True).click()
    dialog(board).get_by_label("What happened").fill(TYPED)
    dialog(board).get_by_label("What kind of information").select_option("OPS")
    board.context.clear_cookies(name="muster")

    dialog(board).get_by_role("button", name="Write it down").click()
    expect(board.get_by_text("What you had typed was not sent")).to_be_visible()
    sign_in(board, ADDRESSES["dora"], PASSWORD)

    expect(board.get_by_text("What you had typed is here again")).to_be_visible()
    expect(board.get_by_label("What happened")).to_have_value(TYPED)
    board.get_by_role("button", name="Write it down").click()
    expect(note(board, TYPED)).to_be_visible()


def test_somebody_else_is_not_given_what_was_typed(visit: Visit, theater: Theater) -> None:
    page = visit("dora").goes("/incidents/open/")
    page.get_by_label("Name").fill("Only for Dora")
    page.context.clear_cookies(name="muster")
    page.get_by_role("button", name="Open", exact=True).click()
    expect(page.get_by_role("button", name="I understand, and agree")).to_be_visible()

    sign_in(page, ADDRESSES["ana"], PASSWORD)

    expect(page.get_by_role("heading", level=1)).to_have_text("Open an incident")
    expect(page.get_by_label("Name")).to_have_value("")
