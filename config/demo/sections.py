"""Sections and papers of the demo region's agreements: what nothing is coded from."""

from typing import Final

from config.demo.shapes import Attached, Section

OF_THE_COMPACT: Final = (
    Section(
        "A",
        "Words",
        "“Spent” means that fewer units of a kind stand free than the party keeps for its own "
        "people. “Apparatus” means a staffed fire engine, tender, rescue or ambulance.",
        (4,),
    ),
    Section(
        "B",
        "Oversight and exercises",
        "The chiefs meet each March and each September, review every request of the half-year, "
        "and hold one exercise together in between. The Coordinator keeps the minutes.",
        (5, 24),
    ),
    Section(
        "C",
        "Right to decline",
        "No party is bound to strip itself. Whoever is asked may decline with a reason, and owes "
        "nothing for it.",
        (10,),
    ),
    Section(
        "D",
        "Food, fuel and lodging",
        "From the twelfth hour on the requesting party feeds and lodges whoever was sent, and "
        "fills their tanks before they go home.",
        (19,),
    ),
    Section(
        "E",
        "Radio",
        "Those who were sent work on the requesting county's channels, and fall back on VFIRE21.",
        (20,),
    ),
    Section(
        "F",
        "Damage, disputes, amendment",
        "Each party bears the damage to its own apparatus. A dispute goes to the three counties' "
        "attorneys before it goes to a court. This compact is amended in writing by all.",
        (23, 25, 27),
    ),
)

OF_THE_SCHOOLS: Final = (
    Section(
        "A",
        "Words",
        "A threat is “articulable and significant” when the District can say in a sentence what it "
        "is, whom it concerns and why it cannot wait.",
        (4,),
    ),
    Section(
        "B",
        "Authority",
        "The District discloses under the health or safety exception of 34 CFR 99.36 and records "
        "each disclosure as 34 CFR 99.32 asks.",
        (3, 21),
    ),
    Section(
        "C",
        "Families and the press",
        "Only the Superintendent speaks to families and to the press about students.",
        (22,),
    ),
    Section(
        "D",
        "General",
        "Nobody but the parties has rights under this agreement. If a part of it is void the rest "
        "stands.",
        (29,),
    ),
)

OF_THE_TRAINING: Final = (
    Section(
        "A",
        "Exercises",
        "Each April and each October one department calls an exercise, in turn, and tells the "
        "others six weeks ahead.",
        (24,),
    ),
    Section(
        "B",
        "Who may take part",
        "Everybody who takes part has been trained at the operations level within two years.",
        (13,),
    ),
)

TRAINED_WITHIN_A_YEAR: Final = Section(
    "B",
    "Who may take part",
    "Everybody who takes part has been trained at the operations level within one year.",
    (13,),
)

CERTIFICATE: Final = Attached(
    kind="certificate",
    title="Certificate of vehicle insurance, Grisholm Ambulance",
    lines=(
        "Holder: Tamarack County Emergency Management, for all parties of the Lake Counties Fire "
        "and EMS Compact.",
        "Insured: Grisholm Ambulance Authority.",
        "Vehicle liability: 1,000,000 dollars for each occurrence.",
        "This certificate ends on {until}.",
    ),
    until_days=24,
)

ORDER_OF_ASKING: Final = Attached(
    kind="exhibit",
    title="Exhibit 1: order in which neighbors are asked",
    lines=(
        "Engines: Quillan Falls Fire Department.",
        "Ambulances: Tamarack Regional EMS, then Grisholm Ambulance.",
        "Hazardous materials: Quillan Falls Fire Department.",
    ),
)
