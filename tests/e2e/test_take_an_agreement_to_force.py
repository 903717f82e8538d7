"""Three agencies take one text from a draft to in force: admins, a counsel, signatories."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.e2e.at_agreement import UNPROVED, act, approves, sheet, signs, way
from tests.e2e.axe import findings
from tests.e2e.conftest import Visit
from tests.e2e.long_ago import proved_long_ago
from tests.e2e.theater import Theater


def test_three_agencies_bring_a_draft_into_force(visit: Visit, theater: Theater) -> None:
    path = f"/agreements/{theater.scene.treaty}/"
    dora, cora, dev, vito = (visit(name, UNPROVED) for name in ("dora", "cora", "dev", "vito"))

    lead = dora.goes(path)
    expect(way(lead)).to_contain_text("your agency: finish the text and send it for review")
    act(lead, "Send for review", "Freeze and send")
    expect(way(lead)).to_contain_text("Valley County EMS: let its counsel answer to version 1")

    counsel = cora.goes(path)
    expect(way(counsel)).to_contain_text("your agency: let its counsel answer to version 1")
    clause = counsel.locator(".clause", has_text="Ambulances")
    clause.get_by_role("link", name="Propose other words").click()
    sheet(counsel).get_by_label("The words that you propose").fill("Bay sends two ambulances.")
    sheet(counsel).get_by_label("Why").fill("Two is what there is.")
    sheet(counsel).get_by_role("button", name="Propose").click()
    expect(counsel.locator(".difference ins")).to_have_text("two ")
    act(counsel, "Ask for changes", "Ask", {"What must change": "Clause 2."})
    expect(way(counsel)).to_contain_text("Harbor County Fire: take or decline")

    expect(lead.locator(".difference ins")).to_have_text("two ")  # on the page that stayed open
    act(lead, "Take these words", "Take them")
    act(lead, "Send for review", "Freeze and send", {"What is new in it": "Two ambulances."})
    lead.get_by_role("link", name="What changed").click()
    expect(lead.locator(".difference ins").first).to_have_text("two ")
    assert findings(lead) == []

    for visitor in (dora, dev, cora):
        approves(visitor.goes(path))
    expect(way(cora.page)).to_contain_text("Harbor County Fire: send it for signature")

    lead.goto(path)
    act(lead, "Send for signature", "Seal and send")
    expect(way(lead)).to_contain_text("Valley County EMS: sign it")
    for visitor in (dora, dev, vito):
        proved_long_ago(theater, visitor.page)
        signs(visitor.goes(path))

    expect(way(vito.page).locator("[aria-current=step]")).to_contain_text("In force")
    assert findings(vito.page) == []
