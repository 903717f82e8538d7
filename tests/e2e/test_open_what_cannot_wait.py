"""An emergency look: opened with proof, told to both sides at once, ended and reviewed (6.5).

Valley County EMS stands at a fire of Harbor County Fire's, and nobody shows it who leads an engine.
"""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.e2e.at_agreement import UNPROVED, proves, sheet
from tests.e2e.axe import findings
from tests.e2e.boards import unit
from tests.e2e.conftest import Visit
from tests.e2e.long_ago import proved_long_ago
from tests.e2e.theater import Theater

WITHHELD, LEADER = "withheld: PII", "Lena Fox"
WHY = "E9 does not answer, and its crew is inside."
FOUND = "The crew answered on the other channel."
OWNERS = f"Vera Quist opened what Harbor County Fire withholds: {WHY}"


def test_what_cannot_wait_is_opened_and_answered_for(visit: Visit, theater: Theater) -> None:
    path = f"/incidents/{theater.scene.quay}/"
    vera, ana = visit("vera", UNPROVED).goes(path), visit("ana").goes(path)
    expect(unit(vera, "E9")).to_contain_text(WITHHELD)
    proved_long_ago(theater, vera)

    opens(vera)

    expect(unit(vera, "E9")).to_contain_text(LEADER)
    expect(banner(vera)).to_contain_text("You opened what Harbor County Fire withholds.")
    expect(banner(ana)).to_contain_text(OWNERS)
    assert findings(vera) == []

    banner(ana).get_by_role("link", name="What was read").click()
    expect(ana.locator("tbody")).to_contain_text("PII")
    assert findings(ana) == []
    ana.get_by_role("button", name="End it now").click()

    expect(unit(vera, "E9")).to_contain_text(WITHHELD)
    expect(banner(vera)).to_have_count(0)
    reviews(visit("dora").goes(ana.url))


def opens(page: Page) -> None:
    """Who leads the crews of Harbor County Fire, since a life is in danger, for an hour."""
    page.get_by_role("link", name="Sharing").click()
    page.get_by_role("link", name="Emergency: open what they withhold").click()
    sheet(page).get_by_label("A life is in danger").check()
    sheet(page).get_by_label("What has happened").fill(WHY)
    sheet(page).get_by_label("PII: Personal data").check()
    sheet(page).get_by_role("button", name="Open it now").click()
    assert findings(page) == []
    proves(page)
    page.wait_for_url("**/incidents/*-*/")


def reviews(page: Page) -> None:
    """The owner's admin reads what was read, and says what came of it."""
    page.get_by_role("link", name="Review it").click()
    sheet(page).get_by_label("Not justified").check()
    sheet(page).get_by_label("What you found").fill(FOUND)
    sheet(page).get_by_role("button", name="Record it").click()
    expect(page.locator("main")).to_contain_text("Not justified")
    expect(page.locator("main")).to_contain_text(FOUND)
    assert findings(page) == []


def banner(page: Page) -> Locator:
    return page.locator(".banner").filter(has_text="withholds")
