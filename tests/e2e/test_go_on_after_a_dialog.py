"""Whoever has sent a dialog goes on from where they were, and hears of a trouble once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Route, expect

from tests.e2e.boards import dialog
from tests.e2e.conftest import Visit
from tests.e2e.test_follow_a_request import asked, offers, ringing, stays
from tests.e2e.theater import Theater
from tests.e2e.visitors import Visitor

LOST = "() => document.activeElement === document.body"
WITHIN = "(sort) => document.activeElement.closest(sort) !== null"


@pytest.fixture
def ours(visit: Visit) -> Iterator[Page]:
    """Who asks; in the end they need none of it, so that every unit is free again."""
    page = visit("dora").page
    yield page
    page.get_by_role("link", name="Cancel", exact=True).click()
    dialog(page).get_by_label("Reason").fill("Enough is here.")
    dialog(page).get_by_role("button", name="Cancel the request").click()
    expect(dialog(page)).to_have_count(0)


def ask_page(dev: Visitor, ours: Page, theater: Theater) -> Page:
    """The page of an ask that Bay City has not answered."""
    inbox = dev.goes("/inbox/")
    _path, number = asked(ours, theater)
    ringing(inbox, number).get_by_role("link", name=number, exact=True).click()
    inbox.wait_for_url("**/asks/**")
    return stays(inbox)


def offers_here(page: Page) -> None:
    page.get_by_role("link", name="Offer").click()
    expect(dialog(page).get_by_role("checkbox").first).to_be_visible()
    dialog(page).get_by_role("button", name="Offer").click()


def test_after_an_offer_one_is_still_on_the_page_of_the_ask(
    visit: Visit, ours: Page, theater: Theater
) -> None:
    page = ask_page(visit("dev"), ours, theater)

    offers_here(page)

    expect(page.get_by_role("link", name="Take back")).to_be_visible()
    expect(dialog(page)).to_have_count(0)
    assert page.evaluate(WITHIN, ".page-head .actions")
    assert page.evaluate("() => window.sameAsBefore === true")


def test_after_an_offer_from_the_inbox_one_goes_on_among_the_asks(
    visit: Visit, ours: Page, theater: Theater
) -> None:
    inbox = visit("dev").goes("/inbox/")
    _path, number = asked(ours, theater)

    offers(inbox, number, 1)

    expect(ringing(inbox, number)).to_have_count(0)
    assert not inbox.evaluate(LOST)
    assert inbox.evaluate(WITHIN, "live-inbox")


def test_after_an_acceptance_one_is_still_at_the_answer(
    visit: Visit, ours: Page, theater: Theater
) -> None:
    _path, number = asked(ours, theater)
    offers(visit("dev").goes("/inbox/"), number, 1)
    answer = ours.locator("li.answer").filter(has_text="Bay City EMS")

    answer.get_by_role("link", name="Accept").click()
    dialog(ours).get_by_role("button", name="Accept").click()

    expect(answer).to_contain_text("1 accepted")
    assert ours.evaluate(WITHIN, "li.answer")


def test_a_lost_answer_is_said_once_however_often_one_tries(
    visit: Visit, ours: Page, theater: Theater
) -> None:
    dev = visit("dev")
    page = ask_page(dev, ours, theater)
    cut: list[str] = []

    def lose(route: Route) -> None:
        if route.request.method == "POST" and len(cut) < 2:
            cut.append(route.request.url)
            route.abort()
        else:
            route.continue_()

    page.route("**/asks/**", lose)
    offers_here(page)
    toast = page.locator("#toasts").get_by_text("No answer from Muster.")
    expect(toast).to_have_count(1)
    with page.expect_event("requestfailed"):
        dialog(page).get_by_role("button", name="Offer").click()

    dialog(page).get_by_role("button", name="Offer").click()
    expect(page.get_by_role("link", name="Take back")).to_be_visible()

    assert len(cut) == 2
    assert toast.count() == 1
    assert all("htmx:" in said or said.endswith(cut[0]) for said in dev.complaints)
    dev.complaints.clear()
