"""Other systems of the agency that dispatches: for what is real, for exercises, and one let go."""

from __future__ import annotations

from datetime import timedelta
from typing import Final
from uuid import UUID

from agencies import admission, writes
from agencies.details import TokenBounds
from agencies.models import BoundTo, Scope
from agencies.web.secrets import token_for
from audit.actors import Actor
from config.demo.seeding.peopled import Peopled
from config.demo.signins import LEAD

LOOKS: Final = frozenset({Scope.LOOK})
WORKS: Final = frozenset({Scope.LOOK, Scope.INCIDENTS, Scope.REQUESTS})
CENTER: Final = frozenset({"192.0.2.0/24"})  # kept free for examples
SYSTEMS: Final = {
    "Dispatch system": TokenBounds(bound=BoundTo.REAL, scopes=WORKS, networks=CENTER),
    "Exercise simulator": TokenBounds(bound=BoundTo.EXERCISE, scopes=WORKS),
}
LET_GO: Final = {"Old paging bridge": TokenBounds(bound=BoundTo.REAL, scopes=LOOKS)}


def connect(peopled: Peopled) -> None:
    """Each in the dispatcher's name. Nobody has their secrets: they are made and not kept."""
    dispatcher = peopled.seated(LEAD, "dispatcher")
    for name, bounds in (LET_GO | SYSTEMS).items():
        token = _issued(dispatcher, peopled, name, bounds)
        if name in LET_GO:
            writes.revoke_token(dispatcher, token)


def _issued(actor: Actor, peopled: Peopled, name: str, bounds: TokenBounds) -> UUID:
    assert actor.member_id is not None
    told = writes.issue_token(
        actor,
        actor.member_id,
        name=name,
        digest=admission.digest_of(token_for(actor)),
        expires_at=peopled.now + timedelta(days=60),
        bounds=bounds,
    )
    return told.token
