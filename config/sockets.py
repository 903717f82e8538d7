"""Which sockets there are, and who may knock."""

from __future__ import annotations

from typing import Any

from channels.routing import ProtocolTypeRouter, URLRouter


def application_for(pages: Any) -> ProtocolTypeRouter:
    """One ASGI application: pages over HTTP, live boards over sockets."""
    return ProtocolTypeRouter({"http": pages, "websocket": URLRouter([])})
