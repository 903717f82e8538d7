from __future__ import annotations

from datetime import UTC, datetime, timedelta

from playwright.sync_api import expect

from tests.e2e.boards import dialog, note
from tests.e2e.conftest import Visit
from tests.e2e.theater import Theater

SAID = "The hydrant at Mill Road is dry."


def test_what_happened_earlier_is_as_old_as_it_is(visit: Visit, theater: Theater) -> None:
    """Its true age, and beside it when it was recorded (RULE-SM-04)."""
    board = visit("dora").goes(f"/incidents/{theater.scene.fire}/")
    earlier = datetime.now(UTC) - timedelta(minutes=30)

    board.get_by_role("link", name="Note", exact=True).click()
    asked = dialog(board)
    asked.get_by_label("What happened").fill(SAID)
    asked.get_by_label("What kind of information").select_option("OPS")
    asked.get_by_text("It happened earlier").click()
    asked.get_by_label("When it happened").fill(f"{earlier:%Y-%m-%dT%H:%M}")
    asked.get_by_role("button", name="Write it down").click()

    told = note(board, SAID)
    expect(told).to_contain_text("30 min ago")
    expect(told.locator(".recorded")).to_contain_text("rec. ")
    expect(board.locator("zone-clock")).to_contain_text("UTC")
