"""Which sockets there are, and who may knock."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from channels.routing import ProtocolTypeRouter, URLRouter
from django.conf import settings
from django.http import parse_cookie
from django.urls import re_path

from agencies.knocks import Knock
from agencies.web.live import hub
from audit.actors import Actor

Send = Callable[[dict[str, Any]], Awaitable[None]]
Receive = Callable[[], Awaitable[dict[str, Any]]]


def application_for(pages: Any) -> ProtocolTypeRouter:
    """One ASGI application: pages over HTTP, live boards over sockets."""
    from config.urls import socket_urlpatterns

    nowhere = re_path(r"", nothing_here)  # type: ignore[arg-type]
    routes = URLRouter([*socket_urlpatterns, nowhere])
    return ProtocolTypeRouter({"http": pages, "websocket": SameOrigin(Admission(routes))})


class SameOrigin:
    """Turns away pages of other origins, to the scheme and the port.

    Browsers send cookies with every socket, whoever's page opens it. A client
    that is no browser sends no origin; it must come with a token instead.
    """

    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(self, scope: dict[str, Any], receive: Receive, send: Send) -> None:
        headers = dict(scope["headers"])
        origin = headers.get(b"origin", b"").decode("latin-1")
        host = headers.get(b"host", b"").decode("latin-1")
        own = f"{'https' if settings.HTTPS else 'http'}://{host}"
        welcome = {own, *settings.CSRF_TRUSTED_ORIGINS}
        if origin in welcome or (not origin and _bearer(headers)):
            await self.app(scope, receive, send)
        else:
            await send({"type": "websocket.close"})


class Admission:
    """Puts the actor, if there is one, into the scope.

    ``send`` is handed on as it is: a live socket looks behind it for its transport.
    """

    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(self, scope: dict[str, Any], receive: Receive, send: Send) -> None:
        headers = dict(scope["headers"])
        secret = _bearer(headers)
        session = "" if secret else _session(headers)
        origin = (scope.get("client") or ("",))[0]
        knock = Knock(session, secret, origin if secret else "") if secret or session else None
        actor = await hub.hub().doorkeeper.admit(knock) if knock else None
        scope["actor"] = replace(actor, origin=origin) if isinstance(actor, Actor) else actor
        scope["knock"] = knock
        await self.app(scope, receive, send)


async def nothing_here(scope: dict[str, Any], receive: Receive, send: Send) -> None:
    """An address without a socket."""
    await send({"type": "websocket.close", "code": 4404})


def _session(headers: dict[bytes, bytes]) -> str:
    cookies = parse_cookie(headers.get(b"cookie", b"").decode("latin-1"))
    return cookies.get(settings.SESSION_COOKIE_NAME, "")


def _bearer(headers: dict[bytes, bytes]) -> str:
    scheme, _space, secret = headers.get(b"authorization", b"").decode("latin-1").partition(" ")
    return secret.strip() if scheme.lower() == "bearer" else ""
