"""What comes in is UTF-8. Anything else is turned away before anybody tries to read it.

A sender may name any encoding that Python knows, and Django would decode addresses and
forms by it: into characters that cannot be stored, or not at all, with an error that is
raised before the first middleware could answer it.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Iterable
from http import HTTPStatus
from typing import Any, Final

from django.utils.http import parse_header_parameters

STATUS: Final = HTTPStatus.UNSUPPORTED_MEDIA_TYPE
SPOKEN: Final = frozenset({"", "utf-8", "utf8"})
MEDIA_TYPE: Final = "application/problem+json"
SAID: Final = json.dumps(
    {"type": "/problems/unsupported_media_type", "title": "Send UTF-8.", "status": STATUS.value}
).encode()

Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
Message = dict[str, Any]


def is_spoken(content_type: str) -> bool:
    """Whether a content type names no encoding but ours."""
    try:
        _media_type, parameters = parse_header_parameters(content_type)
    except (ValueError, LookupError):  # parameters that are themselves in some encoding
        return False
    return str(parameters.get("charset", "")).lower() in SPOKEN


class Utf8Pages:
    """Pages for a WSGI server, behind this gate."""

    def __init__(self, pages: Wsgi) -> None:
        self.pages = pages

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        if is_spoken(environ.get("CONTENT_TYPE", "")):
            return self.pages(environ, start)
        start(f"{STATUS.value} {STATUS.phrase}", [("Content-Type", MEDIA_TYPE)])
        return [SAID]


class Utf8Asgi:
    """The same for an ASGI server."""

    def __init__(self, pages: Any) -> None:
        self.pages = pages

    async def __call__(
        self,
        scope: dict[str, Any],
        receive: Callable[[], Awaitable[Message]],
        send: Callable[[Message], Awaitable[None]],
    ) -> None:
        said = dict(scope["headers"]).get(b"content-type", b"").decode("latin-1")
        if is_spoken(said):
            await self.pages(scope, receive, send)
            return
        headers = [(b"content-type", MEDIA_TYPE.encode())]
        await send({"type": "http.response.start", "status": STATUS.value, "headers": headers})
        await send({"type": "http.response.body", "body": SAID})
