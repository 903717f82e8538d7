from __future__ import annotations

from audit.actors import Actor
from audit.writes import write
from incidents import acting, rules
from incidents.facts import TrailExported
from incidents.models import Incident


@write(allow=rules.participates)
def export_trail(
    actor: Actor, incident: Incident, *, sought: tuple[str, ...] = ()
) -> TrailExported:
    """Record that a copy of the incident's trail leaves the system, before it does."""
    return TrailExported(agency=acting.agency(actor), incident=incident.pk, sought=sought)
