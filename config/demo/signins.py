"""The sign-ins that the stories of the demo region speak of, by what people call them."""

from typing import Final

# Printed by `make run` and known to everybody: nothing of worth may stand behind it.
PASSWORD: Final = "muster-demo-only"

FIRE_DESK: Final = "dispatch@portelleryfire.example"
FIRE_COMMAND: Final = "command@portelleryfire.example"
FIRE_RELIEF: Final = "relief@portelleryfire.example"
COUNTY_FIRE_DESK: Final = "dispatch@tamarackfire.example"
POLICE_DESK: Final = "dispatch@portellerypolice.example"
POLICE_COMMAND: Final = "command@portellerypolice.example"
HEALTH_COMMAND: Final = "command@tamarackhealth.example"
SCHOOL_DESK: Final = "dispatch@portelleryschools.example"
SCHOOL_COMMAND: Final = "command@portelleryschools.example"
RAIL_COMMAND: Final = "command@northspur-rail.example"
COUNTY_DESK: Final = "dispatch@tamarackem.example"
COUNTY_COMMAND: Final = "command@tamarackem.example"
ROADS_DESK: Final = "dispatch@tamarackroads.example"
ROADS_COMMAND: Final = "command@tamarackroads.example"
RELIEF_DESK: Final = "dispatch@cedarlantern.example"
SHERIFF_DESK: Final = "dispatch@tamaracksheriff.example"
SHERIFF_COMMAND: Final = "command@tamaracksheriff.example"
COUNTY_FIRE_COMMAND: Final = "command@tamarackfire.example"
EMS_DESK: Final = "dispatch@tamarackems.example"
EMS_COMMAND: Final = "command@tamarackems.example"
GRISHOLM_DESK: Final = "dispatch@grisholmambulance.example"
QUILLAN_DESK: Final = "dispatch@quillanfallsfire.example"
WINTERCRESS_DESK: Final = "dispatch@wintercressfire.example"

# The agency that a visitor is advised to be, and a neighbor to be in a second browser.
LEAD: Final = "PEFD"
PARTNER: Final = "TCFD"

# What there is to try in each seat, first for the lead, then for its partner.
TO_TRY: Final = {
    "dispatcher": (
        "Open an incident, ask for what is short and watch the ladder climb.",
        "Answer an ask from the inbox: offer less than is asked and see who is asked next.",
    ),
    "commander": (
        "Move units on the board of Cannery Road; hand command to your relief.",
        "Look at the same board: what is withheld says so, and why.",
    ),
    "admin": (
        "Draft an agreement, clause by clause, and send it for signature.",
        "Read in an agreement what the system makes of each clause.",
    ),
    "signatory": (
        "Sign the gas agreement; it binds nobody before all three have.",
        "See what the District has signed, and until when it holds.",
    ),
    "auditor": (
        "Follow who did what, and who looked at the Department's data.",
        "Who looked at the District's data, on which clause; what was refused.",
    ),
}

# The lead's second commander.
TO_TRY_IN_RELIEF: Final = "Take over command of Cannery Road when it is offered to you."
