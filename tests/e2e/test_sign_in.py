from __future__ import annotations

from playwright.sync_api import expect

from tests.e2e.conftest import ADDRESSES, Visit
from tests.e2e.visitors import sign_in
from tests.world import PASSWORD

WRONG = "That e-mail address and password do not belong together."


def test_who_signs_in_sees_the_incidents_of_the_agency(visit: Visit) -> None:
    page = visit().goes("/")

    sign_in(page, ADDRESSES["dora"], PASSWORD)

    expect(page.get_by_role("heading", level=1)).to_have_text("Incidents")
    expect(page.get_by_role("banner")).to_contain_text("Harbor County Fire")


def test_a_wrong_password_and_an_unknown_address_get_the_same_sentence(visit: Visit) -> None:
    page = visit().goes("/sign-in/")

    sign_in(page, ADDRESSES["ivy"], "not it")
    expect(page.get_by_role("alert")).to_have_text(WRONG)
    sign_in(page, "nobody@nowhere.example", "not it")

    expect(page.get_by_role("alert")).to_have_text(WRONG)


def test_after_five_wrong_passwords_even_the_right_one_must_wait(visit: Visit) -> None:
    page = visit().goes("/sign-in/")
    for _ in range(5):
        sign_in(page, "cleo@bce.example", "not it")
        expect(page.get_by_role("alert")).to_be_visible()

    sign_in(page, "cleo@bce.example", PASSWORD)

    expect(page.get_by_role("alert")).to_contain_text("Too many wrong passwords")
