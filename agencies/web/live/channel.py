"""One stream and everybody who follows it in this process."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import structlog
from django.db import Error

from agencies.admission import Standing
from agencies.grants import Grants
from agencies.reads import frames as reads
from agencies.reads.frames import Drawn, Round, View, Want
from agencies.reads.roll import Roll
from agencies.web.live import protocol
from agencies.web.live.audience import Audience, Socket, people
from agencies.web.live.wire import Frame
from audit import metrics
from audit.refusals import Unrecordable

log = structlog.get_logger(__name__)

REST_SECONDS = 1.0

Asking = tuple[Want, list[Socket]]


class Channel:
    """Follows one stream: looks when it is woken, draws once for each view, hands out the bytes."""

    def __init__(self, stream: str, in_database: Callable[..., Awaitable[Any]]) -> None:
        self.stream = stream
        self.seq = 0
        self.joining: dict[Socket, None] = {}  # in the order in which they came
        self.views: dict[View, Audience] = defaultdict(Audience)
        self.held: dict[View, Grants] = {}
        self.redraw: set[View] = set()
        self.redrawn: set[View] = set()  # in the look under way, though nothing be left to draw
        self.roll = Roll()
        self.begun: dict[Socket, Standing | None] = {}
        self._in_database = in_database
        self._woken = asyncio.Event()
        self._task = asyncio.create_task(self._run())
        self._task.add_done_callback(self._died)

    def wake(self) -> None:
        self._woken.set()

    def stop(self) -> None:
        self._task.cancel()

    def sockets(self) -> list[Socket]:
        return [socket for audience in self.views.values() for socket in audience.sockets]

    def forget(self, socket: Socket) -> bool:
        """Let a socket go. True when nobody is left."""
        self.joining.pop(socket, None)
        self.begun.pop(socket, None)
        audience = self.views.get(socket.view)
        if audience is not None:
            audience.discard(socket)
            if not audience.sockets:
                del self.views[socket.view]
                self.held.pop(socket.view, None)
        return not self.views and not self.joining

    async def _run(self) -> None:
        while True:
            await self._woken.wait()
            self._woken.clear()
            try:
                await self._look()
            except (Error, Unrecordable, OSError) as wrong:
                # Nothing is released that could not be recorded; everybody waits.
                log.warning("board waits", stream=self.stream, why=str(wrong))
                await asyncio.sleep(REST_SECONDS)
                self._woken.set()

    def _died(self, task: asyncio.Task[None]) -> None:
        """A bug ended this channel: it is in the log, and every client starts again."""
        if task.cancelled() or (wrong := task.exception()) is None:
            return
        log.critical("board stopped", stream=self.stream, exc_info=wrong)
        for socket in [*self.sockets(), *self.joining]:
            socket.end(protocol.RESTART)

    async def _look(self) -> None:
        """One look at the ledger for those who are here and those who just came."""
        joining = list(self.joining)
        asking = [*self._those_here(), *_newcomers(joining)]
        if not asking:
            return
        wants = [want for want, _sockets in asking]
        found: Round = await self._in_database(reads.frames, self.stream, wants, self.roll)
        frames: dict[int, Frame] = {}  # by the rows, which views may share
        moved: set[Socket] = set()
        for answer, (_want, sockets) in zip(found.answers, asking, strict=True):
            self._answer(answer, found, self._those_who_stand(sockets), frames)
            moved |= self._given_own_views(answer, sockets)
        self.roll.changed.clear()
        self.seq = max(self.seq, found.head)
        self._seat([socket for socket in joining if socket not in moved])

    def _those_here(self) -> list[Asking]:
        """They want what came since the last look; everything, where their terms have changed."""
        asking = [
            (
                Want(view, 0 if view in self.redraw else self.seq, present=audience.people),
                list(audience.sockets),
            )
            for view, audience in self.views.items()
        ]
        self.redrawn, self.redraw = self.redraw, set()
        return asking

    def _those_who_stand(self, sockets: list[Socket]) -> list[Socket]:
        """The sockets whose members are still who they were; the others are closed first."""
        if not self.roll.changed and not self.joining:
            return sockets
        still = []
        for socket in sockets:
            member = socket.actor.member_id
            now = self.roll.standing.get(member) if member else None
            if code := protocol.ended(socket.actor, self.begun.setdefault(socket, now), now):
                socket.end(code)
            else:
                still.append(socket)
        return still

    def _answer(
        self, answer: Drawn, found: Round, sockets: list[Socket], frames: dict[int, Frame]
    ) -> None:
        if answer.rows is None or answer.grants is None:
            for socket in sockets:
                socket.end(protocol.GONE)
            return
        self._compare(answer.want.view, answer.grants)
        nothing_new = not answer.rows and answer.want.view not in self.redrawn
        if nothing_new and not any(socket in self.joining for socket in sockets):
            return
        if id(answer.rows) not in frames:
            frames[id(answer.rows)] = Frame.of(protocol.frame(answer, found.head, found.at))
            metrics.frames.inc()
        frame = frames[id(answer.rows)]
        for socket in sockets:
            socket.hand(frame)
        metrics.deliveries.inc(len(sockets))

    def _given_own_views(self, answer: Drawn, sockets: list[Socket]) -> set[Socket]:
        """Whom somebody named in person sees what colleagues do not: from now on, and anew."""
        if answer.grants is None or answer.want.view.member is not None:
            return set()
        named = {s for s in sockets if s.actor.member_id in answer.grants.named and not s.ended}
        for socket in named:
            self.forget(socket)
            socket.view = replace(socket.view, member=socket.actor.member_id)
            socket.after, socket.terms = 0, b""
            self.joining[socket] = None
            self.wake()
        return named

    def _compare(self, view: View, grants: Grants) -> None:
        """When what a view holds has changed, all of it is drawn again, under the new terms."""
        if self.held.setdefault(view, grants) != grants:
            self.held[view] = grants
            self.redraw.add(view)
            self.wake()

    def _seat(self, joined: list[Socket]) -> None:
        for socket in joined:
            if socket in self.joining:
                del self.joining[socket]
                self.views[socket.view].add(socket)


def _newcomers(joining: list[Socket]) -> list[Asking]:
    """They want what came since their cursor."""
    groups: defaultdict[tuple[View, int, bytes], list[Socket]] = defaultdict(list)
    for socket in joining:
        groups[socket.view, socket.after, socket.terms].append(socket)
    return [
        (Want(view, after, present=people(sockets), terms=terms), sockets)
        for (view, after, terms), sockets in groups.items()
    ]
