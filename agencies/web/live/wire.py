"""Frames as they go over the wire, and the shortest way onto it.

Encoding a frame and walking it through the server's own states costs more than
the system call that sends it. So a frame is put into wire form once, and where
the server is known to allow it, the same bytes go straight to every transport.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

WHOLE_TEXT = 0x81
SHORT, MIDDLE = 126, 1 << 16


@dataclass(frozen=True, slots=True)
class Frame:
    """One text, encoded once for everybody."""

    text: str
    wire: bytes

    @classmethod
    def of(cls, text: str) -> Self:
        said = text.encode()
        return cls(text, _head(len(said)) + said)


def _head(size: int) -> bytes:
    """The head of an unmasked, unfragmented text frame (RFC 6455, 5.2)."""
    if size < SHORT:
        return bytes((WHOLE_TEXT, size))
    if size < MIDDLE:
        return bytes((WHOLE_TEXT, SHORT)) + size.to_bytes(2)
    return bytes((WHOLE_TEXT, SHORT + 1)) + size.to_bytes(8)


class Wire:
    """A connection of a server that lets whole frames be written past it."""

    def __init__(self, connection: WebSocketsSansIOProtocol) -> None:
        self.connection = connection
        self.transport = connection.transport

    def take(self, frame: Frame, most: int) -> bool:
        """Write a frame, unless the link is slow or closing."""
        transport = self.transport
        if (
            self.connection.close_sent
            or transport.is_closing()
            or transport.get_write_buffer_size() > most
        ):
            return False
        transport.write(frame.wire)
        return True


def wire_behind(send: Any) -> Wire | None:
    """The connection that a ``send`` belongs to, if frames may be written past it.

    They may not before it is open, nor where an extension (compression) rewrites them.
    """
    connection = getattr(send, "__self__", None)
    if not isinstance(connection, WebSocketsSansIOProtocol) or connection.conn.extensions:
        return None
    return Wire(connection) if connection.handshake_complete else None
