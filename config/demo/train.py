"""A train with an ammonia car leaves the rails beside a school."""

from typing import Final

from config.demo.acts import (
    AcceptOffer,
    AddDivision,
    Ask,
    AskToShare,
    Assign,
    CheckIn,
    Dispatch,
    Invite,
    Join,
    LetGuestIn,
    Offer,
    Open,
    SetObjective,
    ShareHere,
    StatePurposes,
    TakeCommand,
    Unify,
    WriteNote,
)
from config.demo.shapes import Step, Story
from config.demo.signins import (
    COUNTY_FIRE_DESK,
    FIRE_COMMAND,
    FIRE_DESK,
    HEALTH_COMMAND,
    POLICE_COMMAND,
    POLICE_DESK,
    RAIL_COMMAND,
    SCHOOL_COMMAND,
    SCHOOL_DESK,
)

ENGINES: Final = ("PEFD Engine 1", "PEFD Engine 3", "PEFD HazMat 1", "PEFD Battalion 1")
POLICE: Final = ("PEPD Unit 21", "PEPD Unit 22", "PEPD School 1")
BUSES: Final = ("PESD Bus 104", "PESD Bus 107", "PESD Reunification")
TENDERS: Final = ("TCFD Tender 11", "TCFD Tender 14")
STAGING: Final = "Cannery Lot"

TRAIN: Final = Story(
    title="Cannery Road Derailment",
    steps=(
        Step(
            172,
            FIRE_DESK,
            Open(
                name="Cannery Road Derailment",
                kind="hazmat",
                complexity=3,
                place="Cannery Road crossing, 400 yards west of Alder Point Elementary",
                latitude=46.7822,
                longitude=-90.8688,
            ),
        ),
        Step(171, FIRE_DESK, Dispatch(ENGINES)),
        Step(170, FIRE_DESK, Invite("PEPD", "assisting")),
        Step(169, FIRE_DESK, Invite("NSRY", "cooperating")),
        Step(168, FIRE_DESK, Invite("PESD", "cooperating")),
        Step(167, POLICE_DESK, Join()),
        Step(166, POLICE_DESK, Dispatch(POLICE)),
        Step(163, FIRE_COMMAND, TakeCommand()),
        Step(162, FIRE_COMMAND, CheckIn(ENGINES, "Command post, Dock Street lot")),
        Step(
            161,
            FIRE_COMMAND,
            WriteNote(
                "OPS",
                "Seven cars off the rails. One tank car, placard 1005 (anhydrous ammonia), is "
                "venting at the valve. Wind from the west at 8 mph, toward the school.",
            ),
        ),
        Step(
            158,
            FIRE_COMMAND,
            SetObjective("No student or responder breathes ammonia: shelter in place by 20 past."),
        ),
        Step(156, SCHOOL_DESK, Join()),
        Step(155, SCHOOL_DESK, Dispatch(BUSES)),
        Step(
            153,
            SCHOOL_COMMAND,
            WriteNote(
                "EDU",
                "Alder Point: 312 students and 27 staff inside, air handlers off. Two students "
                "use wheelchairs, room 108; one needs medication at noon.",
            ),
        ),
        Step(
            150,
            FIRE_COMMAND,
            AddDivision("division", "A", "Battalion Chief Oyelaran", "Track side, upwind"),
        ),
        Step(
            149,
            FIRE_COMMAND,
            AddDivision("group", "Hazmat", "Captain of HazMat 1", "Entry corridor, Mill Street"),
        ),
        Step(
            148,
            FIRE_COMMAND,
            AddDivision("staging_area", STAGING, "Engine 3 officer", "Cannery parking lot"),
        ),
        Step(146, FIRE_COMMAND, Assign(("PEFD HazMat 1",), "Hazmat", "Identify and stop the leak")),
        Step(145, FIRE_COMMAND, Assign(("PEFD Engine 1",), "A", "Water curtain east of the car")),
        Step(141, FIRE_COMMAND, Invite("TCPH", "assisting")),
        Step(138, HEALTH_COMMAND, Join()),
        Step(
            132,
            FIRE_COMMAND,
            Unify((FIRE_COMMAND, POLICE_COMMAND, HEALTH_COMMAND)),
        ),
        Step(
            129,
            POLICE_COMMAND,
            AddDivision("group", "Evacuation", "Watch Commander Moreau", "Alder Point"),
        ),
        Step(126, POLICE_COMMAND, CheckIn(POLICE, "Lake Street and Mill Street")),
        Step(124, POLICE_COMMAND, Assign(POLICE, "Evacuation", "Close Lake Street, escort buses")),
        Step(
            118,
            FIRE_DESK,
            Ask(
                name="Tenders for the water curtain",
                agreement="Port Ellery and Tamarack Automatic Fire Aid",
                kind="4-508-1288",
                type=2,
                quantity=2,
                or_better=False,
                priority="emergency",
                needed_in_minutes=45,
                report_to="Staging Area Cannery Lot",
            ),
        ),
        Step(117, COUNTY_FIRE_DESK, Offer("Tenders for the water curtain", TENDERS, 25)),
        Step(116, FIRE_DESK, AcceptOffer("Tenders for the water curtain", "TCFD")),
        Step(88, FIRE_COMMAND, CheckIn(TENDERS, "Staging Area Cannery Lot")),
        Step(85, FIRE_COMMAND, Assign(("TCFD Tender 11",), "A", "Supply the water curtain")),
        Step(80, RAIL_COMMAND, Join()),
        Step(
            74,
            RAIL_COMMAND,
            WriteNote("OPS", "Tank car holds 28,000 gal; product transfer needs six hours."),
        ),
        Step(
            63,
            POLICE_COMMAND,
            WriteNote("LES", "Signal cabinet at the crossing forced open; held for evidence."),
        ),
        Step(
            61,
            POLICE_COMMAND,
            WriteNote(
                "OPS", "Two plainclothes officers walk the crowd on Mill Street.", "amber+strict"
            ),
        ),
        Step(
            58,
            POLICE_COMMAND,
            ShareHere("NSRY", "LES", "The cabinet is the railway's, and its crews work beside it."),
        ),
        Step(
            50,
            FIRE_COMMAND,
            LetGuestIn(
                "Noor Haddad",
                "Wenona Chemical Plant Brigade",
                "view",
                "Her brigade knows what the tank cars carry.",
            ),
        ),
        Step(
            46,
            FIRE_COMMAND,
            AskToShare("PEPD", "LES", "Engine 1 stands at that crossing: is it safe there?"),
        ),
        Step(44, HEALTH_COMMAND, StatePurposes(("health",))),
        Step(
            41,
            HEALTH_COMMAND,
            WriteNote("PUB", "Readings at the school fence: no ammonia found at 12 points."),
        ),
        Step(38, SCHOOL_COMMAND, CheckIn(BUSES, "Alder Point Elementary, east door")),
        Step(
            22,
            POLICE_COMMAND,
            SetObjective("Every student is with a verified guardian before nightfall."),
        ),
    ),
)
