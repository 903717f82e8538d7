"""Counts the frames a browser paints while 500 cards change 50 times a second."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

import pages
from browser import ORIGIN, chromium, say, serve
from cast import DIVISIONS, FIRE
from fixture import Fixture
from live import Line

CARDS, A_SECOND, SECONDS = 500, 50, 10
STATES = [
    ("en_route", None),
    ("staged", "d-stage"),
    *[("assigned", each) for each in DIVISIONS if each != "d-stage"],
]
COUNT = """() => {
  window.painted = []; window.long = 0;
  const paint = (at) => { window.painted.push(at); requestAnimationFrame(paint); };
  requestAnimationFrame(paint);
  new PerformanceObserver((l) => { for (const e of l.getEntries()) window.long += e.duration; })
    .observe({ type: "longtask" });
}"""


def card(number: int, version: int) -> dict[str, Any]:
    state, division = random.choice(STATES)
    return {
        "owner": FIRE,
        "version": version,
        "resource": "r",
        "call_sign": f"E{number}",
        "kind_code": "engine",
        "kind_name": "Engine, Fire (Pumper)",
        "card": "engine",
        "type": 3,
        "personnel": 4,
        "leader": "Lt. Park",
        "state": state,
        "ics_status": None,
        "reason": None,
        "division": division,
        "eta": None,
        "since": datetime.now(UTC).isoformat(),
        "order_number": None,
        "unordered": False,
    }


def main() -> None:
    pages.prepare()
    fixture = Fixture()
    fixture.rows |= {f"deployment:p{n}": card(n, 1) for n in range(CARDS)}
    with chromium() as browser:
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        serve(
            page, {"/board/": lambda: pages.island("board.html", fixture.frame(), page="incidents")}
        )
        line = Line(page)
        page.goto(ORIGIN + "/board/")
        page.wait_for_selector(".unit")
        page.wait_for_function(
            "document.querySelector('.head-state .pill').textContent.includes('Live')"
        )
        page.evaluate(COUNT)
        page.wait_for_timeout(4000)
        idle = page.evaluate(
            "(window.painted.length - 1) / (window.painted.at(-1) - window.painted[0]) * 1000"
        )
        page.evaluate("window.painted.length = window.long = 0")
        for change in range(A_SECOND * SECONDS):
            number = random.randrange(CARDS)
            line.say(
                fixture.frame({f"deployment:p{number}": card(number, change + 2)}, f"c{change}")
            )
            page.wait_for_timeout(1000 / A_SECOND - 3)
        painted, long = page.evaluate("[window.painted, window.long]")
    gaps = sorted(late - early for early, late in pairwise(painted))
    spent = (painted[-1] - painted[0]) / 1000
    say(
        f"{CARDS} cards, {A_SECOND * SECONDS / spent:.0f} changes a second over {spent:.1f} s: "
        f"{len(gaps) / spent:.1f} frames a second "
        f"(standing still {idle:.1f}), p95 {gaps[int(len(gaps) * 0.95)]:.0f} ms, "
        f"longest {gaps[-1]:.0f} ms, long tasks {long / spent / 10:.0f} % of the time"
    )


if __name__ == "__main__":
    main()
