"""Where things are on a board."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Locator, Page

MOST_STEPS = 60
CARD = "document.activeElement.closest('article.unit')?.querySelector('.unit-sign').textContent"


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


def walks_to(board: Page, call_sign: str) -> None:
    """By Tab to the cards, and by arrows down one lane after the other."""
    on_cards = (here for here in steps(board, "Tab", MOST_STEPS) if here)
    assert next(on_cards, None), "Tab never came to a card"
    list(steps(board, "ArrowLeft"))
    for _lane in steps(board, "ArrowRight"):
        list(steps(board, "ArrowUp"))
        if call_sign in steps(board, "ArrowDown"):
            return
    raise AssertionError(f"arrows never came to {call_sign}")


def steps(board: Page, key: str, at_least: int = 0) -> Iterator[str]:
    """The cards that a key leads to, from where one is, until it leads no further."""
    before: str | None = None
    here = card_in_focus(board)
    for step in range(MOST_STEPS):
        if here == before and step >= at_least:
            return
        yield here
        board.keyboard.press(key)
        before, here = here, card_in_focus(board)


def card_in_focus(board: Page) -> str:
    """The call sign of the card that has the focus; nothing elsewhere."""
    return str(board.evaluate(CARD) or "").strip()
