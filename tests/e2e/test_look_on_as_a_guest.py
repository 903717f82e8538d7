"""A guest comes in by a link, is at one incident and nowhere else, and is gone when it ends."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.e2e.conftest import Visit
from tests.e2e.theater import Theater

ENDS_WITHIN_MS = 5_000


def link_for(host: Page, path: str) -> str:
    """The host lets Kim Roe in, who may assist, and is shown her link."""
    host.goto(f"{path}guests/invite/")
    host.get_by_label("Name", exact=True).fill("Kim Roe")
    host.get_by_label("Their agency").fill("Seaside Rescue")
    host.get_by_label("May assist").check()
    host.get_by_label("Why").fill("Their boats are coming.")
    host.get_by_role("button", name="Make the link").click()
    return str(host.locator("[data-secret]").text_content()).strip()


def test_a_guest_has_one_board_until_the_stay_is_ended(visit: Visit, theater: Theater) -> None:
    path = f"/incidents/{theater.scene.fire}/"
    host, kim = visit("ana"), visit("", 404)
    door = kim.goes(link_for(host.page, path))
    door.get_by_role("button", name="I understand, and agree").click()
    door.get_by_role("button", name="Come in as a guest").click()
    expect(door.get_by_text("ASSISTING", exact=True)).to_be_visible()

    elsewhere = ("/incidents/", f"{path}sharing/", f"{path}trail/", "/agreements/", "/inbox/")
    answers = [kim.context.request.get(other).status for other in elsewhere]
    assert answers == [404] * len(elsewhere)

    board = visit("dora").goes(path)
    board.get_by_role("button", name="Show", exact=True).click()
    expect(board.locator("[data-guest]")).to_contain_text("Kim Roe")
    host.goes(f"{path}guests/").get_by_role("button", name="End the stay of Kim Roe").click()

    ended = door.get_by_role("heading", name="Your access to this incident has ended")
    expect(ended).to_be_visible(timeout=ENDS_WITHIN_MS)
    expect(board.locator("[data-guest]")).to_have_count(0)
