"""What an agency's own ledger says of the incidents it is at.

NIMS wants the change of command told to every agency's headquarters (chapter
1.4, step 4). A name, a closing or a new commander changes the line that each
agency has on its list of incidents; so each agency is told, in its own ledger
and in the same transaction, and its list follows live.
"""

from __future__ import annotations

from collections.abc import Iterable

from audit.actors import Actor
from audit.facts import Fact
from audit.writes import consequence
from incidents.facts import (
    AgencyNotified,
    CommandAssumed,
    CommandSeatEnded,
    CommandTransferred,
    IncidentClosed,
    IncidentEdited,
    IncidentFact,
)
from incidents.writes.steps import places


@consequence(of=IncidentEdited)
@consequence(of=IncidentClosed)
@consequence(of=CommandAssumed)
@consequence(of=CommandSeatEnded)
@consequence(of=CommandTransferred)
def tell_agencies(actor: Actor, fact: IncidentFact) -> Iterable[Fact]:
    """One line for each agency that is at the incident, or invited to it."""
    return [
        AgencyNotified(
            agency=place.agency_id, incident=fact.incident, about=fact.kind, touches=(place,)
        )
        for place in places(fact.incident)
    ]
