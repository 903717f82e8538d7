"""People at browsers of their own."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    Response,
    expect,
)

from tests.canaries.in_browsers import overhear

DESKTOP = {"width": 1440, "height": 900}
TABLET = {"width": 1180, "height": 820}
PATIENCE_MS = 20_000

expect.set_options(timeout=PATIENCE_MS)


class Visitor:
    """Somebody's browser, and what it complains about: errors, and breaches of the policy."""

    def __init__(self, context: BrowserContext, forgiven: tuple[int, ...] = ()) -> None:
        self.context = context
        self.frames: list[bytes] = []
        self.forgiven = forgiven
        self.forgiven_words: tuple[str, ...] = ()
        self.complaints: list[str] = []
        self.page: Page = context.new_page()
        self.page.set_default_timeout(PATIENCE_MS)
        overhear(self.page, self.frames)
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("response", self._look)
        self.page.on("requestfailed", self._miss)

    def goes(self, path: str) -> Page:
        self.page.goto(path)
        return self.page

    def _hear(self, said: ConsoleMessage) -> None:
        # What came with a status is judged by its status, below.
        by_status = "Failed to load resource" in said.text
        if said.type == "error" and not by_status and not self._forgives(said.text):
            self.complaints.append(said.text)

    def _look(self, answer: Response) -> None:
        if answer.status >= 400 and answer.status not in self.forgiven:
            self.complaints.append(f"{answer.status} {answer.request.method} {answer.url}")

    def _miss(self, request: Request) -> None:
        # Whoever goes on to another page breaks off what the last one still asked for.
        missed = f"{request.failure} {request.url}"
        if request.failure != "net::ERR_ABORTED" and not self._forgives(missed):
            self.complaints.append(missed)

    def _forgives(self, said: str) -> bool:
        return any(words in said for words in self.forgiven_words)


class Visitors:
    """Lets people in, by their address; whoever has signed in once is known from then on."""

    def __init__(self, browser: Browser, origin: str, password: str) -> None:
        self.browser, self.origin, self.password = browser, origin, password
        self._known: dict[str, Any] = {}

    def stranger(self, *forgiven: int, **look: Any) -> Visitor:
        """Somebody who has not signed in."""
        seen = {
            "viewport": DESKTOP,
            "color_scheme": "light",
            "timezone_id": "UTC",
            "reduced_motion": "reduce",
        } | look
        return Visitor(self.browser.new_context(base_url=self.origin, **seen), forgiven)

    def let_in(self, address: str, *forgiven: int, **look: Any) -> Visitor:
        known = address in self._known
        visitor = self.stranger(*forgiven, storage_state=self._known.get(address), **look)
        if not known:
            sign_in(visitor.goes("/sign-in/"), address, self.password)
            expect(visitor.page).not_to_have_url(f"{self.origin}/sign-in/")
            self._known[address] = visitor.context.storage_state()
        return visitor


def sign_in(page: Page, address: str, password: str) -> None:
    agree(page)
    page.get_by_label("E-mail").fill(address)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()


def agree(page: Page) -> None:
    """To the notice, which stands before the form to sign in, unless it was agreed to before."""
    agreed = page.get_by_role("button", name="I understand, and agree")
    expect(agreed.or_(page.get_by_label("E-mail"))).to_be_visible()
    if agreed.is_visible():
        agreed.click()
