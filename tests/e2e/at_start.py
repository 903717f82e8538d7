"""How an incident begins: an alert comes in, a dispatcher confirms it, a partner joins."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import FilePayload, Page, expect

from tests.e2e.boards import dialog
from tests.incidents.exchange.alerts import SOUND

ALERT: FilePayload = {"name": "alert.xml", "mimeType": "application/xml", "buffer": SOUND.encode()}


def takes_in_an_alert_and_confirms_it(page: Page) -> str:
    """The path of the board of the incident that was opened from it."""
    page.goto("/incidents/")
    page.get_by_role("link", name="Take in an alert").click()
    page.get_by_label("CAP message").set_input_files(ALERT)
    page.get_by_role("button", name="Take it in").click()
    page.get_by_role("link", name="Open an incident").click()
    expect(dialog(page).get_by_label("Name")).to_have_value("Warehouse fire, Pier 9")
    dialog(page).get_by_role("button", name="Open").click()
    expect(page.locator("live-board")).to_be_visible()
    return urlsplit(page.url).path


def is_told_that_nobody_commands(board: Page) -> None:
    alert = board.get_by_role("alert")
    expect(alert).to_contain_text("Nobody holds command.")
    expect(alert).to_contain_text("A commander of any agency at this incident may take it.")
    alert.get_by_role("link", name="Who may take it").click()
    expect(dialog(board)).to_contain_text("Ana Lopes, Battalion chief")
    board.keyboard.press("Escape")
    expect(dialog(board)).to_be_hidden()


def invites(board: Page, agency: str) -> None:
    board.locator("#panel-agencies").get_by_role("link", name="Agency", exact=True).click()
    dialog(board).get_by_label("Name of the agency").fill(agency)
    dialog(board).get_by_role("button", name="Find").click()
    expect(dialog(board).get_by_role("radio")).to_have_count(1)
    dialog(board).get_by_label(agency).check()
    dialog(board).get_by_role("button", name="Invite").click()
    expect(dialog(board)).to_be_hidden()


def accepts_the_invitation(page: Page) -> None:
    page.goto("/incidents/")
    page.get_by_role("link", name="Accept").click()
    dialog(page).get_by_role("button", name="Accept").click()
    expect(page.locator("live-board")).to_be_visible()


def notes(board: Page, category: str, text: str) -> None:
    board.locator("#panel-notes").get_by_role("link", name="Note", exact=True).click()
    dialog(board).get_by_label("What happened").fill(text)
    dialog(board).get_by_label("What kind of information").select_option(category)
    dialog(board).get_by_role("button").filter(has_text="Write").click()
    expect(dialog(board)).to_be_hidden()
