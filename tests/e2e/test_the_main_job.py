"""What Muster exists for, as people do it: from an alert to the proof of everything done.

Two boards stay open throughout and are never loaded again: one of the agency that leads,
one of the partner. The same people work beside them, at pages of their own.
"""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.e2e import at_command, at_request, at_start
from tests.e2e.boards import note, rung, unit
from tests.e2e.conftest import Visit
from tests.e2e.neighbors import BLS
from tests.e2e.theater import Theater

BURNED = "One burned, sixty per cent."
BRIEFING = "Wind from the east, water at Dock Road."
# In the trail's own words, the newest first.
TOLD = (
    "Command went from Ana Lopes to Ben Okafor, after the whole briefing.",
    "from committed to en route",
    "Accepted of Valley County EMS: ",
    "Accepted of Bay City EMS: ",
    "Bay City EMS offered 1 of 2: ",
    "Asked Bay City EMS for 2.",
    "Local mutual aid: time ran out, silent: 1.",
    "Asked for help with R-1, urgent: 2 × Ambulance Ground Team - Basic Life Support (BLS).",
    "Accepted the invitation.",
    "Invited Bay City EMS as assisting agency.",
    "Ana Lopes assumed command.",
    "Warehouse fire, Pier 9 (Real world). Nobody holds command yet.",
)


class Cast:
    """Who plays: dispatchers of three agencies, two commanders, and the two open boards."""

    ours: Page
    theirs: Page

    def __init__(self, visit: Visit) -> None:
        self.visit = visit
        self.dora, self.ana, self.ben = (visit(name).page for name in ("dora", "ana", "ben"))
        self.dev, self.vera = (visit(name).page for name in ("dev", "vera"))

    @property
    def boards(self) -> tuple[Page, Page]:
        return self.ours, self.theirs


def test_an_incident_from_its_alert_to_its_proof(visit: Visit, theater: Theater) -> None:
    cast = Cast(visit)

    fire = an_alert_becomes_an_incident_of_two_agencies(cast)
    signs = what_nobody_sends_the_next_tiers_do(cast, fire)
    both_boards_show_them_under_way(cast, fire, *signs)
    each_sees_what_it_is_granted(cast, *signs)
    command_goes_over_after_the_briefing(cast, fire)

    the_trail_tells_it_all(cast, fire)
    the_ledger_notices_a_change(theater, fire)


def an_alert_becomes_an_incident_of_two_agencies(cast: Cast) -> str:
    fire = at_start.takes_in_an_alert_and_confirms_it(cast.dora)
    at_start.is_told_that_nobody_commands(cast.dora)
    at_command.takes_command(cast.ana, fire)
    at_start.invites(cast.dora, "Bay City EMS")
    at_start.accepts_the_invitation(cast.dev)
    cast.ours, cast.theirs = cast.visit("dora").goes(fire), cast.visit("dev").goes(fire)
    return fire


def what_nobody_sends_the_next_tiers_do(cast: Cast, fire: str) -> tuple[str, str]:
    """Eastport is silent, Bay City has one of two, and Valley is asked for the rest."""
    number = cast.ours.locator("h1 .number").inner_text()
    asked = at_request.asks_for(cast.dora, fire, BLS, 2)
    expect(rung(cast.ours, "Local mutual aid")).to_contain_text("no answer")
    expect(rung(cast.ours, "Regional")).to_contain_text("asked")
    from_bay = at_request.offers_one(cast.dev, number)
    expect(rung(cast.ours, "Regional")).to_contain_text("1 of 2")
    expect(rung(cast.ours, "Statewide")).to_contain_text("asked")
    at_request.accepts(cast.dora, asked, "Bay City EMS")
    from_valley = at_request.offers_one(cast.vera, number)
    at_request.accepts(cast.dora, asked, "Valley County EMS")
    return from_bay, from_valley


def both_boards_show_them_under_way(cast: Cast, fire: str, bay: str, valley: str) -> None:
    at_request.sets_out(cast.theirs, bay)
    cast.vera.goto(fire)
    at_request.sets_out(cast.vera, valley)
    for board in cast.boards:
        expect(unit(board, bay)).to_contain_text("En route")
        expect(unit(board, valley)).to_contain_text("En route")


def each_sees_what_it_is_granted(cast: Cast, bay: str, valley: str) -> None:
    """Bay City shares personal data by a clause, and nothing else; Valley shares nothing."""
    expect(unit(cast.vera, valley)).to_contain_text(f"Lead of {valley}")
    for board in cast.boards:
        expect(unit(board, valley)).to_contain_text("withheld: PII")
        assert f"Lead of {valley}" not in board.content()
    expect(unit(cast.ours, bay)).to_contain_text(f"Lead of {bay}")
    at_start.notes(cast.theirs, "PHI", BURNED)
    expect(note(cast.theirs, BURNED)).to_be_visible()
    expect(note(cast.ours, "withheld: PHI")).to_be_visible()
    assert BURNED not in cast.ours.content()


def command_goes_over_after_the_briefing(cast: Cast, fire: str) -> None:
    at_command.offers_command(cast.ana, "Ben Okafor", BRIEFING)
    at_command.hears_the_briefing_and_accepts(cast.ben, fire, BRIEFING)
    for board in cast.boards:
        expect(board.get_by_role("region", name="Command")).to_contain_text("Ben Okafor")


def the_trail_tells_it_all(cast: Cast, fire: str) -> None:
    """The incident's own, and for Bay City who looked at what is Bay City's, and why they might."""
    cast.dora.goto(f"{fire}trail/")
    for sentence in TOLD:
        expect(cast.dora.locator("tbody")).to_contain_text(sentence)
    cast.dev.goto("/who-looked/")
    looks = cast.dev.locator("tbody tr").filter(has_text="Dora Weiss").filter(has_text="deployment")
    expect(looks.first).to_contain_text("Harbor County Fire mutual aid, 4")


def the_ledger_notices_a_change(theater: Theater, fire: str) -> None:
    assert theater.verdict().broken == ()
    with theater.forged(fire.split("/")[2], "Ben Okafor", "Eve Okafor") as line:
        assert theater.verdict().broken == (f"{line}: what it says was changed",)
    assert theater.verdict().broken == ()
