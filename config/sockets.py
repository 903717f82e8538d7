"""Which sockets there are, and who may knock."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from channels.auth import AuthMiddlewareStack
from channels.db import database_sync_to_async
from channels.routing import ProtocolTypeRouter, URLRouter
from django.conf import settings
from django.urls import re_path

from agencies import admission

Send = Callable[[dict[str, Any]], Awaitable[None]]
Receive = Callable[[], Awaitable[dict[str, Any]]]


def application_for(pages: Any) -> ProtocolTypeRouter:
    """One ASGI application: pages over HTTP, live boards over sockets."""
    from config.urls import socket_urlpatterns

    routes = URLRouter([*socket_urlpatterns, re_path(r"", nothing_here)])
    return ProtocolTypeRouter(
        {"http": pages, "websocket": SameOrigin(AuthMiddlewareStack(Admission(routes)))}
    )


class SameOrigin:
    """Turns away pages of other origins, to the scheme and the port.

    Browsers send cookies with every socket, whoever's page opens it. A client
    that is no browser sends no origin; it must come with a token instead.
    """

    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(
        self, scope: dict[str, Any], receive: Receive, send: Send
    ) -> None:
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
    """Puts the actor, if there is one, into the scope."""

    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(
        self, scope: dict[str, Any], receive: Receive, send: Send
    ) -> None:
        secret = _bearer(dict(scope["headers"]))
        user = scope["user"]
        account = None if secret or not user.is_authenticated else user.pk
        origin = (scope.get("client") or ("",))[0]
        scope["actor"] = await database_sync_to_async(_admitted)(
            account, secret, origin
        )
        scope["session_key"] = "" if secret else scope["session"].session_key or ""
        await self.app(scope, receive, send)


async def nothing_here(scope: dict[str, Any], receive: Receive, send: Send) -> None:
    """An address without a socket."""
    await send({"type": "websocket.close", "code": 4404})


def _admitted(account: Any, secret: str, origin: str) -> Any:
    if secret:
        found = admission.account_of_token(secret)
        account = found.pk if found else None
    return admission.admit(account, via="live", origin=origin) if account else None


def _bearer(headers: dict[bytes, bytes]) -> str:
    scheme, _space, secret = (
        headers.get(b"authorization", b"").decode("latin-1").partition(" ")
    )
    return secret.strip() if scheme.lower() == "bearer" else ""
