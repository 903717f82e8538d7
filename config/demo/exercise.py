"""A spring flood that nobody gets wet in."""

from typing import Final

from config.demo.acts import (
    AddDivision,
    Assign,
    CheckIn,
    Dispatch,
    Invite,
    Join,
    Open,
    SetObjective,
    TakeCommand,
    WriteNote,
)
from config.demo.shapes import Step, Story
from config.demo.signins import (
    COUNTY_COMMAND,
    COUNTY_DESK,
    RELIEF_DESK,
    ROADS_COMMAND,
    ROADS_DESK,
)

EXERCISE: Final = Story(
    title="High Water functional exercise",
    steps=(
        Step(
            95,
            COUNTY_DESK,
            Open(
                name="High Water",
                kind="flood",
                complexity=4,
                place="Sable Creek below the old mill dam",
                latitude=46.6655,
                longitude=-90.8420,
                mode="exercise",
            ),
        ),
        Step(94, COUNTY_COMMAND, TakeCommand()),
        Step(92, COUNTY_DESK, Invite("TCRT", "assisting")),
        Step(91, COUNTY_DESK, Invite("CLR", "cooperating")),
        Step(88, ROADS_DESK, Join()),
        Step(86, RELIEF_DESK, Join()),
        Step(
            80,
            COUNTY_COMMAND,
            SetObjective("Move the residents of Sable Flats before the simulated crest."),
        ),
        Step(
            77,
            COUNTY_COMMAND,
            AddDivision("group", "Road Closure", "Superintendent Bluebird", "Creek Road"),
        ),
        Step(75, ROADS_DESK, Dispatch(("TCRT Barricade Crew",))),
        Step(60, COUNTY_COMMAND, CheckIn(("TCRT Barricade Crew",), "Creek Road at the bridge")),
        Step(
            58,
            COUNTY_COMMAND,
            Assign(("TCRT Barricade Crew",), "Road Closure", "Close Creek Road both ways"),
        ),
        Step(
            35,
            ROADS_COMMAND,
            WriteNote("OPS", "EXERCISE: gauge at the bridge reads 14.2 ft, rising. EXERCISE"),
        ),
    ),
)
