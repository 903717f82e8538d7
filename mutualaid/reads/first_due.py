"""Who is due at an incident without being asked, for whoever would ask."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from agencies.categories import Category
from agencies.first_due import FirstDue
from agencies.first_due import first_due as due_to
from audit import looks
from audit.actors import Actor
from audit.openings import opened
from audit.reads import read
from audit.refusals import NotFound
from incidents.models import Incident
from incidents.rules import participates
from mutualaid.positions import occasion_at

OWED: Final = "your agency is owed it"


@read
def first_due(actor: Actor, incident: UUID) -> tuple[FirstDue, ...]:
    """The hint of automatic aid: whom to expect at once here, and by which clause."""
    place = participates.scope(Incident.objects.all(), actor).filter(pk=incident).first()
    if place is None or actor.agency_id is None:
        raise NotFound
    found = due_to(actor.agency_id, place.kind, occasion_at(actor, place).place)
    for one in found:
        by = opened("party", OWED, Category.OWN)
        looks.current().shown(one.agency, f"clause:{one.clause}", by)
    return found
