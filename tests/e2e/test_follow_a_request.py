"""A request page and an inbox that stay open: they follow what happens, and never lose a word."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.e2e import at_request
from tests.e2e.axe import findings
from tests.e2e.boards import dialog, rung
from tests.e2e.conftest import Visit
from tests.e2e.neighbors import BLS
from tests.e2e.theater import Theater

SAME = "() => window.sameAsBefore === true"


def stays(page: Page) -> Page:
    """From here on the page must not be loaded again."""
    page.evaluate("() => { window.sameAsBefore = true }")
    return page


def asked(page: Page, theater: Theater, quantity: int = 2) -> tuple[str, str]:
    """The path and the number of a request that Bay City is asked for once Eastport is silent."""
    path = at_request.asks_for(page, f"/incidents/{theater.scene.fire}/", BLS, quantity)
    return path, page.locator("h1").inner_text().strip()


def ringing(inbox: Page, number: str) -> Locator:
    link = inbox.get_by_role("link", name=number, exact=True)
    return inbox.locator("article.ask[data-rings]").filter(has=link)


def offers(inbox: Page, number: str, quantity: int) -> None:
    """From an inbox that stays open."""
    ask = ringing(inbox, number)
    expect(ask).to_be_visible()
    ask.get_by_role("link", name="Offer").first.click()
    choices = dialog(inbox).get_by_role("checkbox")
    expect(choices.first).to_be_visible()
    for place, choice in enumerate(choices.all()):
        choice.set_checked(place < quantity)
    dialog(inbox).get_by_role("button", name="Offer").click()
    expect(dialog(inbox)).to_be_hidden()
    expect(ask).to_be_hidden()


def test_asks_and_answers_appear_on_pages_that_stay_open(visit: Visit, theater: Theater) -> None:
    inbox = stays(visit("dev").goes("/inbox/"))
    ours = visit("dora").page
    _path, number = asked(ours, theater)
    stays(ours)

    expect(rung(ours, "Local mutual aid")).to_contain_text("Out of time")
    offers(inbox, number, 1)
    answer = ours.locator("li.answer").filter(has_text="Bay City EMS")
    expect(answer).to_contain_text("1 of 2 offered")
    expect(rung(ours, "Statewide")).to_contain_text("Asked")
    answer.get_by_role("link", name="Accept").click()
    dialog(ours).get_by_role("button", name="Accept").click()

    expect(dialog(ours)).to_be_hidden()
    expect(answer).to_contain_text("1 accepted")
    expect(ours.locator("tbody")).to_contain_text("Accepted of Bay City EMS: ")
    inbox.get_by_text("Answered or over").click()
    expect(inbox.locator("article.ask").filter(has_text=number).first).to_contain_text("Accepted")
    assert ours.evaluate(SAME)
    assert inbox.evaluate(SAME)


def test_what_somebody_types_and_where_they_are_stays(visit: Visit, theater: Theater) -> None:
    """An answer comes in under an open dialog, and then under a finger on a fold."""
    ours = visit("dora").page
    _path, number = asked(ours, theater)
    expect(rung(ours, "Regional")).to_contain_text("Asked")
    stays(ours)
    ours.get_by_role("link", name="Hold").click()
    reason = dialog(ours).get_by_label("Reason")
    reason.press_sequentially("The road is")

    offers(visit("dev").goes("/inbox/"), number, 1)
    expect(ours.locator("li.answer").filter(has_text="Bay City EMS")).to_contain_text("1 of 2")

    expect(reason).to_be_focused()
    expect(reason).to_have_value("The road is")
    ours.keyboard.type(" closed.")
    expect(reason).to_have_value("The road is closed.")
    assert ours.evaluate(SAME)


def test_an_open_fold_and_the_focus_survive_an_answer(visit: Visit, theater: Theater) -> None:
    ours = visit("dora").page
    _path, number = asked(ours, theater)
    answer = ours.locator("li.answer").filter(has_text="Bay City EMS")
    fold = answer.locator("summary")
    fold.focus()
    ours.keyboard.press("Enter")
    expect(fold).to_be_focused()

    offers(visit("dev").goes("/inbox/"), number, 2)
    expect(answer).to_contain_text("2 of 2")

    expect(fold).to_be_focused()
    expect(answer.locator("blockquote")).to_be_visible()


def test_what_is_withdrawn_leaves_the_inbox_and_stands_among_the_settled(
    visit: Visit, theater: Theater
) -> None:
    inbox = stays(visit("dev").goes("/inbox/"))
    ours = visit("dora").page
    _path, number = asked(ours, theater)
    ask = ringing(inbox, number)
    expect(ask).to_be_visible()
    count = int(inbox.locator("[data-inbox-count]").first.inner_text())

    ours.get_by_role("link", name="Cancel", exact=True).click()
    dialog(ours).get_by_label("Reason").fill("Enough is here.")
    dialog(ours).get_by_role("button", name="Cancel the request").click()

    expect(ask).to_be_hidden()
    settled = inbox.locator("tbody tr").filter(has_text=number)
    expect(settled.first).to_contain_text("Withdrawn by the requester")
    badge = inbox.locator("[data-inbox-count]").first
    if count > 1:
        expect(badge).to_have_text(str(count - 1))
    else:
        expect(badge).to_be_hidden()
    assert inbox.evaluate(SAME)


def test_a_request_page_survives_its_server(visit: Visit, theater: Theater) -> None:
    """It says at once that it is old, and catches up by itself, without being loaded again."""
    dora = visit("dora")
    ours = dora.page
    _path, number = asked(ours, theater)
    expect(rung(ours, "Regional")).to_contain_text("Asked")
    stays(ours)

    dora.forgiven_words = ("WebSocket",)
    theater.kill(theater.web)
    expect(ours.get_by_role("alert")).to_contain_text("No link since")
    theater.start(theater.web)
    offers(visit("dev").goes("/inbox/"), number, 1)

    expect(ours.locator("li.answer").filter(has_text="Bay City EMS")).to_contain_text("1 of 2")
    expect(ours.get_by_role("alert")).to_have_count(0)
    assert ours.evaluate(SAME)


def test_several_lines_are_asked_for_by_the_keyboard_alone(visit: Visit, theater: Theater) -> None:
    board = visit("dora", 422).goes(f"/incidents/{theater.scene.fire}/")
    board.locator("#panel-requests").get_by_role("link", name="Request", exact=True).click()
    form = dialog(board)
    expect(form.get_by_role("combobox", name="What")).to_be_focused()
    board.keyboard.type(BLS)
    form.get_by_label("Needed by").fill("2031-01-01T12:00")
    form.get_by_label("Report to").fill("North lot")

    form.get_by_role("button", name="Add a line").focus()
    board.keyboard.press("Enter")
    second = form.get_by_role("group", name="Line 2")
    expect(second.get_by_role("combobox", name="What")).to_be_focused()
    board.keyboard.type("spaceship")
    board.keyboard.press("Enter")
    expect(second).to_contain_text("nothing like that")
    expect(
        form.get_by_role("group", name="Line 1").get_by_role("combobox", name="What")
    ).to_have_value(BLS)
    assert not findings(board)
    second.get_by_role("combobox", name="What").fill(BLS)
    second.get_by_role("combobox", name="What").press("Enter")
    board.wait_for_url("**/requests/**")

    expect(board.get_by_role("heading", level=2).filter(has_text="1 ×")).to_have_count(2)


def test_a_line_is_added_where_no_script_runs(visit: Visit, theater: Theater) -> None:
    page = visit("dora", java_script_enabled=False).goes(
        f"/incidents/{theater.scene.fire}/request/"
    )
    page.get_by_role("combobox", name="What").fill(BLS)

    page.get_by_role("button", name="Add a line").click()
    page.get_by_role("group", name="Line 2").get_by_role("combobox", name="What").fill(BLS)
    page.get_by_label("Needed by").fill("2031-01-01T12:00")
    page.get_by_label("Report to").fill("North lot")
    page.get_by_role("button", name="Ask now").click()
    page.wait_for_url("**/requests/**")

    expect(page.get_by_role("heading", level=2).filter(has_text="1 ×")).to_have_count(2)
