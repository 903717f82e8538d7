"""No door opens to strangers unseen: what must be so before the installation starts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from django.core.checks import CheckMessage, Error, Tags, register
from django.urls import URLPattern, URLResolver, get_resolver
from rest_framework.permissions import IsAuthenticated
from rest_framework.views import APIView

from agencies.web.live.consumer import LiveConsumer

# Pages for whoever comes, by name, with the reason. Each finds out by itself who is there.
OPEN: Final = {
    "ask-passkey": "who is about to sign in asks for a passkey's question",
    "come-as-guest": "a guest's link says whose guest they are",
    "healthz": "a proxy asks whether we live; it lets nobody else ask",
    "join": "an invitation's link says who was invited",
    "metrics": "a collector asks for figures; the proxy lets nobody else ask",
    "second-factor": "who is about to sign in shows a second factor",
    "sign-in": "who is about to sign in",
    "sign-in-agency": "who is about to sign in names their agency's provider",
    "sign-in-by-agency": "who is about to sign in goes to their agency's provider",
    "sign-in-passkey": "who is about to sign in shows a passkey",
    "sign-on-back": "who is about to sign in comes back from their agency's provider",
}
HOW: Final = "{door} lets in whoever comes: {way}"
PAGE: Final = "take away what opens it, or say why in OPEN of config/checks.py"
API: Final = "its permissions do not ask who is there"
SOCKET: Final = "it is no LiveConsumer, which closes to whom nobody knows"


@register(Tags.security)
def no_door_opens_to_strangers(**_: Any) -> list[CheckMessage]:
    """A page asks for a sign-in, the API for somebody it knows, a socket for an actor."""
    from config.urls import socket_urlpatterns

    doors = [*_doors(get_resolver()), *((f"/{one.pattern}", one) for one in socket_urlpatterns)]
    return [
        Error(HOW.format(door=door, way=way), obj=pattern.name or door, id="config.E001")
        for door, pattern in doors
        if (way := _unguarded(pattern))
    ]


def _doors(resolver: URLResolver, before: str = "/") -> Iterator[tuple[str, URLPattern]]:
    for pattern in resolver.url_patterns:
        here = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _doors(pattern, here)
        else:
            yield here, pattern


def _unguarded(pattern: URLPattern) -> str:
    """What leaves this door open; nothing where something asks who is there."""
    view: Any = pattern.callback
    if consumer := getattr(view, "consumer_class", None):
        return "" if issubclass(consumer, LiveConsumer) else SOCKET
    if isinstance(api := getattr(view, "cls", None), type) and issubclass(api, APIView):
        return "" if all(map(_asks_who, _permissions(api, view))) else API
    shut = getattr(view, "login_required", True) or pattern.name in OPEN
    return "" if shut else PAGE


def _permissions(api: type[APIView], view: Any) -> Iterator[Any]:
    """Those of the view, those that its address gives it, and those of each of its acts."""
    yield api.permission_classes
    yield getattr(view, "initkwargs", {}).get("permission_classes", api.permission_classes)
    for act in getattr(view, "actions", {}).values():
        function: Callable[..., Any] = getattr(api, act)
        given = getattr(function, "kwargs", {})
        yield given.get("permission_classes", api.permission_classes)


def _asks_who(permissions: Any) -> bool:
    return any(isinstance(one, type) and issubclass(one, IsAuthenticated) for one in permissions)
