"""Agreements of the demo region on information, buses and utilities."""

from typing import Final

from config.demo.sections import OF_THE_SCHOOLS
from config.demo.shapes import Agreement, Party, SupplyTerm
from config.demo.terms import may_ask, will_answer, will_cost, will_send, will_show

SCHOOL_SAFETY: Final = Agreement(
    title="Port Ellery School Safety Information Exchange",
    instrument="data_sharing",
    tier=2,
    led_by="PESD",
    parties=(
        Party("PESD", "Superintendent", "Board of Education Policy 5145"),
        Party("PEPD", "Chief of Police", "City Council Resolution 25-031"),
    ),
    purpose="Police who come to save students know who is in the building, and nothing more.",
    scope="Articulable and significant threats to health or safety at a school of the District, "
    "from the report of the threat until the end of the incident.",
    effective_days=-150,
    expires_days=580,
    clauses=(
        may_ask(
            "1.1",
            "The Police Department may request disclosure only in an emergency at a school.",
            "emergency",
            receiver="PEPD",
        ),
        will_show(
            "2.1",
            "For the length of an incident at a school the District shall show the Police "
            "Department the education records needed to account for students. They are not used "
            "for any other purpose, are not passed on, and each look is recorded for the District.",
            "EDU incident",
            "PESD",
            "PEPD",
        ),
    ),
    sections=OF_THE_SCHOOLS,
)

EVACUATION_BUSES: Final = Agreement(
    title="Tamarack Evacuation Bus Agreement",
    instrument="mou",
    tier=2,
    led_by="TCEM",
    parties=(
        Party("TCEM", "Emergency Management Coordinator", "County Board Resolution 2021-55"),
        Party("TCRT", "Director of Roads and Transit", "Transit Board Minute 2021-12"),
    ),
    purpose="Buses and drivers are promised ahead for people who cannot leave by themselves.",
    scope="Evacuations ordered or advised in Tamarack County.",
    effective_days=-1130,
    expires_days=-35,
    clauses=(
        may_ask(
            "2",
            "The County's duty officer may request buses at any priority.",
            "routine",
            receiver="TCEM",
            giver="TCRT",
        ),
        will_send(
            "3",
            "Roads and Transit shall send one bus with driver.",
            "TCRT",
            SupplyTerm("LOCAL-TRANSIT-BUS", None, 1, 0),
        ),
        will_answer(
            "4",
            "Roads and Transit answers within ten minutes in an emergency, thirty minutes when "
            "urgent, and four hours otherwise.",
            10,
            30,
            240,
            giver="TCRT",
        ),
        will_cost(
            "5",
            "The County pays 88 dollars for each bus-hour after the first four.",
            "4",
            "88.00",
            "Each bus with driver, yard to yard",
            giver="TCRT",
            receiver="TCEM",
        ),
    ),
)

GAS_EMERGENCIES: Final = Agreement(
    title="Gas and Electric Emergency Understanding",
    instrument="mou",
    tier=2,
    led_by="TCEM",
    parties=(
        Party("TCEM", "Emergency Management Coordinator", "County Code 9.12", signed=False),
        Party("BVEG", "General Manager", "Cooperative Bylaw 7", signed=False),
        Party("PEFD", "Fire Chief", "City Code 4.30", signed=False),
    ),
    purpose="Crews who make gas and power safe arrive with the first engines, not after them.",
    scope="Gas leaks, downed lines and outages at shelters in Tamarack County.",
    effective_days=1,
    expires_days=1096,
    clauses=(
        may_ask(
            "1.1",
            "The County may request a crew of the Cooperative at urgent priority or above.",
            "urgent",
            receiver="TCEM",
            giver="BVEG",
        ),
        may_ask(
            "1.2",
            "The Fire Department may request a crew of the Cooperative at urgent priority or "
            "above.",
            "urgent",
            receiver="PEFD",
            giver="BVEG",
        ),
        will_send(
            "2",
            "The Cooperative shall send one gas crew and one line crew.",
            "BVEG",
            SupplyTerm("LOCAL-GAS-CREW", None, 1, 0),
            SupplyTerm("LOCAL-LINE-CREW", None, 1, 0),
        ),
        will_answer(
            "3",
            "The Cooperative answers within ten minutes in an emergency, thirty minutes when "
            "urgent, and eight hours otherwise.",
            10,
            30,
            480,
            giver="BVEG",
        ),
        will_cost(
            "4",
            "The Cooperative makes no charge for making a hazard safe; restoration is billed to "
            "the customer.",
            "0",
            None,
            "Nothing",
            giver="BVEG",
        ),
    ),
)
