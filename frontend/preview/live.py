"""A socket without a server: it beats, sends the frames it is told to, and can be cut."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from playwright.sync_api import Page, WebSocketRoute


class Line:
    """The far end of a board's socket."""

    def __init__(self, page: Page) -> None:
        self.sockets: list[WebSocketRoute] = []
        self.heard: list[Any] = []
        self.refuse = False
        page.route_web_socket("**/live/**", self.accept)

    def accept(self, socket: WebSocketRoute) -> None:
        if self.refuse:
            socket.close(code=1013, reason="away")
            return
        self.sockets.append(socket)
        socket.on_message(lambda text: self.joined(json.loads(text)))

    def joined(self, said: Any) -> None:
        self.heard.append(said)
        self.say({"beat": datetime.now(UTC).isoformat()})

    def say(self, frame: Any) -> None:
        self.sockets[-1].send(json.dumps(frame))

    def cut(self, code: int = 1012) -> None:
        self.refuse = True
        self.sockets[-1].close(code=code)
