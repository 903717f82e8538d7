"""Who plays: members of the demo's agencies, each with a token of their own for a while."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db import DatabaseError
from django.utils import timezone

from agencies import admission, writes
from agencies.web.secrets import token_for
from audit.actors import Actor
from config.demo.playing.servers import Server

GOOD_FOR: Final = timedelta(hours=2)


class NotHere(Exception):
    """The demo region is not in this installation: `manage.py seed_demo` writes it."""


@dataclass(frozen=True, slots=True)
class Player:
    """A member who acts over the API."""

    actor: Actor
    server: Server
    secret: str
    token: UUID

    @property
    def agency(self) -> str:
        return self.actor.agency

    @property
    def owner(self) -> str:
        """The agency's id, as rows name their owner."""
        return str(self.actor.agency_id)

    def look(self, path: str) -> Any:
        return self.server.ask(path, self.secret)

    def do(self, path: str, **said: Any) -> list[dict[str, Any]]:
        """Do something; what it made true, as facts."""
        answer = self.server.ask(path, self.secret, said)
        facts: list[dict[str, Any]] = answer.get("facts", [answer])
        return facts


Cast = dict[str, Player]


@contextmanager
def cast(sign_ins: Iterable[str], server: Server) -> Iterator[Cast]:
    """Give each of them a token, and take all tokens back in the end."""
    players: Cast = {}
    try:
        for email in sign_ins:
            players[email] = _engaged(email, server)
        yield players
    finally:
        # Where the database is gone too, tokens end by themselves.
        with suppress(DatabaseError):
            for player in players.values():
                writes.revoke_token(player.actor, player.token)


def _engaged(email: str, server: Server) -> Player:
    account = get_user_model()._default_manager.filter(email=email).first()
    actor = account and admission.admit(account.pk, via="command", proved_at=timezone.now())
    if not actor or actor.member_id is None:
        raise NotHere
    secret = token_for(actor)
    issued = writes.issue_token(
        actor,
        actor.member_id,
        name="Playing the demo",
        digest=admission.digest_of(secret),
        expires_at=timezone.now() + GOOD_FOR,
    )
    return Player(actor, server, secret, issued.token)
