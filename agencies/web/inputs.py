"""From a request's shape to a write's inputs."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from rest_framework.request import Request

from audit.actors import Actor
from audit.refusals import NotAllowed


def inputs(shape: type[Any], request: Request) -> dict[str, Any]:
    """What was sent, as the write takes it. What does not fit the shape is refused."""
    asked = shape(data=request.data)
    asked.is_valid(raise_exception=True)
    said: dict[str, Any] = asked.to_inputs()
    return said


def own_agency_of(actor: Actor) -> UUID:
    """The agency that whoever asks acts for."""
    if actor.agency_id is None:
        raise NotAllowed
    return actor.agency_id
