"""Takes pictures of an agency's inbox in every theme, and lets axe look at each."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pages
from browser import ORIGIN, chromium, complaints, say, scan, serve
from live import Line


def ask(number: int, seconds: int, **other: Any) -> dict[str, Any]:
    now = datetime.now(UTC)
    return {
        "owner": "a-hcf",
        "version": 1,
        "request_number": f"R-{number}",
        "incident_name": "Canyon Road fire",
        "incident_number": "26-0412",
        "mode": "real_world",
        "requested_by_agency": "Harbor County Fire",
        "kind_name": "Ambulance, Ground",
        "type": 2,
        "or_better": True,
        "quantity": 3,
        "deliver_to": "Fairgrounds staging, gate 2",
        "needed_by": (now + timedelta(minutes=41)).isoformat(),
        "priority": "emergency",
        "asked_at": (now - timedelta(seconds=50)).isoformat(),
        "due_at": (now + timedelta(seconds=seconds)).isoformat(),
        "status": "requested",
        "clause": "A party may ask for ground ambulances of type 2; answer within 3 minutes.",
        "clause_title": "Clause 4.2, right to ask",
        "agreement_title": "Harbor automatic aid, HC-2026-04",
        "keeps": {"kind_name": "ambulances", "now": 9, "floor": 5},
        "tier_label": "Neighbors",
        **other,
    }


def attended(number: str, name: str, **other: Any) -> dict[str, Any]:
    opened = datetime.now(UTC) - timedelta(hours=3)
    return {
        "owner": "a-hcf",
        "version": 1,
        "number": number,
        "name": name,
        "mode": "real_world",
        "status": "active",
        "role": "assisting",
        "my_status": "accepted",
        "lead": "Harbor County Fire",
        "kind_label": "Fire",
        "place": "1200 Canyon Road",
        "commander": "Ana Ruiz, Lt. D. Whitcomb",
        "units": 4,
        "opened_at": opened.isoformat(),
        **other,
    }


def snapshot() -> dict[str, Any]:
    rows = {
        "ask:1": ask(17, 43),
        "ask:2": ask(
            22,
            400,
            priority="urgent",
            quantity=1,
            kind_name="Mass casualty support vehicle",
            type=None,
            keeps={"kind_name": "vehicles", "now": 1, "floor": 1},
        ),
        "ask:3": ask(
            4, 900, mode="exercise", priority="routine", keeps={"withheld": "OPS-R"}, quantity=2
        ),
        "ask:4": ask(11, -50, status="declined"),
        "incident:1": attended("26-0412", "Canyon Road fire"),
        "incident:2": attended("26-0409", "Mill Street gas leak", commander=""),
        "incident:3": attended("26-X003", "Harbor full-scale exercise", mode="exercise"),
        "incident:4": attended("26-0414", "Route 12 bus crash", my_status="invited", units=0),
        "incident:5": attended("26-0398", "Levee watch", status="closed"),
    }
    return {"cursor": "c1", "at": datetime.now(UTC).isoformat(), "rows": rows}


def main(out: Path) -> None:
    pages.prepare()
    with chromium() as browser:
        for theme, size in (
            ("light", (1440, 900)),
            ("dark", (1180, 820)),
            ("night-red", (1180, 820)),
            ("light", (390, 844)),
        ):
            page = browser.new_page(viewport={"width": size[0], "height": size[1]})
            page.add_init_script(f"localStorage.setItem('muster-theme', '{theme}')")
            said = complaints(page)
            serve(page, {"/inbox/": lambda: pages.island("inbox.html", snapshot(), page="inbox")})
            Line(page)
            page.goto(ORIGIN + "/inbox/")
            page.wait_for_selector(".ask[data-rings]")
            page.screenshot(path=out / f"inbox-{theme}-{size[0]}.png")
            say(f"inbox {theme}", *said, *scan(page))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
