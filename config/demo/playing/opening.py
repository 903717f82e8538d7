"""The first minute: a crash is reported, agencies come, command changes hands."""

from __future__ import annotations

from typing import Final

from config.demo.playing.stage import Row, Stage, fact
from config.demo.playing.units import arrive, put_to_work, send, set_out, spoken
from config.demo.resources import ALS, ENGINE, PATROL
from config.demo.signins import (
    COUNTY_FIRE_COMMAND,
    COUNTY_FIRE_DESK,
    FIRE_DESK,
    SHERIFF_COMMAND,
    SHERIFF_DESK,
)
from incidents.models import BriefingItem

BRIEFING: Final = (
    "Bus on its side across both lanes, fuel truck behind it, leaking. About thirty on the bus. "
    "Two deputies close the road; nobody has been inside yet. Command is yours."
)
CRASH: Final = {
    "kind": "transport",
    "mode": "real_world",
    "place": "State Route 12 at the Sable Creek bridge",
    "latitude": 46.6905,
    "longitude": -90.9015,
    "complexity": 4,
    "time_zone": "America/Chicago",
}
DIVISIONS: Final = tuple(
    {"kind": kind, "name": name, "supervisor": supervisor, "place": place}
    for kind, name, supervisor, place in (
        ("division", "Bridge", "Engine 11 officer", "Both lanes at the bridge"),
        ("group", "Medical", "EMS Shift Supervisor Gallagher", "Grange hall lot"),
        ("group", "Traffic", "Deputy 7", "Route 12, both ends"),
    )
)
OBJECTIVES: Final = (
    "Everybody is out of the bus and counted within thirty minutes.",
    "No fuel reaches Sable Creek.",
)


def report(stage: Stage, address: str) -> None:
    """The sheriff's desk opens the incident; its lieutenant is first in command."""
    opened = fact(
        stage.players[SHERIFF_DESK].do("incidents/", name=stage.name, **CRASH),
        "incidents.incident_opened",
    )
    stage.incident = str(opened and opened["incident"])
    stage.tell(f"Tamarack County Sheriff opens {stage.name}, and nobody commands it yet")
    stage.do(SHERIFF_COMMAND, f"command-seats/{_seat(stage)['id']}/assume/")
    sent = send(stage, SHERIFF_DESK, 2, (PATROL,))
    set_out(stage, SHERIFF_DESK)
    stage.tell(f"Lieutenant Mendez commands; {spoken(sent)} on the way")
    for guest in (COUNTY_FIRE_DESK, FIRE_DESK):
        stage.do(SHERIFF_DESK, stage.there("invite/"), agency=stage.players[guest].owner)
    stage.tell("Invited: Tamarack County Fire, and Port Ellery Fire, which is you")
    stage.say(f"       >>> Sign in as {FIRE_DESK} and accept: {address}/incidents/")
    stage.at(15)
    stage.do(COUNTY_FIRE_DESK, stage.there("accept-invitation/"))
    sent = send(stage, COUNTY_FIRE_DESK, 3, (ENGINE, ALS))
    set_out(stage, COUNTY_FIRE_DESK)
    stage.tell(f"County Fire comes: {spoken(sent)} on the way")


def hand_over(stage: Stage) -> None:
    """The fire chief arrives, is briefed, and takes command."""
    stage.at(30)
    deputies = arrive(stage, SHERIFF_COMMAND, [_owner(stage, SHERIFF_DESK)], "Route 12, both ends")
    stage.tell(f"Checked in: {spoken(deputies)}")
    chief = stage.players[COUNTY_FIRE_COMMAND].actor
    offer = f"command-seats/{_seat(stage)['id']}/offer/"
    stage.do(SHERIFF_COMMAND, offer, to=str(chief.member_id), briefing=BRIEFING)
    stage.tell("Lieutenant Mendez offers command to Division Chief Lindqvist, with a briefing")
    stage.at(45)
    for offered in stage.players[COUNTY_FIRE_COMMAND].look("command-offers/"):
        if offered["incident"] == stage.incident:
            heard = [str(item) for item in BriefingItem]
            stage.do(COUNTY_FIRE_COMMAND, f"command-offers/{offered['id']}/accept/", heard=heard)
    stage.tell("Command is transferred: Lindqvist has heard the whole briefing")


def organize(stage: Stage) -> dict[str, str]:
    """Divisions and objectives, and the first engine at work: division ids by name."""
    divisions = _divide(stage)
    for text in OBJECTIVES:
        stage.do(COUNTY_FIRE_COMMAND, stage.there("objectives/"), text=text)
    stage.tell("Two objectives are set; Bridge, Medical and Traffic are set up")
    stage.at(60)
    own, sheriff = [_owner(stage, COUNTY_FIRE_DESK)], [_owner(stage, SHERIFF_DESK)]
    arrive(stage, COUNTY_FIRE_COMMAND, own, "Bridge, east side")
    for owners, division in ((own, "Bridge"), (sheriff, "Traffic")):
        if division in divisions:
            working = put_to_work(stage, COUNTY_FIRE_COMMAND, owners, divisions[division])
            stage.tell(f"{spoken(working)} assigned to {division}")
    return divisions


def _divide(stage: Stage) -> dict[str, str]:
    made = {
        division["name"]: stage.do(COUNTY_FIRE_COMMAND, stage.there("divisions/"), **division)
        for division in DIVISIONS
    }
    return {name: facts[0]["division"] for name, facts in made.items() if facts}


def come_in_for_the_visitor(stage: Stage, address: str) -> None:
    """Wait a while for the visitor's answer to the invitation; then their desk gives it."""
    owner = _owner(stage, FIRE_DESK)

    def there() -> bool:
        rows = stage.rows("participation", SHERIFF_DESK)
        return any(row["agency"] == owner and row["status"] == "accepted" for row in rows)

    if stage.wait_until(there, 80):
        stage.tell("Port Ellery Fire is here: welcome to the board")
    else:
        stage.do(FIRE_DESK, stage.there("accept-invitation/"))
        stage.tell("Nobody of Port Ellery Fire answered, so its desk accepts for you")
    stage.say(f"       >>> The board, live: {address}/incidents/{stage.incident}/")


def _owner(stage: Stage, who: str) -> str:
    return stage.players[who].owner


def _seat(stage: Stage) -> Row:
    return stage.rows("seat", SHERIFF_DESK)[0]
