from __future__ import annotations

from agencies.categories import Purpose
from audit.actors import Actor
from audit.refusals import Refusal
from audit.writes import write
from incidents import acting, rules
from incidents.facts import PurposesStated
from incidents.models import Incident, Participation


class SameAsBefore(Refusal):
    """Your agency has stated this already."""


@write(allow=rules.may_leave)
def state_purposes(
    actor: Actor, incident: Incident, *, purposes: frozenset[Purpose]
) -> PurposesStated:
    """Say what one's agency is there for, besides running the incident together (RULE-PRIV-02).

    Clauses share for a purpose. Whose data it opens finds in its log who stated it.
    """
    place = Participation.objects.get(incident=incident, agency=acting.agency(actor))
    stated = sorted({Purpose.INCIDENT, *purposes})
    if place.purposes == stated:
        raise SameAsBefore
    place.purposes = stated
    place.save(update_fields=["purposes"])
    return PurposesStated(
        incident=incident.pk, agency=place.agency_id, purposes=tuple(stated), touches=(place,)
    )
