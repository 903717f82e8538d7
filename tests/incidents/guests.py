"""Kim Roe of Seaside Rescue, an agency without an account, as guest at the world's fire."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from agencies import admission
from audit.actors import Actor
from incidents import writes
from incidents.models import Guest, GuestSeat, Tier
from tests.world import World

SECRET = "muster_link"


def invited(world: World, by: Actor | None = None, **more: Any) -> UUID:
    said: dict[str, Any] = {
        "name": "Kim Roe",
        "agency_name": "Seaside Rescue",
        "seat": GuestSeat.DISPATCHER,
        "tier": Tier.VIEW,
        "reason": "Their boats are coming.",
        "due_at": timezone.now() + timedelta(hours=2),
        "digest": admission.digest_of(SECRET),
    }
    return writes.invite_guest(by or world.ana, world.fire.pk, **said | more).guest


def came(world: World, by: Actor | None = None, **more: Any) -> Actor:
    """Kim, who has come in by her link."""
    pk = invited(world, by, **more)
    writes.come_as_guest(actor_of(pk), pk, digest=admission.digest_of(SECRET))
    return actor_of(pk)


def actor_of(pk: UUID) -> Actor:
    found = admission.admit(Guest.objects.get(pk=pk).account_id, via="page")
    assert found is not None
    return found


@dataclass(frozen=True)
class Invited:
    pk: UUID
    incident: UUID
    digest: str


def guest_at(it: Any) -> Invited:
    """A guest of Harbor County Fire at the fire of a scene."""
    return Invited(invited(it.world), it.fire, admission.digest_of(SECRET))


def id_of(kim: Actor) -> UUID:
    assert kim.member_id is not None
    return kim.member_id
