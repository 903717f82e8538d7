"""A wire between a client and the server that breaks once the server has answered."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread

LONGEST_REQUEST = 65536
PATIENCE = 20


@contextmanager
def cut_before_the_answer(server: int, then: Callable[[], None]) -> Iterator[int]:
    """A port that carries one request to the server, and no answer back.

    The first byte of an answer means that the server has committed; the wire is cut
    there, after ``then`` has been done to the server, so the client cannot know.
    """
    with socket.create_server(("127.0.0.1", 0)) as door:
        door.settimeout(PATIENCE)
        wire = Thread(target=_carry_one, args=(door, server, then), name="wire")
        wire.start()
        try:
            yield door.getsockname()[1]
        finally:
            wire.join(PATIENCE)


def _carry_one(door: socket.socket, server: int, then: Callable[[], None]) -> None:
    client, _ = door.accept()
    with client, socket.create_connection(("127.0.0.1", server), timeout=PATIENCE) as there:
        Thread(target=_carry, args=(client, there), daemon=True).start()
        assert there.recv(1), "the server hung up before it answered"
        then()


def _carry(client: socket.socket, there: socket.socket) -> None:
    """The request, however many pieces it comes in, until the wire is cut."""
    try:
        while piece := client.recv(LONGEST_REQUEST):
            there.sendall(piece)
    except OSError:
        return
