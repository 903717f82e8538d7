"""What an agency, and each of its people, says that it is at an incident for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from agencies.categories import Purpose
from audit.actors import Actor
from audit.reads import read
from incidents.models import Participation, StatedPurpose
from incidents.reads.board import held_at
from incidents.reads.may import may


@dataclass(frozen=True, slots=True, kw_only=True)
class HereFor:
    """What somebody is there for, since when, and what their agency lets them choose from.

    Nobody is asked who has no choice: running the incident together goes without saying.
    """

    purpose: str
    label: str
    stated_at: datetime | None
    choices: tuple[tuple[str, str], ...]
    asks: bool


@read
def purposes(actor: Actor, pk: UUID) -> list[str]:
    """What the actor's own agency says that it is at an incident for."""
    return _of(held_at(actor, pk).viewer, pk)


@read
def here_for(actor: Actor, pk: UUID) -> HereFor:
    """What the actor says, if they have; asked once, and kept until they say otherwise.

    What their agency is not there for any more holds for none of its people.
    """
    held = held_at(actor, pk)
    choices = [] if actor.guest_of else _of(held.viewer, pk)
    own = StatedPurpose.objects.filter(incident=pk, member=actor.member_id)
    said = own.filter(purpose__in=choices).first()
    purpose = said.purpose if said else Purpose.INCIDENT.value
    return HereFor(
        purpose=purpose,
        label=str(Purpose(purpose).label),
        stated_at=said.stated_at if said else None,
        choices=tuple((one, str(Purpose(one).label)) for one in choices),
        asks=said is None and len(choices) > 1,
    )


@read
def offered(actor: Actor, pk: UUID) -> tuple[frozenset[str], HereFor]:
    """What a board may offer somebody, and what they are there for, as one look."""
    return may(actor, pk), here_for(actor, pk)


def _of(agency: UUID, incident: UUID) -> list[str]:
    stated: list[str] = Participation.objects.values_list("purposes", flat=True).get(
        incident=incident, agency=agency
    )
    return stated
