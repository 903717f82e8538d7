"""Those of one view who are here, and the people they are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol
from uuid import UUID

from agencies.knocks import Knock
from agencies.reads.frames import View
from agencies.web.live.wire import Frame
from audit.actors import Actor


class Socket(Protocol):
    """A client's end, as the hub sees it."""

    view: View
    actor: Actor
    after: int
    terms: bytes
    ended: bool
    knock: Knock | None

    def hand(self, frame: Frame) -> None: ...
    def end(self, code: int) -> None: ...


class Audience:
    """The sockets of a view. Whose they are is worked out when somebody came or left."""

    def __init__(self) -> None:
        self.sockets: set[Socket] = set()
        self._people: frozenset[UUID] | None = None

    @property
    def people(self) -> frozenset[UUID]:
        if self._people is None:
            self._people = people(self.sockets)
        return self._people

    def add(self, socket: Socket) -> None:
        self.sockets.add(socket)
        self._people = None

    def discard(self, socket: Socket) -> None:
        self.sockets.discard(socket)
        self._people = None


def people(sockets: Iterable[Socket]) -> frozenset[UUID]:
    """The members behind sockets; a machine's is nobody's."""
    members = (socket.actor.member_id for socket in sockets)
    return frozenset(member for member in members if member)
