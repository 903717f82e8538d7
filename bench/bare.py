"""The limit: the bare ``websockets`` library, broadcasting what Redis tells it, word for word."""

from __future__ import annotations

import sys

import redis.asyncio
import uvloop
from websockets.asyncio.server import ServerConnection, broadcast, serve

CHANNEL = "bench.bare"


async def run(port: int, redis_url: str) -> None:
    open_sockets: set[ServerConnection] = set()

    async def welcome(socket: ServerConnection) -> None:
        await socket.recv()
        await socket.send('{"rows":{}}')
        open_sockets.add(socket)
        try:
            await socket.wait_closed()
        finally:
            open_sockets.discard(socket)

    client = redis.asyncio.Redis.from_url(redis_url, socket_timeout=None)
    async with (
        client,
        client.pubsub() as pubsub,
        serve(welcome, "127.0.0.1", port, compression=None, backlog=4096),
    ):
        await pubsub.subscribe(CHANNEL)
        async for message in pubsub.listen():
            if message["type"] == "message":
                broadcast(open_sockets, message["data"].decode())


if __name__ == "__main__":
    uvloop.run(run(int(sys.argv[1]), sys.argv[2]))
