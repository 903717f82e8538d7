"""What of a request is shown to whom."""

from __future__ import annotations

from typing import Final

from agencies.categories import Category
from agencies.sharing import Sheet, lay
from incidents.panels import panel

panel("requests", "request", "line", "rung", "solicitation")

REQUEST: Final = lay(
    Sheet(
        number=Category.OPS,
        priority=Category.OPS,
        priority_label=Category.OPS,
        needed_by=Category.OPS,
        deliver_to=Category.OPS,
        requested_by=Category.OPS,  # whom to call back about it, in their position
        requester_position=Category.OPS,
        requested_by_agency=Category.OPS,
        requested_by_agency_name=Category.OPS,
        requested_by_agency_code=Category.OPS,
        requested_at=Category.OPS,
        held_at=Category.OPS,
        status=Category.OPS,
        status_label=Category.OPS,
        verbal=Category.OPS,
        reason=Category.OPS,
        remarks=Category.OPS,
        declaration=Category.OPS,
        declaration_label=Category.OPS,
        declared_by=Category.OPS,
        eoc_level=Category.OPS,
    ),
    on="incident",
    over="request",
)

LINE: Final = lay(
    Sheet(
        request=Category.OPS,
        number=Category.OPS,
        kind_code=Category.OPS,
        kind_name=Category.OPS,
        type=Category.OPS,
        or_better=Category.OPS,
        details=Category.OPS,
        ordered=Category.OPS,
        accepted=Category.OPS,
        received=Category.OPS,
        cancelled=Category.OPS,
        outstanding=Category.OPS,
        status=Category.OPS,
        status_label=Category.OPS,
        tier=Category.OPS,
        tier_label=Category.OPS,
    ),
    on="incident",
    over="line",
)

RUNG: Final = lay(
    Sheet(
        line=Category.OPS,
        position=Category.OPS,
        round=Category.OPS,
        tier=Category.OPS,
        tier_label=Category.OPS,
        status=Category.OPS,
        status_label=Category.OPS,
        asked_at=Category.OPS,
        remind_at=Category.OPS,
        reminded_at=Category.OPS,
        due_at=Category.OPS,
        note=Category.OPS,
        planned=Category.OPS,
        plan=Category.OWN,  # whom the requester's agreements let it ask, and what they promise
    ),
    on="incident",
    over="rung",
)

# What a clause says is for its parties: who asks under it and who is asked.
SOLICITATION: Final = lay(
    Sheet(
        between="asked_by",
        asked_by=Category.OPS,
        line=Category.OPS,
        rung=Category.OPS,
        agency=Category.OPS,
        agency_name=Category.OPS,
        agency_code=Category.OPS,
        status=Category.OPS,
        status_label=Category.OPS,
        asked_quantity=Category.OPS,
        quantity=Category.OPS,
        accepted=Category.OPS,
        named=Category.OPS,
        reason=Category.OPS,
        reason_label=Category.OPS,
        ended_because=Category.OPS,
        asked_at=Category.OPS,
        due_at=Category.OPS,
        answered_at=Category.OPS,
        late=Category.OPS,
        eta=Category.OPS,
        valid_until=Category.OPS,
        remarks=Category.OPS,
        clause=Category.OWN,
        clause_id=Category.OWN,
        clause_text=Category.OWN,
        reasons=Category.OWN,
    ),
    on="incident",
    over="solicitation",
)

# An asked agency sees the request's own fields, and nothing else of the incident.
ASK: Final = lay(
    Sheet(
        request_number=Category.OPS,
        line_number=Category.OPS,
        incident=Category.OPS,
        incident_name=Category.OPS,
        incident_number=Category.OPS,
        mode=Category.OPS,
        requested_by_agency=Category.OPS,
        kind_name=Category.OPS,
        kind_code=Category.OPS,
        type=Category.OPS,
        or_better=Category.OPS,
        details=Category.OPS,
        quantity=Category.OPS,
        offered=Category.OPS,
        accepted=Category.OPS,
        deliver_to=Category.OPS,
        needed_by=Category.OPS,
        priority=Category.OPS,
        priority_label=Category.OPS,
        remarks=Category.OPS,
        asked_at=Category.OPS,
        due_at=Category.OPS,
        answered_at=Category.OPS,
        reminded=Category.OPS,
        on_hold=Category.OPS,
        late=Category.OPS,
        valid_until=Category.OPS,
        status=Category.OPS,
        status_label=Category.OPS,
        reason_label=Category.OPS,
        ended_because=Category.OPS,
        clause=Category.OPS,
        clause_id=Category.OPS,
        clause_title=Category.OPS,
        agreement_title=Category.OPS,
        tier_label=Category.OPS,
        reasons=Category.OPS,
        declaration_label=Category.OPS,
        declared_by=Category.OPS,
        eoc_level=Category.OPS,
        keeps=Category.OPS,  # the asked agency's own, in its own stream
    ),
    on="agency",
    over="ask",
    of_either_mode=True,
)
