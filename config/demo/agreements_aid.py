"""Agreements of the demo region of neighbors: automatic aid, and police aid."""

from typing import Final

from agencies.hazards import Hazard
from agencies.models import ArrestAuthority, Control, LiabilityModel, Survival
from agencies.standing_terms import (
    AutoAidTerms,
    CommandTerms,
    LiabilityTerms,
    PowersTerms,
    RenewalTerms,
)
from config.demo.resources import ALS, ENGINE, HAZMAT, PATROL, TENDER
from config.demo.shapes import Agreement, Party, SupplyTerm
from config.demo.terms import may_ask, says, will_answer, will_cost, will_send, will_show

THE_CITY: Final = ((46.74, -90.95), (46.74, -90.83), (46.8, -90.83), (46.8, -90.95))

AUTOMATIC_AID: Final = Agreement(
    title="Port Ellery and Tamarack Automatic Fire Aid",
    instrument="automatic_aid",
    tier=1,
    led_by="PEFD",
    parties=(
        Party("PEFD", "Fire Chief", "City Council Resolution 24-117"),
        Party("TCFD", "Fire Chief", "District Board Resolution 2024-09"),
    ),
    purpose="The nearest engine goes, whichever side of the city line the fire is on.",
    scope="Structure fires, hazardous materials and multiple-patient calls within five miles "
    "of the line between the City of Port Ellery and the Fire District.",
    effective_days=-420,
    expires_days=675,
    clauses=(
        may_ask(
            "3.1",
            "Either party may request the resources named in Section 4 at first dispatch, by "
            "radio or through the shared system, without prior approval of the other's chief.",
            "routine",
        ),
        will_send(
            "4.1",
            "The District shall send up to one Type 1 engine, two Type 2 tactical water tenders "
            "and one advanced life support ambulance, so long as two Type 1 engines and one "
            "ambulance remain to cover the District.",
            "TCFD",
            SupplyTerm(ENGINE, 1, 1, 2),
            SupplyTerm(TENDER, 2, 2, 0),
            SupplyTerm(ALS, 1, 1, 1),
        ),
        will_send(
            "4.2",
            "The City shall send up to two Type 1 engines and one Type 2 hazardous materials "
            "team, so long as one Type 1 engine remains in the City.",
            "PEFD",
            SupplyTerm(ENGINE, 1, 2, 1),
            SupplyTerm(HAZMAT, 2, 1, 0),
        ),
        will_answer(
            "5.1",
            "The party asked shall answer an emergency request within two minutes, an urgent one "
            "within ten minutes, and any other within two hours. Silence is not consent.",
            2,
            10,
            120,
        ),
        will_show(
            "6.1",
            "For the length of an incident at which both are present, the District shall show the "
            "City its restricted operational information and the names of its crew leaders.",
            "OPS-R incident, PII incident",
            "TCFD",
            "PEFD",
        ),
        will_cost(
            "7.1",
            "Aid under this agreement is given without charge. The parties expect it to even out "
            "over a year and shall review the balance each January.",
            "0",
            None,
            "Nothing; reviewed each January",
        ),
        says(
            "8.1",
            "Who is first due",
            "To a fire or a release of hazardous materials inside the City the District sends "
            "its Engine 11, then its Tender 11, at first dispatch and without being asked.",
            AutoAidTerms(
                area=THE_CITY,
                event_types=(Hazard.FIRE, Hazard.HAZMAT),
                first_due=("TCFD Engine 11", "TCFD Tender 11"),
            ),
            "TCFD",
            "PEFD",
        ),
    ),
)

POLICE_AID: Final = Agreement(
    title="Tamarack Law Enforcement Mutual Aid",
    instrument="mutual_aid",
    tier=2,
    led_by="TCSO",
    parties=(
        Party("TCSO", "Sheriff", "County Board Resolution 2023-61"),
        Party("PEPD", "Chief of Police", "City Council Resolution 23-204"),
    ),
    purpose="Officers of one agency may be asked to keep the peace and to save life in the "
    "jurisdiction of the other.",
    scope="Any law enforcement emergency, planned event or search in Tamarack County. Officers "
    "sent remain employees of their own agency and follow its policy on the use of force; "
    "where the policies differ, the stricter one applies.",
    effective_days=-300,
    expires_days=430,
    clauses=(
        may_ask(
            "2.1",
            "A watch commander or duty lieutenant of either party may request aid at urgent "
            "priority or above. Planned events are requested in writing by the agency head.",
            "urgent",
        ),
        will_send(
            "3.1",
            "The Sheriff shall send up to two patrol units, one traffic control team and one "
            "Type 3 special weapons and tactics team when available, keeping one patrol unit in "
            "service.",
            "TCSO",
            SupplyTerm(PATROL, None, 2, 1),
            SupplyTerm("LOCAL-TRAFFIC", None, 1, 0),
            SupplyTerm("6-508-1245", 3, 1, 0),
        ),
        will_send(
            "3.2",
            "The Police Department shall send up to two patrol units and one Type 2 crisis "
            "negotiation team, keeping two patrol units in the City.",
            "PEPD",
            SupplyTerm(PATROL, None, 2, 2),
            SupplyTerm("6-508-1231", 2, 1, 0),
        ),
        will_answer(
            "4.1",
            "An emergency request shall be answered within five minutes, an urgent one within "
            "fifteen minutes, any other within four hours.",
            5,
            15,
            240,
        ),
        will_show(
            "5.1",
            "During a joint incident the Sheriff shall show the Police Department law enforcement "
            "sensitive and restricted operational information. Nothing may be passed on without "
            "the Sheriff's consent.",
            "LES incident, OPS-R incident",
            "TCSO",
            "PEPD",
        ),
        will_show(
            "5.2",
            "During a joint incident the Police Department shall show the Sheriff law enforcement "
            "sensitive and restricted operational information on the same terms.",
            "LES incident, OPS-R incident",
            "PEPD",
            "TCSO",
        ),
        will_cost(
            "6.1",
            "The first eight hours of each officer are free. After that the requesting party pays "
            "62 dollars for each officer-hour, counted from check-in to release.",
            "8",
            "62.00",
            "Each officer, check-in to release",
        ),
        says(
            "7.1",
            "Who commands",
            "The requesting party directs officers sent under this agreement. Discipline, pay and "
            "policy remain with the party that sent them, which may recall them with one hour of "
            "notice.",
            CommandTerms(
                operational=Control.REQUESTER,
                administrative=Control.PROVIDER,
                recall_notice_hours=1,
            ),
        ),
        says(
            "7.2",
            "Powers",
            "Officers sent are peace officers in the jurisdiction of the requesting party. They "
            "may arrest on view, for a felony or to protect life.",
            PowersTerms(
                peace_officer=True,
                arrest=ArrestAuthority.LIMITED,
                limits="On view, for a felony or to protect life.",
                policy="Use of force: that of the officer's own agency, or the stricter one.",
            ),
        ),
        says(
            "8.1",
            "Liability",
            "Each party answers for the acts of its own officers and pays their own injuries.",
            LiabilityTerms(model=LiabilityModel.OWN),
        ),
        says(
            "9.1",
            "Leaving, and what remains",
            "A party may leave with thirty days of written notice. Confidentiality and what is "
            "owed outlive the end of this agreement.",
            RenewalTerms(
                notice_days=30, survives=(Survival.CONFIDENTIALITY, Survival.REIMBURSEMENT)
            ),
        ),
    ),
)
