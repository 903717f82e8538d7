"""The person behind an actor. Rules let people through only, and people have both of these."""

from __future__ import annotations

from uuid import UUID

from audit.actors import Actor
from audit.refusals import NotAllowed


def member(actor: Actor) -> UUID:
    if actor.member_id is None:
        raise NotAllowed
    return actor.member_id


def agency(actor: Actor) -> UUID:
    """For whom they act: what a guest writes is their host's."""
    found = actor.guest_of or actor.agency_id
    if found is None:
        raise NotAllowed
    return found


def signature(actor: Actor) -> str:
    """The name under what they write; of a guest, that they were one and of which agency."""
    return f"{actor.name} ({actor.agency})"[:120] if actor.guest_of else actor.name
