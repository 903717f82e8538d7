"""A request on its way: asked, offered, accepted, under way."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from tests.e2e.boards import dialog, unit


def asks_for(page: Page, fire: str, kind: str, quantity: int) -> str:
    """The path of the page of the request that was made."""
    page.goto(fire)
    page.locator("#panel-requests").get_by_role("link", name="Request", exact=True).click()
    form = dialog(page)
    form.get_by_label("What").fill(kind)
    form.get_by_label("How many").fill(str(quantity))
    form.get_by_label("Needed by").fill("2031-01-01T12:00")
    form.get_by_label("Report to").fill("North lot")
    expect(form.get_by_text("Would be asked, in this order")).to_be_visible()
    form.get_by_role("button", name="Ask now").click()
    page.wait_for_url("**/requests/**")
    return urlsplit(page.url).path


def offers_one(page: Page, number: str) -> str:
    """The call sign of the one unit that is offered, however many were asked for."""
    page.goto("/inbox/")
    ask = page.locator("article.ask[data-rings]").filter(has_text=number)
    ask.get_by_role("link", name="Offer").first.click()
    choices = dialog(page).get_by_role("checkbox")
    expect(choices.first).to_be_visible()
    for choice in choices.all():
        choice.uncheck()
    choices.first.check()
    named = choices.first.locator("xpath=ancestor::label").inner_text()
    dialog(page).get_by_role("button", name="Offer").click()
    expect(ask).to_be_hidden()
    return named.strip().partition(",")[0]


def accepts(page: Page, asked: str, agency: str) -> None:
    page.goto(asked)
    answer = page.locator("li.answer").filter(has_text=agency)
    answer.get_by_role("link", name="Accept").click()
    dialog(page).get_by_role("button", name="Accept").click()
    expect(answer).to_contain_text("Accepted")


def sets_out(board: Page, call_sign: str) -> None:
    unit(board, call_sign).get_by_role("button", name="Move").click()
    dialog(board).get_by_role("link", name="Details").click()
    dialog(board).get_by_label("En route").check()
    dialog(board).get_by_role("button", name="Move").click()
    expect(dialog(board)).to_be_hidden()
