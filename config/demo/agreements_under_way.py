"""Papers of the demo region that are on their way: reviewed, amended, joined, left, ended."""

from datetime import date
from decimal import Decimal
from typing import Final

from agencies.models import Declaration, InsuranceKind, LiabilityModel, Survival
from agencies.standing_terms import InsuranceTerms, LiabilityTerms, RenewalTerms
from agencies.terms import PreconditionTerms
from config.demo.sections import OF_THE_TRAINING
from config.demo.shapes import Agreement, Party, Stage, UnderWay
from config.demo.terms import may_ask, says, will_answer, will_cost

HAZMAT_TRAINING: Final = Agreement(
    title="Joint Hazardous Materials Training Understanding",
    instrument="mou",
    tier=2,
    led_by="PEFD",
    parties=(
        Party("PEFD", "Fire Chief", "City Council Resolution 26-011", signed=False),
        Party("QFFD", "Fire Chief", "Quillan Falls Ordinance 704", signed=False),
        Party("TCFD", "Fire Chief", "District Board Resolution 2026-02", signed=False),
        Party("TEMS", "EMS Director", "Board Minute 2026-04", signed=False),
    ),
    purpose="The three departments train for spills together, twice a year.",
    scope="Exercises and their cost. It lets nobody ask for help at an incident.",
    effective_days=30,
    expires_days=760,
    clauses=(
        will_cost(
            "1",
            "Each department pays its own people. What an exercise uses up is shared in three "
            "equal parts.",
            "0",
            None,
            "Exercises",
        ),
        says(
            "2",
            "Liability",
            "Each party answers for the acts and the injuries of its own people.",
            LiabilityTerms(model=LiabilityModel.OWN),
        ),
    ),
    sections=OF_THE_TRAINING,
)

SHELTERS: Final = Agreement(
    title="Shelter Support Understanding",
    instrument="mou",
    tier=2,
    led_by="TCEM",
    parties=(
        Party("TCEM", "Emergency Management Coordinator", "County Board Resolution 2025-40"),
        Party("PESD", "Superintendent", "School Board Minute 2025-118"),
    ),
    purpose="Schools open as shelters when people cannot stay in their homes.",
    scope="School buildings in Port Ellery.",
    effective_days=-400,
    expires_days=700,
    clauses=(
        may_ask("1", "The Coordinator may ask the District to open a shelter.", "urgent", "TCEM"),
        will_answer(
            "2",
            "An emergency request is answered within 30 minutes, an urgent one within 60 minutes, "
            "any other within 480 minutes.",
            30,
            60,
            480,
            giver="PESD",
        ),
        will_cost("3", "Nothing is owed for the first 24 hours.", "24", None, "Buildings"),
    ),
)

ROAD_CLOSURES: Final = Agreement(
    title="Winter Road Closure Understanding",
    instrument="mutual_aid",
    tier=2,
    led_by="PEPD",
    parties=(
        Party("PEPD", "Chief of Police", "City Council Resolution 25-077"),
        Party("TCEM", "Emergency Management Coordinator", "County Board Resolution 2025-12"),
    ),
    purpose="Who closes which road in a storm, and who is told of it.",
    scope="State Highway 9 and the county roads that lead to it.",
    effective_days=-300,
    expires_days=800,
    clauses=(
        may_ask("1", "Either party may ask the other to close a road.", "routine"),
        says(
            "2",
            "When it applies",
            "Only while the county has declared a local emergency.",
            PreconditionTerms(declaration=Declaration.LOCAL),
        ),
    ),
)

STANDBY: Final = Agreement(
    title="Regional Ambulance Standby Understanding",
    instrument="mutual_aid",
    tier=3,
    led_by="TEMS",
    parties=(
        Party("TEMS", "EMS Director", "Board Minute 2024-90"),
        Party("GAMB", "Authority Director", "Authority Resolution 31"),
        Party("QFFD", "Fire Chief", "Quillan Falls Ordinance 655"),
    ),
    purpose="One ambulance stands by for the other's county when the other has none.",
    scope="Tamarack and Grisholm Counties.",
    effective_days=-500,
    expires_days=600,
    clauses=(may_ask("1", "Either service may ask another to stand by.", "routine"),),
)

