"""A crash on Route 12, played by the agencies of the demo region on a running server.

Everything goes through the API, as members of those agencies; the visitor is Port
Ellery Fire, which is invited, asked, and played only where the visitor stays silent.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from config.demo.playing import closing, helping, opening
from config.demo.playing.cast import cast
from config.demo.playing.servers import Server
from config.demo.playing.stage import LENGTH, Stage
from config.demo.signins import (
    COUNTY_FIRE_COMMAND,
    COUNTY_FIRE_DESK,
    EMS_COMMAND,
    EMS_DESK,
    FIRE_DESK,
    GRISHOLM_DESK,
    QUILLAN_DESK,
    SHERIFF_COMMAND,
    SHERIFF_DESK,
    WINTERCRESS_DESK,
)

PLAYED: Final = (
    *(SHERIFF_DESK, SHERIFF_COMMAND, COUNTY_FIRE_DESK, COUNTY_FIRE_COMMAND),
    *(EMS_DESK, EMS_COMMAND, GRISHOLM_DESK, QUILLAN_DESK, WINTERCRESS_DESK, FIRE_DESK),
)


def play(address: str, name: str, minutes: float, say: Callable[[str], None]) -> None:
    """One round, from the first call to the last unit home. Broken off, everybody goes home."""
    with cast(PLAYED, Server(address)) as players:
        stage = Stage(players, name, pace=minutes * 60 / LENGTH, say=say)
        try:
            _acts(stage, address)
        except KeyboardInterrupt:
            stage.tell("Broken off: sending everybody home")
            if stage.incident:
                closing.go_home(stage)


def _acts(stage: Stage, address: str) -> None:
    opening.report(stage, address)
    opening.hand_over(stage)
    divisions = opening.organize(stage)
    opening.come_in_for_the_visitor(stage, address)
    stage.at(90)
    helping.ask_the_visitor(stage, address)
    stage.at(110)
    helping.ask_for_ambulances(stage)
    helping.treat(stage, divisions)
    helping.engines_at_last(stage, divisions)
    stage.at(540)
    closing.settle(stage)
    stage.at(570)
    closing.go_home(stage)
