"""An agreement that acts: three agencies bring it into force, and boards that are open follow.

Valley County EMS stands at a fire of Harbor County Fire's with its board open, never loaded
again: it shows what the agreement lets it show, from the last signature until its owner
narrows it. Northfield Power is told throughout that none of it exists.
"""

from __future__ import annotations

from playwright.sync_api import expect

from tests.e2e.at_agreement import (
    UNPROVED,
    act,
    approves,
    checks_the_coding,
    drafts,
    fills_in_what_is_left_open,
    names_a_party,
    party,
    proposes,
    signs,
    way,
    words_the_clause,
)
from tests.e2e.at_sharing import looks_at_ours, looks_by_api, narrows, takes_the_copy
from tests.e2e.axe import findings
from tests.e2e.boards import unit
from tests.e2e.conftest import Visit
from tests.e2e.long_ago import proved_long_ago
from tests.e2e.outsider import NOT_FOUND, finds_nothing, hears_nothing, is_told_alike
from tests.e2e.theater import Theater

SHARING = "Information sharing"
WITHIN_MS = 5_000
WITHHELD = "withheld: PII"
LEADER = "Lena Fox"
FIRST = "Harbor shows who leads its crews, to those at the incident. Nothing is passed on."
OTHER = "Harbor shows who leads its crews, to those at the incident alone. Nothing is passed on."
TITLE = "Three county crews"
HERS = {"/incidents/": "Lines that are down", "/agency/": "Ivy Stone"}


class Cast:
    """Who plays: two admins, two counsels, a chief, an auditor, a dispatcher at her board, and a
    stranger."""

    agreement = ""

    def __init__(self, visit: Visit, theater: Theater) -> None:
        self.scene = theater.scene
        self.fire = f"/incidents/{self.scene.quay}/"
        self.dora, self.vito = (visit(name, UNPROVED).page for name in ("dora", "vito"))
        self.cora, self.otto = (visit(name).page for name in ("cora", "otto"))
        self.elena = visit("elena", UNPROVED).page
        self.board = visit("vera").goes(self.fire)
        self.nell = visit("nell").page
        self.ivy = visit("ivy", NOT_FOUND).page
        for page in (self.dora, self.vito, self.elena):
            proved_long_ago(theater, page)


def test_an_agreement_shows_from_its_last_signature_until_its_owner_says_so(
    visit: Visit, theater: Theater
) -> None:
    cast = Cast(visit, theater)
    expect(unit(cast.board, "E9")).to_contain_text(WITHHELD)
    the_stranger_finds_nothing(cast)

    for act_of_the_story in (
        a_template_becomes_a_draft_of_three,
        counsel_has_other_words,
        a_new_version_is_approved_and_resolved_upon,
        the_last_signature_opens_the_board,
        its_owner_narrows_it_and_the_board_follows,
        the_receipts_name_who_had_seen_it,
    ):
        act_of_the_story(cast)
        the_stranger_finds_nothing(cast)


def a_template_becomes_a_draft_of_three(cast: Cast) -> None:
    said = {
        "Title": TITLE,
        "Purpose": "Know who leads whom where crews of three counties work together.",
        "Scope": "Names of those who lead a crew.",
        "Who signs for your agency": "Fire chief",
    }
    cast.agreement = drafts(cast.dora, "Information exchange", said)
    expect(cast.dora.locator(".page-head")).to_contain_text("Information exchange agreement")
    names_a_party(cast.dora, "Valley County EMS", "Director")
    names_a_party(cast.dora, "Eastport Fire", "Fire chief")
    expect(way(cast.dora)).to_contain_text("Fill in what is left open in clause 1.")
    fills_in_what_is_left_open(cast.dora)
    words_the_clause(cast.dora, SHARING, FIRST, "Harbor County Fire")
    expect(way(cast.dora)).not_to_contain_text("Before it can be sent")
    act(cast.dora, "Send for review", "Freeze and send")


def counsel_has_other_words(cast: Cast) -> None:
    """Valley's counsel proposes one word more; the lead's page, left open, shows it at once."""
    cast.cora.goto(cast.agreement)
    proposes(cast.cora, SHARING, OTHER, "To nobody else, whatever happens.")
    act(cast.cora, "Ask for changes", "Ask", {"What must change": "Clause 1."})
    expect(way(cast.cora)).to_contain_text("Harbor County Fire: take or decline")
    expect(cast.dora.locator(".difference ins")).to_have_text("alone")
    act(cast.dora, "Take these words", "Take them")
    act(cast.dora, "Send for review", "Freeze and send", {"What is new in it": "To nobody else."})
    cast.dora.get_by_role("link", name="What changed").click()
    expect(cast.dora.locator(".difference ins").first).to_have_text("alone")
    assert findings(cast.dora) == []


