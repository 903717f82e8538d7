"""Works the board as people do (mouse, finger, keys) and says what came of it."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from time import monotonic
from typing import Any

import pages
from board import SIZES, opened, report
from browser import chromium, say
from playwright.sync_api import FloatRect, Page, Request, Route

MOVED = "**/deployments/*/move/"
UNIT = "[data-unit='deployment:u{}']"


def answered(page: Page, status: int = 204, body: Any = None) -> list[Request]:
    """Answers every move, and keeps what was asked."""
    asked: list[Request] = []

    def answer(route: Route) -> None:
        asked.append(route.request)
        text = json.dumps(body) if body else ""
        route.fulfill(status=status, content_type="application/problem+json", body=text)

    page.route(MOVED, answer)
    return asked


def lane(page: Page, key: str) -> FloatRect:
    box = page.locator(f"[data-lane='{key}']").bounding_box()
    assert box
    return box


def drags(page: Page) -> None:
    asked = answered(page)
    page.locator(UNIT.format(1)).hover()
    page.mouse.down()
    to = lane(page, "division:d-b")
    page.mouse.move(to["x"] + 80, to["y"] + 120, steps=8)
    page.wait_for_selector(".ghost")
    page.screenshot(path=OUT / "board-carried.png")
    page.mouse.up()
    page.wait_for_selector(".unit[data-phase=sending]")
    assert '"division":"d-b"' in (asked[0].post_data or "")
    say(f"dragged {asked[0].post_data_json} {asked[0].headers['idempotency-key']}")


def settles(page: Page, line: Any, fixture: Any) -> None:
    row = dict(fixture.rows["deployment:u1"], division="d-b", version=2)
    start = monotonic()
    line.say(fixture.frame({"deployment:u1": row}, "c2"))
    page.wait_for_selector("[data-lane='division:d-b'] " + UNIT.format(1))
    assert not page.locator(".unit[data-phase]").count()
    say(f"frame shown after {1000 * (monotonic() - start):.0f} ms, card settled")


def keys(page: Page) -> None:
    asked = answered(page, 422, {"title": "E312 is not checked in."})
    page.locator(UNIT.format(0)).focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".lane-take")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.wait_for_selector(".unit[data-phase=refused]")
    page.wait_for_selector("#toasts .notice")
    page.screenshot(path=OUT / "board-refused.png")
    say(f"by keys {asked[0].post_data_json}", page.locator("#toasts").inner_text())


def menu(page: Page) -> None:
    asked = answered(page)
    page.locator("[data-menu='deployment:u4']").click()
    page.wait_for_selector("#move[open]")
    report(page, OUT, "board-menu")
    page.locator("#move [data-to=out]").click()
    page.locator("[data-reason=rest]").click()
    page.wait_for_selector("#move", state="detached")
    say(f"by menu {asked[0].post_data_json}")


def taps(page: Page) -> None:
    asked = answered(page)
    page.locator(UNIT.format(2)).tap()
    page.wait_for_selector(".lane-take")
    page.locator("[data-lane='division:d-med']").tap(position={"x": 100, "y": 30})
    page.wait_for_selector(".unit[data-phase=sending]")
    say(f"by taps {asked[0].post_data_json}")


def stale(page: Page, line: Any) -> None:
    start = monotonic()
    line.cut()
    page.wait_for_selector(".banner[data-tone=alert]")
    amber = monotonic() - start
    page.wait_for_selector(".banner[data-tone=shout]", timeout=40_000)
    say(
        f"amber after {amber:.2f} s, red after {monotonic() - start:.1f} s; "
        f"{len(line.sockets)} sockets got through"
    )
    line.refuse = False
    page.wait_for_selector(".banner", state="detached", timeout=40_000)
    say(f"live again, said {line.heard[-1]}")


def main() -> None:
    pages.prepare()
    with chromium() as browser:
        page, line, fixture = opened(browser, SIZES["desktop"], "light")
        drags(page)
        settles(page, line, fixture)
        keys(page)
        menu(page)
        stale(page, line)
        line.cut(4403)
        page.wait_for_selector(".refusal")
        assert "E312" not in page.content()
        report(page, OUT, "board-ended")
        page.close()
        tablet = browser.new_context(has_touch=True, viewport={"width": 1180, "height": 820})
        page, _, _ = opened(tablet, SIZES["tablet"], "light")
        taps(page)


if __name__ == "__main__":
    OUT = Path(sys.argv[1])
    main()
