"""Takes pictures of the live board in every theme and size, and lets axe look at each."""

from __future__ import annotations

import sys
from pathlib import Path

import pages
from browser import ORIGIN, chromium, complaints, say, scan, serve
from fixture import Fixture
from live import Line
from playwright.sync_api import Browser, BrowserContext, Page

SIZES = {"desktop": (1440, 900), "tablet": (1180, 820)}
NARROW = {"half": (800, 900), "phone": (390, 844)}
THEMES = ("light", "dark", "night-red")
HEARD: dict[Page, list[str]] = {}


def opened(
    browser: Browser | BrowserContext, size: tuple[int, int], theme: str, mode: str = "real_world"
) -> tuple[Page, Line, Fixture]:
    page = browser.new_page()
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.add_init_script(f"localStorage.setItem('muster-theme', '{theme}')")
    fixture = Fixture(mode)
    serve(page, {"/board/": lambda: pages.island("board.html", fixture.frame(), page="incidents")})
    line = Line(page)
    HEARD[page] = complaints(page)
    page.goto(ORIGIN + "/board/")
    page.wait_for_selector(".unit")
    page.wait_for_function("document.fonts.ready.then(() => true)")
    return page, line, fixture


def report(page: Page, out: Path, name: str) -> None:
    page.screenshot(path=out / f"{name}.png")
    say(name, *HEARD[page], *scan(page))


def main(out: Path) -> None:
    pages.prepare()
    with chromium() as browser:
        for theme in THEMES:
            for name, size in SIZES.items():
                page, _, _ = opened(browser, size, theme)
                report(page, out, f"board-{name}-{theme}")
                page.close()
        for name, size in NARROW.items():
            page, _, _ = opened(browser, size, "light")
            report(page, out, f"board-{name}-light")
            page.close()
        page, line, fixture = opened(browser, SIZES["desktop"], "dark", "exercise")
        seat = dict(fixture.rows["seat:s2"] or {}, holder=None, holder_id=None, version=2)
        line.say(fixture.frame({"seat:s2": seat}, "c2"))
        page.wait_for_selector(".seat[data-empty]")
        line.cut()
        page.wait_for_selector(".banner[data-tone=alert]")
        page.locator("[data-unit]").nth(5).click()
        page.wait_for_selector(".lane-take")
        report(page, out, "board-exercise-stale-picked")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
