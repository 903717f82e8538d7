"""Sections, files, checks and paper of an agreement: by keys, and as axe finds them."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.agencies.papers import paper
from tests.e2e.axe import findings
from tests.e2e.boards import dialog
from tests.e2e.conftest import Visit
from tests.e2e.test_go_by_keys import goes_to
from tests.e2e.theater import Theater


def test_a_section_is_written_without_a_mouse(visit: Visit, theater: Theater) -> None:
    page = visit("dora").goes(f"/agreements/{theater.scene.draft}/")

    goes_to(page, "add a sec")
    sheet = dialog(page)
    expect(sheet.get_by_label("Number")).to_have_value("1")
    assert findings(page) == []
    sheet.get_by_label("Number").focus()
    page.keyboard.press("Tab")
    page.keyboard.type("Words")
    page.keyboard.press("Tab")
    page.keyboard.type("Aid is whatever helps.")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    sheet.get_by_label("Heading").press("Enter")

    expect(dialog(page)).to_have_count(0)
    expect(page.get_by_role("heading", name="1 Words")).to_be_visible()
    expect(page.locator(".clause", has_text="Aid is whatever helps.")).to_contain_text("Speaks to")
    assert findings(page) == []


def test_a_file_is_attached_and_taken_along(visit: Visit, theater: Theater) -> None:
    page = visit("dora").goes(f"/agreements/{theater.scene.draft}/attachments/add/")
    assert findings(page) == []

    page.get_by_label("Title").fill("Plan of the pier")
    page.get_by_label("PDF").set_input_files(
        {"name": "plan.pdf", "mimeType": "application/pdf", "buffer": paper("Plan")}
    )
    page.get_by_role("button", name="Attach it").click()

    expect(page.get_by_role("heading", name="Attachments")).to_be_visible()
    assert findings(page) == []
    with page.expect_download() as taken:
        page.get_by_role("link", name="Download Plan of the pier").press("Enter")
    assert taken.value.suggested_filename == "Plan of the pier.pdf"
    assert Path(taken.value.path()).read_bytes() == paper("Plan")


def test_what_is_no_paper_is_said_at_the_field(visit: Visit, theater: Theater) -> None:
    page = visit("dora", 422).goes(f"/agreements/{theater.scene.draft}/attachments/add/")

    page.get_by_label("Title").fill("Plan")
    page.get_by_label("PDF").set_input_files(
        {"name": "plan.pdf", "mimeType": "application/pdf", "buffer": b"<html>"}
    )
    page.get_by_role("button", name="Attach it").click()

    expect(page.get_by_text("It is not a PDF, whatever its name says.")).to_be_visible()
    assert findings(page) == []


def test_what_is_coded_is_checked_without_a_mouse(visit: Visit, theater: Theater) -> None:
    page = visit("dora").goes(f"/agreements/{theater.scene.unchecked}/")
    first_due = page.locator(".clause", has_text="Harbor sends E1, then E2.")
    expect(first_due).to_contain_text("Not checked by counsel of")

    goes_to(page, "check the cod")
    expect(dialog(page).get_by_role("checkbox")).to_have_count(3)
    assert findings(page) == []
    ticks_all(page)
    dialog(page).get_by_role("button", name="They say the same").press("Enter")

    expect(dialog(page)).to_have_count(0)
    expect(first_due).to_contain_text("Checked by Dora Weiss, Harbor County Fire")
    assert findings(page) == []


def test_a_print_is_a_pdf(visit: Visit, theater: Theater) -> None:
    page = visit("dora").goes(f"/agreements/{theater.scene.agreement}/")

    with page.expect_download() as taken:
        page.get_by_role("button", name="Print").press("Enter")

    assert Path(taken.value.path()).read_bytes().startswith(b"%PDF-")


def ticks_all(page: Page) -> None:
    for box in dialog(page).get_by_role("checkbox").all():
        box.press("Space")
        expect(box).to_be_checked()
