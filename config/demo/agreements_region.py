"""Agreements of the demo region on help from farther away: the compact and the state's plan."""

from typing import Final

from config.demo.resources import ALS, BLS, ENGINE, HAZMAT
from config.demo.sections import CERTIFICATE, OF_THE_COMPACT, ORDER_OF_ASKING
from config.demo.shapes import Agreement, Party, SupplyTerm
from config.demo.terms import is_insured, may_ask, will_answer, will_cost, will_send

LAKE_COMPACT: Final = Agreement(
    title="Lake Counties Fire and EMS Compact",
    instrument="compact",
    tier=3,
    led_by="TCEM",
    parties=(
        Party("TCEM", "Emergency Management Coordinator", "County Board Resolution 2022-18"),
        Party("PEFD", "Fire Chief", "City Council Resolution 22-090"),
        Party("TCFD", "Fire Chief", "District Board Resolution 2022-04"),
        Party("QFFD", "Fire Chief", "Quillan Falls Ordinance 611"),
        Party("TEMS", "EMS Director", "Board Minute 2022-33"),
        Party("GAMB", "Authority Director", "Authority Resolution 14"),
    ),
    purpose="When one county's engines and ambulances are spent, the neighbors' are asked in an "
    "agreed order, each keeping enough for its own people.",
    scope="Fire, rescue, hazardous materials and emergency medical aid between parties in "
    "Tamarack and Grisholm Counties, once local aid is exhausted or will not arrive in time.",
    effective_days=-640,
    expires_days=455,
    effect="per_party",
    clauses=(
        may_ask(
            "2.1",
            "The incident commander or dispatcher of any party may request aid of any other party "
            "at urgent priority or above. The Coordinator is told of each request.",
            "urgent",
        ),
        will_send(
            "3.1",
            "Quillan Falls shall send up to two Type 1 engines, keeping two, and one Type 1 "
            "hazardous materials team.",
            "QFFD",
            SupplyTerm(ENGINE, 1, 2, 2),
            SupplyTerm(HAZMAT, 1, 1, 0),
        ),
        will_send(
            "3.2",
            "Grisholm Ambulance shall send up to two advanced life support ambulances, keeping "
            "one, and one basic life support ambulance.",
            "GAMB",
            SupplyTerm(ALS, 1, 2, 1),
            SupplyTerm(BLS, 1, 1, 0),
        ),
        will_send(
            "3.3",
            "Tamarack Regional EMS shall send up to two advanced life support ambulances, keeping "
            "two, and one ambulance bus.",
            "TEMS",
            SupplyTerm(ALS, 1, 2, 2),
            SupplyTerm("3-508-1296", 1, 1, 0),
        ),
        will_answer(
            "4.1",
            "A party asked in an emergency shall answer within five minutes, to an urgent request "
            "within twenty minutes, to any other within four hours. A party that cannot send says "
            "so with its reason.",
            5,
            20,
            240,
        ),
        will_cost(
            "5.1",
            "The first twelve hours are free. After that the requesting party pays 145 dollars for "
            "each staffed apparatus-hour, counted from dispatch to return. Bills follow within "
            "sixty days.",
            "12",
            "145.00",
            "Each staffed apparatus, dispatch to return",
        ),
        is_insured(
            "6.1",
            "Grisholm Ambulance insures its vehicles for at least 1,000,000 dollars, and sends a "
            "new certificate before the one that is attached ends.",
            "vehicle",
            1_000_000,
            CERTIFICATE.until_days,
            "GAMB",
        ),
    ),
    sections=OF_THE_COMPACT,
    attached=(CERTIFICATE, ORDER_OF_ASKING),
)

STATE_PLAN: Final = Agreement(
    title="Marlowe Statewide Mutual Aid Plan",
    instrument="compact",
    tier=4,
    led_by="MSEM",
    parties=(
        Party("MSEM", "Division Director", "Marlowe Statutes 18.204"),
        Party("WCFD", "Fire Chief", "Marlowe Statutes 18.206"),
        Party("PEFD", "Fire Chief", "Marlowe Statutes 18.206"),
        Party("TCFD", "Fire Chief", "Marlowe Statutes 18.206"),
        Party("TEMS", "EMS Director", "Marlowe Statutes 18.206"),
        Party("PEPD", "Chief of Police", "Marlowe Statutes 18.206"),
        Party("TCSO", "Sheriff", "Marlowe Statutes 18.206"),
        Party("TCEM", "Emergency Management Coordinator", "Marlowe Statutes 18.206"),
    ),
    purpose="The whole State stands behind a community whose region cannot meet its need.",
    scope="Any emergency in the State of Marlowe beyond the means of the region, requested "
    "through county emergency management or by an incident commander whose region is spent.",
    effective_days=-1100,
    expires_days=725,
    effect="per_party",
    clauses=(
        may_ask(
            "II.1",
            "Any party may request aid through the State Watch at urgent priority or above.",
            "urgent",
        ),
        will_send(
            "III.1",
            "Wintercress shall send up to four Type 1 engines, keeping two, up to two advanced "
            "life support ambulances, keeping one, and one Type 1 support water tender.",
            "WCFD",
            SupplyTerm(ENGINE, 1, 4, 2),
            SupplyTerm(ALS, 1, 2, 1),
            SupplyTerm("4-508-1287", 1, 1, 0),
        ),
        will_send(
            "III.2",
            "The Division shall send one Type 3 incident management team.",
            "MSEM",
            SupplyTerm("2-508-1050", 3, 1, 0),
        ),
        will_answer(
            "IV.1",
            "Emergency requests are answered within fifteen minutes, urgent ones within one hour, "
            "any other within eight hours.",
            15,
            60,
            480,
        ),
        will_cost(
            "V.1",
            "The requesting party repays 165 dollars for each staffed apparatus-hour from the "
            "first hour, dispatch to return, unless the provider waives it in writing.",
            "0",
            "165.00",
            "Each staffed apparatus, dispatch to return",
        ),
    ),
)
