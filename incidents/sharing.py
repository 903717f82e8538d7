"""Which field of an incident's rows is shown to whom."""

from __future__ import annotations

from agencies.categories import Category, Tlp
from agencies.sharing import Row, Sheet, lay

OPS, PUB, PII = Category.OPS, Category.PUB, Category.PII


def as_written(row: Row) -> Category:
    """A note is what its author said it is, its existence included (RULE-PRIV-01).

    TLP:AMBER+STRICT keeps it inside the author's agency, whatever its category is.
    """
    if row.get("tlp") == Tlp.AMBER_STRICT:
        return Category.OWN
    return Category(row["category"])


INCIDENT = Sheet(
    exists=PUB,
    number=PUB,
    name=PUB,
    mode=PUB,
    status=PUB,
    kind=OPS,
    kind_label=OPS,
    complexity=OPS,
    place=OPS,
    latitude=OPS,
    longitude=OPS,
    structure=OPS,
    opened_at=OPS,
    closed_at=OPS,
    time_zone=OPS,
)

PARTICIPATION = Sheet(
    agency=OPS,
    agency_name=OPS,
    agency_code=OPS,
    discipline=OPS,
    role=OPS,
    status=OPS,
    since=OPS,
    recorded_at=OPS,
    purposes=OPS,
)

# Who commands is what everybody at an incident must know, by name.
SEAT = Sheet(
    agency=OPS,
    agency_name=OPS,
    holder=OPS,
    holder_id=OPS,
    title=OPS,
    since=OPS,
    recorded_at=OPS,
)

HANDOVER = Sheet(seat=OPS, to_member=OPS, to_name=OPS, from_name=OPS, offered_at=OPS, status=OPS)

# The offer as it is read by the two it passes between: the briefing goes with it.
OFFER = Sheet(
    seat=OPS,
    agency_name=OPS,
    to_member=OPS,
    to_name=OPS,
    from_name=OPS,
    offered_at=OPS,
    status=OPS,
    briefing=OPS,
)

# Of somebody else's commander one learns what it takes to offer them command.
TAKER = Sheet(name=OPS, title=OPS, agency_name=OPS, agency_phone=PUB)

DIVISION = Sheet(kind=OPS, name=OPS, title=OPS, supervisor=OPS, place=OPS)

DEPLOYMENT = Sheet(
    resource=OPS,
    call_sign=OPS,
    kind_code=OPS,
    kind_name=OPS,
    card=OPS,
    type=OPS,
    personnel=OPS,
    leader=PII,
    state=OPS,
    state_label=OPS,
    ics_status=OPS,
    reason=OPS,
    division=OPS,
    eta=OPS,
    since=OPS,
    recorded_at=OPS,
    order_number=OPS,
    unordered=OPS,
)

# An author acts for an agency at the incident, as on a radio log; the name says whom to
# ask back, like a call sign. A note that may not be read is not there at all, or says so.
NOTE = Sheet(
    exists=as_written,
    author=OPS,
    agency_name=OPS,
    category=OPS,
    text=as_written,
    expired_at=OPS,
    at=OPS,
    recorded_at=OPS,
    tlp=OPS,
    recipients=Category.OWN,
)

# What two agencies agree on between them is nobody else's business, that they did included.
DISCLOSURE = Sheet(
    exists=Category.OWN,
    between="to",
    owner_name=Category.OWN,
    to=Category.OWN,
    to_name=Category.OWN,
    via_name=Category.OWN,
    category=Category.OWN,
    status=Category.OWN,
    reason=Category.OWN,
    asked_by=Category.OWN,
    asked_at=Category.OWN,
    decided_at=Category.OWN,
    until=Category.OWN,
    incident=Category.OWN,
    incident_name=Category.OWN,
)

WITHDRAWAL = Sheet(
    exists=Category.OWN,
    between="partner",
    owner_name=Category.OWN,
    partner=Category.OWN,
    partner_name=Category.OWN,
    category=Category.OWN,
    note=Category.OWN,
    made_by=Category.OWN,
    made_at=Category.OWN,
    lifted_at=Category.OWN,
)

GLASS = Sheet(
    exists=Category.OWN,
    between="agency",
    **dict.fromkeys(
        (
            *("owner_name", "agency", "agency_name", "member", "member_name", "ground", "reason"),
            *("categories", "opened_at", "until", "ended_at", "review_due_at", "reviewed_at"),
            *("outcome", "incident", "incident_name"),
        ),
        Category.OWN,
    ),
)

# Who is where they may look on is everybody's business there, and why they were let in.
GUEST = Sheet(
    **dict.fromkeys(
        (
            *("name", "agency_name", "host_name", "seat", "tier", "reason", "invited_by"),
            *("invited_at", "came_at", "due_at", "ended_at"),
        ),
        OPS,
    )
)

OBJECTIVE = Sheet(number=OPS, text=OPS, status=OPS, since=OPS, recorded_at=OPS)

LISTED = Sheet(
    exists=PUB,
    number=PUB,
    name=PUB,
    mode=PUB,
    status=PUB,
    role=OPS,
    my_status=OPS,
    kind_label=OPS,
    place=OPS,
    lead=OPS,
    commander=OPS,
    units=OPS,
    opened_at=OPS,
)

ALERT = Sheet(
    event=OPS,
    headline=OPS,
    place=OPS,
    mode=OPS,
    status=OPS,
    status_label=OPS,
    urgency=OPS,
    severity=OPS,
    certainty=OPS,
    signature=OPS,
    message_type=OPS,
    received_at=OPS,
    expires_at=OPS,
    incident=OPS,
)

for over, sheet in {
    "incident": INCIDENT,
    "participation": PARTICIPATION,
    "seat": SEAT,
    "handover": HANDOVER,
    "offer": OFFER,
    "taker": TAKER,
    "division": DIVISION,
    "deployment": DEPLOYMENT,
    "note": NOTE,
    "objective": OBJECTIVE,
    "disclosure": DISCLOSURE,
    "withdrawal": WITHDRAWAL,
    "glass": GLASS,
    "guest": GUEST,
}.items():
    lay(sheet, on="incident", over=over)

lay(LISTED, on="agency", over="incident", of_either_mode=True)
lay(ALERT, on="agency", over="alert", of_either_mode=True)
lay(DISCLOSURE, on="agency", over="disclosure", of_either_mode=True)
lay(GLASS, on="agency", over="glass", of_either_mode=True)
