"""Whoever is invited to an agency takes a link up in their own browser, once."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.e2e.conftest import Visit
from tests.e2e.visitors import agree

NEW = "a long enough word for Eve"


def test_an_invited_person_joins_by_the_link_and_is_in(visit: Visit) -> None:
    admin = visit("dora").goes("/agency/members/invite/")
    admin.get_by_label("Name", exact=True).fill("Eve Park")
    admin.get_by_label("E-mail", exact=True).fill("eve@hcf.example")
    admin.get_by_role("button", name="Invite").click()
    link = str(admin.locator("[data-secret]").text_content()).strip()

    eve = visit().goes(link)
    agree(eve)
    eve.get_by_label("Choose a password").fill(NEW)
    eve.get_by_label("The same again").fill(NEW)
    eve.get_by_role("button", name="Go on with a password").click()

    expect(eve.get_by_role("banner")).to_contain_text("Harbor County Fire")
    expect(eve.get_by_role("heading", level=1)).to_have_text("Incidents")
