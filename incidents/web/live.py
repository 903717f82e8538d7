"""The live socket of an incident's board."""

from __future__ import annotations

from agencies.web.live.consumer import LiveConsumer


class IncidentConsumer(LiveConsumer):
    """``/live/incidents/<id>/``: what changes at one incident, as the actor's agency may see it."""

    sort = "incident"
