"""A headless browser in which Muster's pages are answered from the working tree."""

from __future__ import annotations

import mimetypes
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pages import BUILT
from playwright.sync_api import Browser, Page, Route, sync_playwright

ORIGIN = "http://muster.localhost"
POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'"
)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
FLAGS += ["--disable-component-update", "--no-first-run"]


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        yield browser
        browser.close()


def serve(page: Page, pages: dict[str, Callable[[], str]]) -> None:
    """Answer every request of `page` from the templates and the built files."""

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(ORIGIN).split("?")[0]
        if path.startswith("/static/"):
            found = BUILT / path.removeprefix("/static/")
            kind = mimetypes.guess_type(found.name)[0] or "application/octet-stream"
            route.fulfill(status=200, content_type=kind, body=found.read_bytes())
        elif path in pages:
            headers = {"Content-Security-Policy": POLICY, "Content-Type": "text/html"}
            route.fulfill(status=200, headers=headers, body=pages[path]())
        else:
            route.fulfill(status=404, body="")

    page.route("**/*", answer)


def say(*lines: str) -> None:
    sys.stdout.write("\n  ".join(lines) + "\n")


def complaints(page: Page) -> list[str]:
    """What the console and the policy complain about, gathered as it happens."""
    said: list[str] = []
    page.on("console", lambda line: said.append(line.text) if line.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


def scan(page: Page) -> list[str]:
    """Each axe finding in a line."""
    axe = Path(__file__).resolve().parents[1] / "node_modules" / "axe-core" / "axe.min.js"
    page.evaluate(axe.read_text())
    found = page.evaluate("async () => (await axe.run()).violations")
    return [
        f"{rule['id']}: {node['html'][:140]} {node['failureSummary'][:260]}"
        for rule in found
        for node in rule["nodes"]
    ]
