"""Where a story has got to, and how an act of it is performed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from functools import singledispatch
from typing import Any
from uuid import UUID

from audit.actors import Actor
from config.demo.seeding.peopled import Peopled
from incidents import acting, reads


@dataclass(slots=True)
class Scene:
    """One story's incident, the moment of the act under way, and what earlier acts made."""

    peopled: Peopled
    at: datetime = field(init=False)
    incident: UUID = field(init=False)
    divisions: dict[str, UUID] = field(default_factory=dict)
    asks: dict[tuple[str, UUID], UUID] = field(default_factory=dict)

    def ask(self, name: str, agency: UUID) -> UUID:
        """What an agency was asked for under this name."""
        return self.asks[name, agency]

    def deployments(self, actor: Actor, keys: tuple[str, ...]) -> list[dict[str, Any]]:
        """The stays of these resources, as the actor's board shows them."""
        wanted = {str(self.peopled.resources[key]) for key in keys}
        rows = reads.board(actor, self.incident).of_kind("deployment")
        return [row for row in rows if str(row["resource"]) in wanted]

    def own_seat(self, actor: Actor) -> UUID:
        """The command seat of the actor's agency."""
        seats = reads.board(actor, self.incident).of_kind("seat")
        own = str(acting.agency(actor))
        return next(UUID(row["id"]) for row in seats if str(row["agency"]) == own)


@singledispatch
def perform(act: object, scene: Scene, actor: Actor) -> None:
    """Do one act of a story, as the actor."""
    raise NotImplementedError(type(act).__name__)
