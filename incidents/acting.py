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
    if actor.agency_id is None:
        raise NotAllowed
    return actor.agency_id
