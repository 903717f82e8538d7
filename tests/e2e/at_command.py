"""Command: taken where nobody holds it, offered, and accepted after the briefing."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.e2e.boards import dialog


def takes_command(page: Page, fire: str) -> None:
    page.goto(fire)
    page.get_by_role("link", name="Take command").click()
    dialog(page).get_by_role("button", name="Take command").click()
    expect(dialog(page)).to_be_hidden()
    expect(page.get_by_text("COMMAND", exact=True)).to_be_visible()


def offers_command(page: Page, to: str, briefing: str) -> None:
    page.get_by_role("link", name="Offer command").click()
    dialog(page).get_by_label(to).check()
    dialog(page).get_by_label("Briefing").fill(briefing)
    dialog(page).get_by_role("button", name="Offer command").click()
    expect(dialog(page)).to_be_hidden()


def hears_the_briefing_and_accepts(page: Page, fire: str, briefing: str) -> None:
    page.goto(fire)
    page.get_by_role("link", name="Open the briefing").click()
    expect(dialog(page)).to_contain_text(briefing)
    for item in dialog(page).get_by_role("checkbox").all():
        item.check()
    dialog(page).get_by_role("button", name="Take command").click()
    expect(dialog(page)).to_be_hidden()
    expect(page.get_by_text("COMMAND", exact=True)).to_be_visible()
