from __future__ import annotations

from uuid import UUID

from audit.actors import Actor
from audit.reads import read
from incidents.models import Participation
from incidents.reads.board import held_at


@read
def purposes(actor: Actor, pk: UUID) -> list[str]:
    """What the actor's own agency says that it is at an incident for."""
    held = held_at(actor, pk)
    stated: list[str] = Participation.objects.values_list("purposes", flat=True).get(
        incident=pk, agency=held.viewer
    )
    return stated
