"""The chip on every panel: opened by keys and by thumbs, and right while shares change."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.e2e.conftest import Visit
from tests.e2e.theater import Theater
from tests.e2e.visitors import TABLET

CHIP = "Who can see: Units"


def test_the_list_of_a_panel_opens_by_keys_and_follows_what_is_shared(
    visit: Visit, theater: Theater
) -> None:
    path = f"/incidents/{theater.scene.fire}/"
    board, sharing = visit("dora").goes(path), visit("ana").goes(f"{path}sharing/")
    board.get_by_role("link", name=CHIP).first.focus()
    board.keyboard.press("Enter")
    listed = board.get_by_role("dialog", name="Who can see this")
    bay = listed.locator("section[data-sees=whole]", has_text="Bay City EMS")
    expect(bay).to_contain_text("Cleo Marsh (commander or responder)")

    sharing.get_by_role("button", name="Withdraw all from everybody").click()

    expect(listed.locator("section[data-sees=marked]", has_text="Bay City EMS")).to_contain_text(
        "PII"
    )
    sharing.get_by_role("button", name="Let agreements hold again").first.click()
    expect(bay).to_be_visible()


def test_every_panel_has_its_chip_for_a_thumb(visit: Visit, theater: Theater) -> None:
    board = visit("dora", viewport=TABLET, has_touch=True).goes(f"/incidents/{theater.scene.fire}/")
    chips = board.locator("a.eyes:visible")
    expect(chips.first).to_be_visible()

    boxes = [chip.bounding_box() for chip in chips.all()]

    assert boxes
    assert all(box and box["width"] >= 44 and box["height"] >= 44 for box in boxes)


def test_why_stands_beside_what_another_agency_withholds(visit: Visit, theater: Theater) -> None:
    board = visit("dora").goes(f"/incidents/{theater.scene.fire}/")

    board.get_by_role("link", name="Why: this note").first.click()

    expect(board.get_by_role("dialog", name="Why it is not shown")).to_contain_text("Not shown")
