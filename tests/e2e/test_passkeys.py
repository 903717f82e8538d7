"""Passkeys, made and shown by a real browser with a device of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import ADDRESSES, Visit
from tests.e2e.passkeys import Device, device_of
from tests.e2e.theater import Theater
from tests.e2e.visitors import agree, sign_in
from tests.world import PASSWORD

ALIVE = "Incidents"


@pytest.fixture
def origin(theater: Theater) -> str:
    """A passkey belongs to a name; browsers make none for a bare address."""
    return theater.origin.replace("127.0.0.1", "localhost")


@pytest.fixture
def with_passkey(visit: Visit, origin: str) -> Iterator[tuple[Page, Device]]:
    """Vera's browser, signed out again, on a device that holds her passkey."""
    page = visit("", 422).goes(f"{origin}/sign-in/")
    device = device_of(page)
    sign_in(page, ADDRESSES["vera"], PASSWORD)
    expect(page.get_by_role("heading", level=1)).to_have_text(ALIVE)
    page.goto(f"{origin}/you/")
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_label("What holds it").fill("Blue key")
    page.get_by_role("button", name="Make it").click()
    expect(page.get_by_role("cell", name="Blue key", exact=True)).to_be_visible()
    page.context.clear_cookies()
    page.goto(f"{origin}/sign-in/")
    agree(page)
    yield page, device
    taken_back(page, origin)


def taken_back(page: Page, origin: str) -> None:
    """Others on this stage sign in as Vera by password alone."""
    page.goto(f"{origin}/you/")
    if not page.get_by_role("link", name="Remove Blue key").count():
        agree(page)
        page.get_by_role("button", name="Use a passkey").click()
    page.get_by_role("link", name="Remove Blue key").click()
    page.get_by_role("dialog").get_by_role("button", name="Remove").click()
    expect(page.get_by_text("No passkeys")).to_be_visible()


def test_a_passkey_alone_lets_its_holder_in(with_passkey: tuple[Page, Device]) -> None:
    page, device = with_passkey
    assert len(device.held()) == 1

    page.get_by_role("button", name="Use a passkey").click()

    expect(page.get_by_role("heading", level=1)).to_have_text(ALIVE)


def test_a_device_that_does_not_know_its_holder_lets_nobody_in(
    with_passkey: tuple[Page, Device],
) -> None:
    page, device = with_passkey
    device.knows_its_holder(False)

    page.get_by_role("button", name="Use a passkey").click()

    expect(page.get_by_text("No passkey was shown")).to_be_visible()
    device.knows_its_holder(True)


def test_the_password_asks_for_the_passkey_too(with_passkey: tuple[Page, Device]) -> None:
    page, _device = with_passkey
    sign_in(page, ADDRESSES["vera"], PASSWORD)
    expect(page.get_by_role("heading", level=1)).to_have_text("One thing more")

    page.get_by_role("button", name="Use a passkey").click()

    expect(page.get_by_role("heading", level=1)).to_have_text(ALIVE)
