"""Pictures of every main page, of the demo region: ``python -m tests.e2e.look FOLDER``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page

from config.demo.signins import COUNTY_FIRE_DESK, FIRE_COMMAND, FIRE_DESK, PASSWORD
from config.processes import manage
from tests.e2e.chromium import MISSING, chromium, running
from tests.e2e.theater import standing
from tests.e2e.visitors import DESKTOP, TABLET, Visitors

AUDITOR = "audit@portelleryfire.example"
DERAILMENT = "Cannery Road Derailment"
THEMES = ("light", "dark", "night-red")

# What the picture is called, who looks, and by which words they get there.
PLACES: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    ("incidents", FIRE_DESK, "/incidents/", ()),
    ("board", FIRE_COMMAND, "/incidents/", (DERAILMENT,)),
    ("board-partner", COUNTY_FIRE_DESK, "/incidents/", (DERAILMENT,)),
    ("exercise", "dispatch@tamarackem.example", "/incidents/?list=exercises", ("table a",)),
    ("trail", FIRE_DESK, "/incidents/", (DERAILMENT, "Trail")),
    ("request", FIRE_DESK, "/incidents/", (DERAILMENT, "R-1")),
    ("ask", FIRE_DESK, "/incidents/", (DERAILMENT, "#panel-requests .panel-add")),
    ("handover", FIRE_COMMAND, "/incidents/", (DERAILMENT, ".seat-offer")),
    ("unit", FIRE_COMMAND, "/incidents/", (DERAILMENT, ".unit-more")),
    ("upload", FIRE_DESK, "/incidents/alerts/upload/", ()),
    ("open", FIRE_DESK, "/incidents/open/", ()),
    ("inbox", COUNTY_FIRE_DESK, "/inbox/", ()),
    ("resources", FIRE_DESK, "/resources/", ()),
    ("agreements", FIRE_DESK, "/agreements/", ()),
    ("agreement", FIRE_DESK, "/agreements/", ("Port Ellery and Tamarack",)),
    ("agency", "admin@portelleryfire.example", "/agency/", ()),
    ("account", FIRE_DESK, "/you/", ()),
    ("app", FIRE_DESK, "/you/app/on/", ()),
    ("proof", FIRE_DESK, "/prove/", ()),
    ("who-looked", AUDITOR, "/who-looked/", ()),
    ("agency-trail", AUDITOR, "/agency/trail/", ()),
    ("security", AUDITOR, "/security/", ()),
)


def main(folder: Path, wanted: list[str]) -> None:
    program = chromium()
    assert program, MISSING
    folder.mkdir(parents=True, exist_ok=True)
    with standing(manage("seed_demo", "--really")) as (theater, told), running(program) as browser:
        sys.stdout.write(told)
        visitors = Visitors(browser, theater.origin, PASSWORD)
        for name, page in looks(visitors, wanted):
            page.screenshot(path=folder / f"{name}.png")
            page.context.close()
        visitors.stranger().goes("/sign-in/").screenshot(path=folder / "sign-in.png")


def looks(visitors: Visitors, wanted: list[str]) -> Iterator[tuple[str, Page]]:
    for name, who, path, words in PLACES:
        if wanted and name not in wanted:
            continue
        for size in (DESKTOP, TABLET):
            for theme in THEMES if name in {"board", "inbox"} else THEMES[:1]:
                visitor = visitors.let_in(who, viewport=size)
                visitor.context.add_init_script(f"localStorage.setItem('muster-theme', '{theme}')")
                yield f"{name}-{size['width']}-{theme}", arrived(visitor.goes(path), words)


def arrived(page: Page, words: tuple[str, ...]) -> Page:
    for word in words:
        by_rule = word.startswith(("#", ".", "table "))
        found = page.locator(word) if by_rule else page.get_by_role("link", name=word)
        found.first.click()
        page.wait_for_load_state()
        if by_rule:
            page.locator("dialog[open], live-board").last.wait_for()
    page.evaluate("document.fonts.ready")
    return page


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
