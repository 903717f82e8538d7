"""The hub of a server process: it follows streams, and hands each view its frames.

A nudge from Redis says that a stream moved; lost nudges cost seconds, because
the hub also looks by itself. Who joins with a cursor and who has been here all
along are served by the same look at the ledger.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import redis.asyncio
import structlog
from django.conf import settings
from django.db import Error, connections

from agencies import knocks
from agencies.knocks import LOCKED
from agencies.reads import heads
from agencies.web.live import protocol
from agencies.web.live.audience import Socket
from agencies.web.live.channel import REST_SECONDS, Channel
from agencies.web.live.doorkeeper import Doorkeeper
from agencies.web.live.wire import Frame
from audit.refusals import Unrecordable

log = structlog.get_logger(__name__)

LOOK_SECONDS = 2.0
STANDING_SECONDS = 4.0
DATABASE_THREADS = 4
LAST_SECONDS = 3.0

R = TypeVar("R")


class Hub:
    """Every channel of this process, and the tasks that keep them moving."""

    def __init__(self) -> None:
        self.channels: dict[str, Channel] = {}
        self.doorkeeper = Doorkeeper(self.in_database)
        self.threads = ThreadPoolExecutor(DATABASE_THREADS, thread_name_prefix="live")
        self.tasks = [
            asyncio.create_task(self._forever(work))
            for work in (self._listen, self._look, self._check_standing, self._beat)
        ]

    def join(self, socket: Socket) -> None:
        """Let a socket follow its view's stream from where it left off."""
        stream = socket.view.stream
        channel = self.channels.get(stream)
        if channel is None:
            channel = self.channels[stream] = Channel(stream, self.in_database)
        channel.joining[socket] = None
        channel.wake()

    def leave(self, socket: Socket) -> None:
        """Forget a socket; forget a stream that nobody follows any more."""
        channel = self.channels.get(socket.view.stream)
        if channel is not None and channel.forget(socket):
            del self.channels[channel.stream]
            channel.stop()

    async def _forever(self, work: Callable[[], Any]) -> None:
        """Keep one kind of work going through outages of what it needs."""
        while True:
            try:
                await work()
            except (Error, redis.RedisError, OSError, Unrecordable) as wrong:
                log.warning("live work waits", work=work.__name__, why=str(wrong))
                await asyncio.sleep(1)

    async def _listen(self) -> None:
        """Wake the channel of every stream that Redis says has moved."""
        client = redis.asyncio.Redis.from_url(settings.REDIS_URL, socket_timeout=None)
        async with client, client.pubsub() as pubsub:
            await pubsub.subscribe(settings.NUDGES)
            self._wake_all()
            async for message in pubsub.listen():
                if message["type"] == "message":
                    self._wake(*message["data"].decode().split())

    async def _look(self) -> None:
        """Look whether a stream moved without anybody saying so."""
        await asyncio.sleep(LOOK_SECONDS)
        if not self.channels:
            return
        for stream, head in (await self.in_database(heads.of, list(self.channels))).items():
            channel = self.channels.get(stream)
            if channel is not None and channel.seq < head:
                channel.wake()

    async def _check_standing(self) -> None:
        """Close sockets whose session or token ended, or whose device is locked by now.

        Channels look at members with each frame.
        """
        await asyncio.sleep(STANDING_SECONDS)
        sockets = [socket for channel in self.channels.values() for socket in channel.sockets()]
        if not sockets:
            return
        shown = {socket.knock for socket in sockets if socket.knock}
        admitted = await self.in_database(knocks.admit_knocks, shown)
        for socket in sockets:
            if socket.knock and socket.knock not in admitted:
                socket.end(protocol.SESSION_ENDED)
            elif socket.knock and admitted[socket.knock] is LOCKED:
                socket.end(protocol.LOCKED)
        for channel in self.channels.values():
            channel.wake()

    async def _beat(self) -> None:
        """Tell every client that the link lives, with the server's time.

        A server that cannot see the ledger keeps silent: its clients would take their
        boards for fresh, while what others change passes them by.
        """
        await asyncio.sleep(protocol.BEAT_SECONDS)
        while not await self._sees_the_ledger():
            await asyncio.sleep(REST_SECONDS)
        said = Frame.of(protocol.beat())
        for channel in list(self.channels.values()):
            for socket in channel.sockets():
                socket.hand(said)

    async def _sees_the_ledger(self) -> bool:
        try:
            await self.in_database(heads.of, [])
        except Error:
            return False
        return True

    def _wake(self, *streams: str) -> None:
        for stream in streams:
            if channel := self.channels.get(stream):
                channel.wake()

    def _wake_all(self) -> None:
        for channel in self.channels.values():
            channel.wake()

    async def in_database(self, work: Callable[..., R], *given: Any) -> R:
        """Run database work in this hub's own threads, so that it cannot stall the loop."""

        def run() -> R:
            try:
                return work(*given)
            finally:
                connections.close_all()

        return await asyncio.get_running_loop().run_in_executor(self.threads, run)


_hubs: dict[asyncio.AbstractEventLoop, Hub] = {}


def hub() -> Hub:
    """The hub of the running loop, started with the first socket."""
    loop = asyncio.get_running_loop()
    if loop not in _hubs:
        _hubs[loop] = Hub()
    return _hubs[loop]


async def stop() -> None:
    """End the running loop's hub: for servers that shut down, and for tests."""
    ended = _hubs.pop(asyncio.get_running_loop(), None)
    if ended is None:
        return
    for channel in ended.channels.values():
        channel.stop()
    for task in ended.tasks:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
    ended.threads.shutdown(wait=False, cancel_futures=True)
    with contextlib.suppress(TimeoutError):
        # What is still being asked of the database must not outlive the hub that asked it.
        await asyncio.wait_for(asyncio.to_thread(ended.threads.shutdown), LAST_SECONDS)
