from __future__ import annotations

from playwright.sync_api import expect

from tests.e2e.at_start import notes
from tests.e2e.boards import lane, note, unit, walks_to
from tests.e2e.conftest import Visit
from tests.e2e.theater import Theater
from tests.e2e.visitors import TABLET


def test_a_unit_is_moved_without_a_mouse(visit: Visit, theater: Theater) -> None:
    board = visit("dora").goes(f"/incidents/{theater.scene.fire}/")
    expect(lane(board, "Check-in, staging").get_by_text("E1", exact=True)).to_be_visible()

    board.locator("main").focus()
    walks_to(board, "E1")
    board.keyboard.press("m")
    expect(board.get_by_role("dialog", name="Move E1 to…")).to_be_visible()
    board.get_by_role("button", name="Division A").focus()
    board.keyboard.press("Enter")

    expect(lane(board, "Division A").get_by_text("E1", exact=True)).to_be_visible()
    expect(unit(board, "E1")).to_contain_text("Assigned")


def test_a_unit_is_moved_by_two_taps(visit: Visit, theater: Theater) -> None:
    board = visit("dora", viewport=TABLET, has_touch=True).goes(f"/incidents/{theater.scene.fire}/")

    unit(board, "E2").locator(".unit-pick").tap()
    lane(board, "North lot").get_by_role("button", name="Move to").tap()

    expect(lane(board, "North lot").get_by_text("E2", exact=True)).to_be_visible()


def test_a_move_shows_on_the_partners_board_and_on_a_second_screen(
    visit: Visit, theater: Theater
) -> None:
    path = f"/incidents/{theater.scene.fire}/"
    theirs, ours = visit("dev").goes(path), visit("dora").goes(path)
    expect(lane(ours, "Check-in, staging").get_by_text("M21", exact=True)).to_be_visible()

    unit(theirs, "M21").get_by_role("button", name="Move M21").click()
    theirs.get_by_role("button", name="Out of service…").click()
    theirs.get_by_role("button", name="Rest", exact=True).click()

    for board in (theirs, ours):
        expect(lane(board, "Out of service").get_by_text("M21", exact=True)).to_be_visible()


def test_a_board_survives_its_server(visit: Visit, theater: Theater) -> None:
    """It says at once that it is old, and catches up by itself, without being loaded again."""
    path = f"/incidents/{theater.scene.fire}/"
    stays = visit("dora")
    board = stays.goes(path)
    expect(board.get_by_text("Live", exact=True)).to_be_visible()
    board.evaluate("() => { window.sameAsBefore = true }")

    stays.forgiven_words = ("WebSocket", "ERR_CONNECTION_REFUSED")
    theater.kill(theater.web)
    expect(board.get_by_role("alert")).to_contain_text("No link since")
    expect(unit(board, "E1")).to_be_visible()
    theater.start(theater.web)
    notes(visit("dev").goes(path), "OPS", "Written while nobody heard.")

    expect(note(board, "Written while nobody heard.")).to_be_visible()
    expect(board.get_by_text("Live", exact=True)).to_be_visible()
    assert board.evaluate("() => window.sameAsBefore")


def test_command_is_offered_by_who_holds_it(visit: Visit, theater: Theater) -> None:
    path = f"/incidents/{theater.scene.fire}/"
    holder, other = visit("ana").goes(path), visit("ben").goes(path)

    expect(holder.get_by_role("link", name="Offer command")).to_be_visible()

    expect(other.locator(".seat")).to_contain_text("Ana")
    expect(other.get_by_role("link", name="Take command")).to_have_count(0)
    expect(other.get_by_role("link", name="Offer command")).to_have_count(0)


def test_an_exercise_cannot_be_taken_for_real(visit: Visit, theater: Theater) -> None:
    board = visit("dora").goes(f"/incidents/{theater.scene.drill}/")

    expect(board.locator(".mode-banner")).to_have_text("EXERCISE EXERCISE EXERCISE")
    expect(board.locator(".board")).to_have_css("border-left-width", "8px")
    expect(board.locator("h1")).to_contain_text("-X0001")


def test_for_a_stranger_there_is_nothing(visit: Visit, theater: Theater) -> None:
    ivy = visit("ivy", 404)

    page = ivy.goes(f"/incidents/{theater.scene.fire}/")

    assert "Mill Road" not in page.content()
    expect(page.locator("main")).to_contain_text("404")
