"""An agreement on its way: drafted, worded, reviewed, resolved upon, signed."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect

from tests.world import PASSWORD

UNPROVED = 422
PROOF = "dialog[open] [name=proof_password]"
BLANK = re.compile(r"\[….*?\]")
YESTERDAY = (datetime.now(UTC) - timedelta(days=1)).strftime("%Y-%m-%dT%H:%M")


def drafts(page: Page, start: str, said: dict[str, str]) -> str:
    """The path of the page of a draft that was begun from a start."""
    page.goto("/agreements/")
    page.get_by_role("link", name="New agreement").click()
    page.get_by_label("Start from").select_option(label=start)
    page.get_by_label("Takes effect").fill(YESTERDAY)
    for label, words in said.items():
        page.get_by_label(label).fill(words)
    page.get_by_role("button", name="Begin the draft").click()
    page.wait_for_url("**/agreements/*-*/")
    return urlsplit(page.url).path


def names_a_party(page: Page, agency: str, signatory: str) -> None:
    page.get_by_role("link", name="Add a party").click()
    sheet(page).get_by_label("Agency").select_option(label=agency)
    sheet(page).get_by_label("Who signs for it").fill(signatory)
    sheet(page).get_by_role("button", name="Add", exact=True).click()
    expect(sheet(page)).to_have_count(0)


def fills_in_what_is_left_open(page: Page) -> None:
    """Section after section that says so, until none does."""
    left = page.locator("article[id^=section-]").filter(has_text="Left open")
    for section in reversed(left.all()):
        section.get_by_role("link", name="Edit").click()
        text = sheet(page).get_by_label("Text")
        text.fill(BLANK.sub("as their chiefs wrote down", text.input_value()))
        sheet(page).get_by_role("button", name="Save").click()
        expect(sheet(page)).to_have_count(0)
    expect(left).to_have_count(0)


def words_the_clause(page: Page, heading: str, text: str, giver: str) -> None:
    clause(page, heading).get_by_role("link", name="Edit").click()
    sheet(page).get_by_label("Text").fill(text)
    sheet(page).get_by_label("Who gives").select_option(label=giver)
    sheet(page).get_by_role("button", name="Save").click()
    expect(sheet(page)).to_have_count(0)


def proposes(page: Page, heading: str, words: str, why: str) -> None:
    clause(page, heading).get_by_role("link", name="Propose other words").click()
    sheet(page).get_by_label("The words that you propose").fill(words)
    sheet(page).get_by_label("Why").fill(why)
    sheet(page).get_by_role("button", name="Propose").click()
    expect(sheet(page)).to_have_count(0)


def checks_the_coding(page: Page, heading: str) -> None:
    """RULE-MOU-08: until whoever gives has compared code and text, the clause shows nothing."""
    page.get_by_role("link", name="Check the coding").click()
    sheet(page).get_by_label(heading).check()
    sheet(page).get_by_role("button", name="They say the same").click()
    expect(sheet(page)).to_have_count(0)


def clause(page: Page, heading: str) -> Locator:
    return page.locator("article[data-kind]", has_text=heading)


def party(page: Page, agency: str) -> Locator:
    return page.locator("tr[id^=party-]").filter(has_text=agency)


def way(page: Page) -> Locator:
    """What the page says of where it stands and whose turn it is."""
    return page.get_by_role("region", name="Where it stands")


def sheet(page: Page) -> Locator:
    return page.get_by_role("dialog")


def act(page: Page, button: str, submit: str, said: dict[str, str] | None = None) -> None:
    """One act on the page, by its dialog."""
    page.get_by_role("link", name=button, exact=True).click()
    for label, words in (said or {}).items():
        sheet(page).get_by_label(label).fill(words)
    sheet(page).get_by_role("button", name=submit, exact=True).click()
    expect(sheet(page)).to_have_count(0)


def approves(page: Page) -> None:
    page.get_by_role("link", name="Approve", exact=True).click()
    sheet(page).get_by_label("I have read this version").check()
    sheet(page).get_by_role("button", name="Approve", exact=True).click()
    expect(sheet(page)).to_have_count(0)


def signs(page: Page) -> None:
    """Whoever signs proves once more that it is they."""
    page.get_by_role("link", name="Sign", exact=True).click()
    sheet(page).get_by_label("I have read this text").check()
    sheet(page).get_by_role("button", name="Sign", exact=True).click()
    proves(page)
    expect(sheet(page)).to_have_count(0)


def proves(page: Page) -> None:
    """That it is they, by their password, where they are asked again who they are."""
    page.locator(PROOF).fill(PASSWORD)
    sheet(page).get_by_role("button", name="Prove it").click()