RIVER_RESCUE: Final = Agreement(
    title="River Rescue Understanding",
    instrument="mutual_aid",
    tier=2,
    led_by="QFFD",
    parties=(
        Party("QFFD", "Fire Chief", "Quillan Falls Ordinance 690"),
        Party("PEFD", "Fire Chief", "City Council Resolution 25-051"),
    ),
    purpose="Boats and swimmers go where somebody is in the river, whoever's bank it is.",
    scope="The Ellery River from Quillan Falls to the harbor.",
    effective_days=-250,
    expires_days=850,
    clauses=(may_ask("1", "Any party may ask any other for its boat.", "emergency"),),
    joinable=True,
)

RADIO_SITE: Final = Agreement(
    title="Quarry Hill Radio Site Understanding",
    instrument="mou",
    tier=2,
    led_by="PEFD",
    parties=(
        Party("PEFD", "Fire Chief", "City Council Resolution 23-014"),
        Party("PEPD", "Chief of Police", "City Council Resolution 23-014"),
    ),
    purpose="Fire and police keep one radio mast.",
    scope="The mast on Quarry Hill, its building and its generator.",
    effective_days=-680,
    expires_days=50,
    clauses=(
        will_cost("1", "Each pays half. Nothing is owed for the hours.", "0", None, "The mast"),
        says(
            "2",
            "Insurance",
            "The Fire Department insures the mast for at least 500,000 USD; its certificate runs "
            "until the end of 2027.",
            InsuranceTerms(
                insurance=InsuranceKind.GENERAL,
                minimum=Decimal(500_000),
                certificate_until=date(2027, 12, 31),
            ),
            giver="PEFD",
        ),
    ),
)

HARBOR_PRACTICE: Final = Agreement(
    title="Harbor Boat Practice",
    instrument="unwritten",
    tier=2,
    led_by="PEPD",
    parties=(
        Party("PEPD", "Chief of Police", ""),
        Party("PEFD", "Fire Chief", ""),
    ),
    purpose="The police boat has always taken firefighters out, and nobody wrote it down.",
    scope="The harbor of Port Ellery.",
    effective_days=-200,
    expires_days=900,
    clauses=(may_ask("1", "The Fire Department may ask for the police boat.", "routine", "PEFD"),),
)

FUEL_DEPOT: Final = Agreement(
    title="Shared Fuel Depot Agreement",
    instrument="mou",
    tier=2,
    led_by="TCFD",
    parties=(
        Party("TCFD", "Fire Chief", "District Board Resolution 2024-19"),
        Party("TEMS", "EMS Director", "Board Minute 2024-51"),
    ),
    purpose="Fire engines and ambulances fill up at one depot.",
    scope="The depot on Mill Road.",
    effective_days=-420,
    expires_days=700,
    clauses=(
        will_cost("1", "Each pays for what it takes, within 30 days.", "0", None, "Fuel"),
        says(
            "2",
            "Liability",
            "Each party answers for the acts and the injuries of its own people.",
            LiabilityTerms(model=LiabilityModel.OWN),
        ),
        says(
            "3",
            "Ending it for cause",
            "A party that does not pay for 60 days gives the other cause to end this agreement. "
            "Liability and what is owed survive its end.",
            RenewalTerms(survives=(Survival.LIABILITY, Survival.REIMBURSEMENT)),
        ),
    ),
)

UNDER_WAY: Final = (
    UnderWay(HAZMAT_TRAINING, Stage.AT_THE_TABLE),
    UnderWay(SHELTERS, Stage.AMENDED),
    UnderWay(ROAD_CLOSURES, Stage.SUSPENDED),
    UnderWay(STANDBY, Stage.LEFT),
    UnderWay(RIVER_RESCUE, Stage.JOINED),
    UnderWay(RADIO_SITE, Stage.SIGNED),
    UnderWay(HARBOR_PRACTICE, Stage.SIGNED),
    UnderWay(FUEL_DEPOT, Stage.ENDED),
)
