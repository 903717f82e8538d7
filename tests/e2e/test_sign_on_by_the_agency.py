"""An agency's own sign-on (OpenID Connect), set by its admin and used in a real browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.agencies.providers import answering
from tests.e2e.axe import findings
from tests.e2e.boards import dialog
from tests.e2e.conftest import Visit
from tests.e2e.long_ago import proved_long_ago
from tests.e2e.test_lock_a_device import BACK, TYPED, at_note, covered, left_alone
from tests.e2e.theater import Theater
from tests.e2e.visitors import agree


@pytest.fixture
def issuer(visit: Visit, theater: Theater) -> Iterator[str]:
    """Harbor County Fire's provider, which its admin has set on the agency's page."""
    with answering(theater.provider) as found:
        admin = visit("dora", 422).goes("/agency/")
        admin.get_by_role("link", name="Set a sign-on").click()
        for label, said in (
            ("Issuer", found),
            ("Client id", "muster"),
            ("Client secret", "the client's secret"),
            ("Your domains", "hcf.example"),
        ):
            dialog(admin).get_by_label(label).fill(said)
        dialog(admin).get_by_role("button", name="Set it").click()
        expect(dialog(admin)).to_have_count(0)
        yield found


def signs_on(page: Page, sub: str) -> None:
    """By the code of the agency, away to its provider and back."""
    page.goto("/sign-in/agency/")
    agree(page)
    page.get_by_label("Your agency's code").fill("HCF")
    page.get_by_role("button", name="Go to its sign-on").click()
    shows_there(page, sub)


def shows_there(page: Page, sub: str) -> None:
    """At the provider's own page."""
    page.get_by_role("button", name=sub, exact=True).click()


def test_somebody_signs_in_by_their_agencys_provider(visit: Visit, issuer: str) -> None:
    visitor = visit("")
    visitor.forgiven_words = ("jsdelivr",)

    signs_on(visitor.page, "ben")

    expect(visitor.page.get_by_role("heading", level=1)).to_have_text("Incidents")
    expect(visitor.page.locator("body")).to_contain_text("Ben Okafor")
    assert findings(visitor.page) == []


def test_a_seat_is_given_after_a_proof_at_the_provider_in_a_window_of_its_own(
    visit: Visit, theater: Theater, issuer: str
) -> None:
    """What was filled in stays where it is, and is sent by itself once she is back from there."""
    visitor = visit("", 422)
    visitor.forgiven_words = ("jsdelivr",)
    page = visitor.page
    signs_on(page, "dora")
    expect(page.get_by_role("heading", level=1)).to_have_text("Incidents")
    proved_long_ago(theater, page)
    page.goto("/agency/")
    page.get_by_role("row", name="Ana Lopes").get_by_role("link", name="Give a seat").click()
    dialog(page).get_by_label("Seat").select_option("auditor")
    dialog(page).get_by_role("button", name="Give the seat").click()
    expect(dialog(page).get_by_role("button", name="Show it at 127.0.0.1")).to_be_visible()
    assert findings(page) == []

    with page.expect_popup() as opened:
        dialog(page).get_by_role("button", name="Show it at 127.0.0.1").click()
    shows_there(opened.value, "dora")

    expect(opened.value.get_by_text("It has said that it is you.")).to_be_visible()
    assert findings(opened.value) == []
    opened.value.close()
    expect(page.get_by_role("row", name="Ana Lopes")).to_contain_text("Auditor")


def test_a_covered_board_opens_by_it_with_what_was_typed(
    visit: Visit, theater: Theater, issuer: str
) -> None:
    visitor = visit("", 423)
    visitor.forgiven_words = ("jsdelivr",)
    board = visitor.page
    signs_on(board, "ben")
    board.goto(f"/incidents/{theater.scene.fire}/")
    at_note(board)
    left_alone(theater)
    covered(board)
    assert findings(board) == []

    with board.expect_popup() as opened:
        board.get_by_role("button", name="Show it at 127.0.0.1").click()
    shows_there(opened.value, "ben")

    expect(board.get_by_label("What happened")).to_have_value(TYPED)
    theater.ask(BACK)
