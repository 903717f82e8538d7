"""Where things are on a board."""

from __future__ import annotations

from playwright.sync_api import Locator, Page


def unit(board: Page, call_sign: str) -> Locator:
    sign = board.locator(".unit-sign").get_by_text(call_sign, exact=True)
    return board.locator("article.unit").filter(has=sign)


def lane(board: Page, name: str) -> Locator:
    return board.get_by_role("region", name=name)


def rung(board: Page, tier: str) -> Locator:
    return board.locator("li.rung").filter(has_text=tier)


def note(board: Page, said: str) -> Locator:
    return board.locator("article.note").filter(has_text=said)


def dialog(page: Page) -> Locator:
    return page.locator("dialog[open]")
