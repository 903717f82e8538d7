"""Where the page of a request stands in the ledger of its incident."""

from __future__ import annotations

from uuid import UUID

from agencies.reads.places import Place, place_in
from audit.actors import Actor
from audit.reads import read
from audit.refusals import NotFound
from audit.streams import of_incident
from mutualaid.reads.requests import at_incident_of


@read
def place_of_request(actor: Actor, pk: UUID) -> Place:
    """In the ledger of the request's incident."""
    incident = at_incident_of(actor).filter(pk=pk).values_list("incident", flat=True).first()
    if incident is None:
        raise NotFound
    return place_in(actor, of_incident(incident), incident)