def a_new_version_is_approved_and_resolved_upon(cast: Cast) -> None:
    """Valley's county board has to resolve upon it, and the page says that it waits for that."""
    cast.vito.goto(cast.agreement)
    act(cast.vito, "Governing body", "Save", {"Governing body": "County Board"})
    for page in (cast.dora, cast.cora, cast.otto):
        page.goto(cast.agreement)
        approves(page)
    expect(way(cast.dora)).to_contain_text("Valley County EMS: ")
    said = {"Resolution number": "2026-114", "Adopted on": "2026-11-02"}
    act(cast.vito, "Enter the resolution", "Enter it", said)
    expect(party(cast.dora, "Valley County EMS")).to_contain_text("resolution 2026-114")
    act(cast.dora, "Send for signature", "Seal and send")
    expect(way(cast.dora)).to_contain_text("your agency: check the coding of clause 1")
    checks_the_coding(cast.dora, SHARING)
    expect(way(cast.dora)).not_to_contain_text("check the coding")


def the_last_signature_opens_the_board(cast: Cast) -> None:
    """Two have signed and nothing is shown; the third signs, and the open board shows it."""
    signs(cast.dora)
    for page in (cast.vito, cast.elena):
        expect(unit(cast.board, "E9")).to_contain_text(WITHHELD)
        page.goto(cast.agreement)
        signs(page)
    expect(way(cast.elena).locator("[aria-current=step]")).to_contain_text("In force")
    expect(unit(cast.board, "E9")).to_contain_text(LEADER)
    assert findings(cast.elena) == []


def its_owner_narrows_it_and_the_board_follows(cast: Cast) -> None:
    narrows(cast.dora, cast.fire, "PII", "Valley County EMS")
    expect(unit(cast.board, "E9")).to_contain_text(WITHHELD, timeout=WITHIN_MS)
    assert LEADER not in cast.board.content()
    assert findings(cast.dora) == []


def the_receipts_name_who_had_seen_it(cast: Cast) -> None:
    """By name, through the live board, and by which clause."""
    seen = looks_at_ours(cast.dora, "Valley County EMS", "Vera Quist").filter(has_text=TITLE)
    expect(seen.first).to_contain_text("live")
    expect(seen.first).to_contain_text(f"{TITLE}, 1")
    expect(seen.first).to_contain_text("PII")
    assert findings(cast.dora) == []
    assert "Vera Quist" in looks_by_api(cast.dora)
    copied = [row for row in takes_the_copy(cast.nell) if TITLE in row["opened_by"]]
    assert copied
    assert all("Vera Quist" in row["members"] for row in copied)
    assert all(f"{shares(cast)} v" in row["clauses"] for row in copied)
    # Theirs are receipts of their own data; what Harbor's say is Harbor's.
    assert "Vera Quist" not in looks_by_api(cast.board)
    assert "Vera Quist" not in looks_by_api(cast.ivy)


def the_stranger_finds_nothing(cast: Cast) -> None:
    """Every address of it is answered as one that does not exist; what is hers is all she finds."""
    fire, request = cast.scene.quay, cast.scene.needed
    of_the_fire = ("", "board/", "trail/", "sharing/")
    finds_nothing(
        cast.ivy,
        *((f"{cast.fire}{more}", fire) for more in ("", "sharing/", "trail/")),
        *((f"/api/v1/incidents/{fire}/{more}", fire) for more in of_the_fire),
        (f"/requests/{request}/", request),
        (f"/api/v1/requests/{request}/", request),
    )
    hears_nothing(cast.ivy, fire)
    for path, hers in HERS.items():
        cast.ivy.goto(path)
        expect(cast.ivy.locator("main")).to_contain_text(hers)
        expect(cast.ivy.locator("main")).not_to_contain_text("Quay Street fire")
    if cast.agreement:
        she_finds_no_agreement(cast)


def she_finds_no_agreement(cast: Cast) -> None:
    agreement = cast.agreement.split("/")[2]
    finds_nothing(
        cast.ivy,
        *((f"{cast.agreement}{more}", agreement) for more in ("", "versions/", "sign/")),
        *((f"/api/v1/agreements/{agreement}/{more}", agreement) for more in ("", "reviews/")),
    )
    is_told_alike(cast.ivy, "/who-looked/?clause=", shares(cast))
    for its_own in ("/who-looked/", "/agreements/"):
        cast.ivy.goto(its_own)
        expect(cast.ivy.locator("main")).not_to_contain_text(TITLE)


def shares(cast: Cast) -> str:
    """The clause of it that shares, by id, as its lead's systems are told."""
    pk = cast.agreement.split("/")[2]
    told = cast.dora.request.get(f"/api/v1/agreements/{pk}/").json()
    (found,) = (one["id"] for one in told["clauses"] if one["kind"] == "data_share")
    return str(found)
