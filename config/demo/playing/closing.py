"""The last minute: objectives are met, everybody goes home, the incident is closed."""

from __future__ import annotations

from config.demo.playing.stage import Row, Stage
from config.demo.playing.units import COMING, GOING, ON_SCENE, move
from config.demo.signins import COUNTY_FIRE_COMMAND, SHERIFF_COMMAND, SHERIFF_DESK

LEAD = SHERIFF_DESK
DONE = "The incident is over."


def settle(stage: Stage) -> None:
    """Command says what is reached."""
    for row in stage.rows("objective", COUNTY_FIRE_COMMAND):
        path = f"objectives/{row['id']}/settle/"
        stage.do(COUNTY_FIRE_COMMAND, path, to="met", version=row["version"])
    stage.tell("Both objectives are met")


def go_home(stage: Stage) -> None:
    """Cancel what is still sought, release every unit, close. Also after a play broken off."""
    stage.beside.clear()
    for row in stage.rows("request", LEAD):
        if row["status"] in {"in_process", "partially_filled", "unable_to_fill"}:
            _cancel(stage, row)
    for row in stage.rows("handover", LEAD):
        stage.do(SHERIFF_COMMAND, f"command-offers/{row['id']}/withdraw/")
    for step in (_leave, _be_released, _be_home):
        for row in stage.rows("deployment", LEAD):
            step(stage, row)
    if stage.do(LEAD, stage.there("close/")):
        stage.tell("Every unit is released and home, and the incident is closed")


def _cancel(stage: Stage, row: Row) -> None:
    if found := stage.player_of(row["owner"]):
        stage.do(found[0], f"requests/{row['id']}/cancel/", reason=DONE)


def _leave(stage: Stage, row: Row) -> None:
    """Turn back who has not arrived; begin to demobilize who is there."""
    if row["state"] in COMING:
        move(stage, LEAD, row, "cancelled", reason=DONE)
    elif row["state"] in ON_SCENE:
        move(stage, LEAD, row, "demobilizing")


def _be_released(stage: Stage, row: Row) -> None:
    if row["state"] == "demobilizing":
        move(stage, LEAD, row, "released")


def _be_home(stage: Stage, row: Row) -> None:
    """Its own agency says that it is home."""
    if row["state"] in GOING and (found := stage.player_of(row["owner"])):
        move(stage, found[0], row, "home")
