"""The agreement of the demo region between two dispatch systems, which answer in seconds."""

from typing import Final

from config.demo.resources import ALS
from config.demo.shapes import Agreement, Party, SupplyTerm
from config.demo.terms import may_ask, will_answer, will_cost, will_send

AMBULANCE_LINK: Final = Agreement(
    title="Tamarack Ambulance Link",
    instrument="automatic_aid",
    tier=2,
    led_by="TEMS",
    parties=(
        Party("TEMS", "EMS Director", "Board Minute 2025-07"),
        Party("TCFD", "Fire Chief", "District Board Resolution 2025-03"),
    ),
    purpose="The two dispatch systems are joined, so that the nearest ambulance is asked for "
    "before anybody reaches for a telephone.",
    scope="Emergency medical calls in Tamarack County outside the City of Port Ellery.",
    effective_days=-210,
    expires_days=885,
    unchecked=("1",),
    clauses=(
        may_ask(
            "1",
            "The District's dispatcher or commander may request ambulances at urgent priority "
            "or above.",
            "urgent",
            receiver="TCFD",
        ),
        will_send(
            "2",
            "Regional EMS shall send up to two advanced life support ambulances, keeping two.",
            "TEMS",
            SupplyTerm(ALS, 1, 2, 2),
        ),
        will_answer(
            "3",
            "An emergency request is answered within forty-five seconds, an urgent one within "
            "five minutes, any other within one hour. Silence is not consent: the next are asked.",
            0.75,
            5,
            60,
        ),
        will_cost(
            "4",
            "Each side bills the patient and not the other; nothing is owed for standing by.",
            "0",
            None,
            "Nothing",
        ),
    ),
)
