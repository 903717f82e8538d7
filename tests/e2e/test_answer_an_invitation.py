from __future__ import annotations

from playwright.sync_api import expect

from tests.e2e.at_start import invites
from tests.e2e.boards import dialog
from tests.e2e.conftest import Visit
from tests.e2e.theater import Theater


def test_an_invitation_is_answered_where_it_arrives(visit: Visit, theater: Theater) -> None:
    """It has no board yet to lead to; once it is accepted, that is where one is."""
    inbox = visit("vera").goes("/inbox/")
    expect(inbox.get_by_role("link", name="Quay Street fire")).to_be_visible()
    expect(inbox.get_by_role("heading", name="Invited, not answered yet")).to_have_count(0)

    invites(visit("ana").goes(f"/incidents/{theater.scene.drill}/"), "Valley County EMS")
    expect(inbox.get_by_role("heading", name="Invited, not answered yet 1")).to_be_visible()
    expect(inbox.locator("a.attended-name", has_text="Autumn drill")).to_have_count(0)
    inbox.get_by_role("link", name="Accept: Autumn drill").click()
    dialog(inbox).get_by_role("button", name="Accept").click()

    expect(inbox.locator("live-board")).to_be_visible()
    expect(inbox.get_by_role("heading", name="Autumn drill")).to_be_visible()
