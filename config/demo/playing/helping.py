"""The middle: ambulances from three agencies, and an engine from the visitor."""

from __future__ import annotations

from config.demo.playing.asking import (
    answer,
    is_asked,
    request,
    skip_on,
    solicitations,
    take_offers,
)
from config.demo.playing.stage import Stage
from config.demo.playing.units import arrive, put_to_work, set_out, spoken
from config.demo.resources import ALS, ENGINE
from config.demo.signins import (
    COUNTY_FIRE_COMMAND,
    COUNTY_FIRE_DESK,
    EMS_COMMAND,
    EMS_DESK,
    FIRE_DESK,
    GRISHOLM_DESK,
    QUILLAN_DESK,
    SHERIFF_COMMAND,
    WINTERCRESS_DESK,
)

DESK = COUNTY_FIRE_DESK
CHIEF = COUNTY_FIRE_COMMAND


def ask_the_visitor(stage: Stage, address: str) -> None:
    """Engines, for which Port Ellery is asked first, and has ten minutes."""
    line = request(
        stage, DESK, kind=ENGINE, quantity=2, priority="urgent", place="Bridge, west side"
    )
    stage.asks["engines"] = line
    stage.tell("County Fire asks Port Ellery for two Type 1 engines, under their automatic aid")
    stage.say(f"       >>> Your turn, until 08:00: offer one engine or two: {address}/inbox/")
    stage.beside.append(lambda: _engines_go_on(stage))


def _engines_go_on(stage: Stage) -> None:
    """Take what the visitor offers; whatever they leave open Quillan Falls answers."""
    line = stage.asks["engines"]
    for taken in take_offers(stage, DESK, line):
        named = spoken([one["call_sign"] for one in taken["named"]])
        stage.tell(f"County Fire takes {taken['agency_name']}'s offer: {named}")
    if is_asked(stage, QUILLAN_DESK, line, DESK):
        sent = answer(stage, QUILLAN_DESK, line, DESK, most=2)
        stage.tell(f"Quillan Falls is asked for what is still missing: {spoken(sent)}")


def ask_for_ambulances(stage: Stage) -> None:
    """The nearest may be asked for two and are silent; the others come from farther away."""
    line = stage.asks["ambulances"] = request(
        stage, DESK, kind=ALS, quantity=4, priority="emergency", place="Grange hall lot"
    )
    stage.tell("County Fire wants four ambulances: Regional EMS is asked for two, for 45 seconds")
    stage.tell("It may be asked for no more: Grisholm is asked for the other two at once")
    if stage.wait_until(lambda: _is_reminded(stage, line), 145):
        stage.tell("Half of the time is over, and Regional EMS is reminded")
    if not stage.wait_until(lambda: is_asked(stage, WINTERCRESS_DESK, line, DESK), 165):
        skip_on(stage, DESK, line, "They cannot wait.")
        stage.tell("County Fire does not wait any longer")
    stage.tell("No answer from Regional EMS: Wintercress is asked, under the State's plan")
    _partly(stage, line)
    _the_rest(stage, line)


def _is_reminded(stage: Stage, line: str) -> bool:
    rungs = [row for row in stage.rows("rung", DESK) if row["line"] == line]
    return any(row["reminded_at"] for row in rungs)


def _partly(stage: Stage, line: str) -> None:
    stage.at(175)
    for row in solicitations(stage, DESK, line):
        if row["agency"] == stage.players[GRISHOLM_DESK].owner:
            stage.do(GRISHOLM_DESK, f"asks/{row['id']}/acknowledge/")
    stage.tell("Grisholm has seen it")
    stage.at(185)
    sent = answer(stage, GRISHOLM_DESK, line, DESK, 1, "The others are on calls.")
    stage.tell(f"Grisholm offers less than it is asked for: {spoken(sent)}")
    stage.at(195)
    take_offers(stage, DESK, line)
    set_out(stage, GRISHOLM_DESK)
    stage.tell(f"Accepted: {spoken(sent)} en route, on both agencies' boards")


def _the_rest(stage: Stage, line: str) -> None:
    stage.at(205)
    late = answer(stage, EMS_DESK, line, DESK, 1, "Our desk was alone. Sorry.")
    take_offers(stage, DESK, line)
    set_out(stage, EMS_DESK)
    stage.tell(f"Regional EMS answers after all, too late and not in vain: {spoken(late)}")
    stage.at(220)
    sent = answer(stage, WINTERCRESS_DESK, line, DESK, 2)
    take_offers(stage, DESK, line)
    set_out(stage, WINTERCRESS_DESK)
    stage.tell(f"Wintercress sends {spoken(sent)}")


def treat(stage: Stage, divisions: dict[str, str]) -> None:
    """Ambulances arrive and work; EMS joins command; notes show who may read what."""
    stage.at(250)
    helpers = [stage.players[who].owner for who in (GRISHOLM_DESK, EMS_DESK, WINTERCRESS_DESK)]
    arrived = arrive(stage, CHIEF, helpers, "Grange hall lot")
    stage.tell(f"Checked in at the grange hall: {spoken(arrived)}")
    stage.at(270)
    if "Medical" in divisions:
        working = put_to_work(stage, CHIEF, helpers, divisions["Medical"])
        stage.tell(f"Assigned to Medical: {spoken(working)}")
    stage.at(290)
    _unify(stage)
    for second, who, category, text in (
        (310, EMS_COMMAND, "PHI", "Patient 7: crush injury, left leg, to Lakeside Hospital."),
        (325, SHERIFF_COMMAND, "LES", "The truck's driver has left the scene on foot, north."),
        (340, CHIEF, "OPS", "Leak stopped at the valve. Foam stands by."),
    ):
        stage.at(second)
        stage.do(who, stage.there("notes/"), category=category, text=text)
        stage.tell(f"A note of {stage.players[who].agency}, category {category}")
    stage.say("       >>> What is not shared with you says so; who looked is in the audit trail")


def _unify(stage: Stage) -> None:
    partner = stage.players[EMS_COMMAND]
    made = stage.do(CHIEF, stage.there("unified-command/"), agency=partner.owner)
    for one in made:
        stage.do(EMS_COMMAND, f"command-seats/{one['seat']}/assume/")
    stage.tell("Unified command: Lindqvist for fire, Gallagher for EMS, as equals")


def engines_at_last(stage: Stage, divisions: dict[str, str]) -> None:
    """Whoever sends engines, they come; if the visitor was silent, the next tier is asked."""
    line = stage.asks["engines"]
    if not stage.wait_until(lambda: _is_over(stage, line), 480):
        skip_on(stage, DESK, line, "The bus must be lifted now.")
        stage.tell("County Fire cannot wait any longer and asks the next tier, with a reason")
        stage.wait_until(lambda: _is_over(stage, line), 495)
    set_out(stage, QUILLAN_DESK)
    stage.at(500)
    crews = [stage.players[who].owner for who in (QUILLAN_DESK, FIRE_DESK)]
    arrived = arrive(stage, CHIEF, crews, "Bridge, west side")
    if "Bridge" in divisions:
        put_to_work(stage, CHIEF, crews, divisions["Bridge"])
    stage.tell(f"Engines at the bridge: {spoken(arrived)}")


def _is_over(stage: Stage, line: str) -> bool:
    rows = [row for row in stage.rows("line", DESK) if row["id"] == line]
    return all(row["status"] in {"filled", "received", "unable_to_fill"} for row in rows)
