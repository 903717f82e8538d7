"""The live socket of an agency: what it is asked, where it is invited, what it owns."""

from __future__ import annotations

from uuid import UUID

from agencies.web.live.consumer import LiveConsumer
from audit.actors import Actor


class AgencyConsumer(LiveConsumer):
    """``/live/agency/``: the actor's own agency, whichever that is."""

    sort = "agency"

    def subject(self, actor: Actor) -> UUID | None:
        return actor.agency_id
