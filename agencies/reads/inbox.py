"""How much waits in an agency's inbox. Apps that put something there count it."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from audit.actors import Actor
from audit.reads import read

COUNTS: list[Callable[[UUID], int]] = []


@read
def waiting(actor: Actor) -> int:
    """What waits for an answer of the actor's agency."""
    return sum(count(actor.agency_id) for count in COUNTS) if actor.agency_id else 0
