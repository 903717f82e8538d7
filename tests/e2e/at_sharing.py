"""What an owner shows a partner at an incident: narrowed, and who had seen it."""

from __future__ import annotations

import csv
from pathlib import Path

from playwright.sync_api import Locator, Page, expect


def narrows(page: Page, incident: str, category: str, partner: str) -> None:
    """From the board, by the page that says what each partner is shown: one tap."""
    page.goto(incident)
    page.get_by_role("link", name="Sharing").click()
    page.get_by_role("button", name=f"Withdraw {category} from {partner}").click()
    expect(
        page.get_by_role("button", name=f"Let agreements hold again: {category}")
    ).to_be_visible()


def looks_at_ours(page: Page, by: str, name: str) -> Locator:
    """The receipts that name somebody, of the partner that is asked about."""
    page.goto("/")
    page.get_by_role("link", name="Who looked").click()
    page.get_by_role("link", name=by).first.click()
    return page.locator("tbody tr").filter(has_text=name)


def looks_by_api(page: Page) -> str:
    """What the API tells their agency of looks at its data, as it came."""
    answer = page.request.get("/api/v1/looks/")
    assert answer.ok
    return answer.text()


def takes_the_copy(page: Page) -> list[dict[str, str]]:
    """The copy of the receipts that an auditor takes along, row by row."""
    page.goto("/who-looked/")
    with page.expect_download() as taken:
        page.get_by_role("button", name="Take a copy (CSV)").click()
    with Path(taken.value.path()).open(encoding="utf-8", newline="") as copy:
        return list(csv.DictReader(copy))
