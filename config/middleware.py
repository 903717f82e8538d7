"""What happens to every request."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from urllib.parse import unquote

import structlog
from django.conf import settings
from django.core.exceptions import BadRequest, MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse

SAFE_ID = re.compile(r"[A-Za-z0-9-]{8,64}")


class RequestId:
    """Gives every request an id that its log lines and its answer's header carry."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        given = request.headers.get("X-Request-Id", "")
        request_id = given if SAFE_ID.fullmatch(given) else str(uuid.uuid4())
        with structlog.contextvars.bound_contextvars(request_id=request_id):
            response = self.get_response(request)
        response["X-Request-Id"] = request_id
        return response


class ClientAddress:
    """Behind a proxy, the visitor's address is what the proxy says, not the proxy's own.

    The audit trail and the security log would otherwise name the proxy in every line.
    The last word of the header is the proxy's; a visitor could only add words before it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if not settings.BEHIND_PROXY:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if said := request.headers.get("X-Forwarded-For", ""):
            request.META["REMOTE_ADDR"] = said.rpartition(",")[2].strip()
        return self.get_response(request)


class Readable:
    """Refuses an address with a character that no text can keep, whichever view asks for it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\x00" in unquote(request.META.get("QUERY_STRING", "")):
            raise BadRequest
        return self.get_response(request)
