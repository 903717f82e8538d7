"""One table from refusals to status codes, for pages and for problem+json alike."""

from __future__ import annotations

import sys
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

import structlog
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.template import loader
from django.urls import is_valid_path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from rest_framework.exceptions import APIException, ValidationError
from rest_framework.response import Response

from agencies.admission import DeviceLocked
from agencies.apart import OthersFirst
from agencies.web.proving import ask_to_prove
from audit.refusals import (
    Conflict,
    NotAllowed,
    NotFound,
    ProveAgain,
    Refusal,
    StillRunning,
    Unrecordable,
)
from config.outages import NothingKept, Unavailable, outage

STATUSES: dict[type[Refusal], HTTPStatus] = {
    NotFound: HTTPStatus.NOT_FOUND,
    NotAllowed: HTTPStatus.FORBIDDEN,
    DeviceLocked: HTTPStatus.LOCKED,
    Conflict: HTTPStatus.CONFLICT,
    Unrecordable: HTTPStatus.SERVICE_UNAVAILABLE,
    Unavailable: HTTPStatus.SERVICE_UNAVAILABLE,
    OthersFirst: HTTPStatus.SERVICE_UNAVAILABLE,
    Refusal: HTTPStatus.UNPROCESSABLE_ENTITY,
}
# What the framework answers without a word.
WORDLESS = {
    HTTPStatus.METHOD_NOT_ALLOWED: gettext_lazy("This address takes what a form sends, no visits."),
    HTTPStatus.TOO_MANY_REQUESTS: gettext_lazy(
        "That was too often. Wait a moment, then repeat it."
    ),
}
RETRY_SECONDS: dict[type[Refusal], int] = {
    StillRunning: 1,
    Unrecordable: 5,
    Unavailable: 2,
    NothingKept: 10,
    OthersFirst: 5,
}


def status_of(refusal: Refusal) -> HTTPStatus:
    """The status of the nearest kind in the table."""
    return next(STATUSES[kind] for kind in type(refusal).__mro__ if kind in STATUSES)


class Refusals:
    """Answers a refused page with a sentence, whichever view it was refused in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return _worded(request, self.get_response(request))

    def process_exception(self, request: HttpRequest, wrong: Exception) -> HttpResponse | None:
        if isinstance(wrong, ProveAgain):
            return ask_to_prove(request)
        if isinstance(wrong, Refusal):
            return _answered(request, wrong)
        if isinstance(wrong, RequestDataTooBig):
            return refused_page(
                request, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, _("That is too large.")
            )
        away = outage(wrong)
        return _answered(request, away) if away else None


def refused_page(request: HttpRequest, status: HTTPStatus, sentence: str) -> HttpResponse:
    """The refusal as a page, or as a problem where an API path was asked for.

    A page about an outage is drawn without anything that needs the database.
    """
    if request.path.startswith("/api/"):
        return JsonResponse(
            _problem(_code(status), sentence, status),
            status=status,
            content_type="application/problem+json",
        )
    broken = status >= HTTPStatus.INTERNAL_SERVER_ERROR
    said = {
        "title": sentence,
        "status": int(status),
        "above": _above(request.path) if status == HTTPStatus.METHOD_NOT_ALLOWED else None,
        "request_id": structlog.contextvars.get_contextvars().get("request_id"),
    }
    template = "plain_refusal.html" if broken else "refusal.html"
    page = loader.render_to_string(template, said, None if broken else request)
    return HttpResponse(page, status=status)


def _worded(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """An answer that says nothing says why; what it tells browsers and proxies stays."""
    sentence = WORDLESS.get(HTTPStatus(response.status_code))
    if sentence is None or response.streaming or response.content:
        return response
    page = refused_page(request, HTTPStatus(response.status_code), str(sentence))
    for name in ("Allow", "Retry-After"):
        if name in response:
            page[name] = response[name]
    return page


def _above(path: str) -> str:
    """The nearest address above that leads somewhere: the page whose form sends there."""
    while path != "/":
        path = path.rstrip("/").rpartition("/")[0] + "/"
        if is_valid_path(path):
            return path
    return path


def _answered(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    response = refused_page(request, status_of(refusal), str(refusal))
    if retry := RETRY_SECONDS.get(type(refusal)):
        response["Retry-After"] = str(retry)
    return response


def problem(wrong: Exception, context: dict[str, Any]) -> Response | None:
    """DRF's exception handler: everything that is refused becomes problem+json (RFC 9457)."""
    if isinstance(wrong, Refusal):
        status = status_of(wrong)
        response = Response(_problem(wrong.code, str(wrong), status), status=status)
        if retry := RETRY_SECONDS.get(type(wrong)):
            response["Retry-After"] = str(retry)
    elif isinstance(wrong, Http404 | PermissionDenied):
        status = HTTPStatus.NOT_FOUND
        response = Response(_problem("not_found", str(NotFound()), status), status=status)
    elif isinstance(wrong, RequestDataTooBig):
        status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        response = Response(_problem("too_large", _("That is too large."), status), status=status)
    elif away := outage(wrong):
        return problem(away, context)
    elif isinstance(wrong, APIException):
        response = _from_framework(wrong)
    else:
        return None
    response.content_type = "application/problem+json"
    return response


def _from_framework(wrong: APIException) -> Response:
    status = HTTPStatus(wrong.status_code)
    if isinstance(wrong, ValidationError):
        title = _("Some of what you sent cannot be used.")
        said = _problem("invalid", title, status) | {"errors": wrong.detail}
    else:
        said = _problem(_code(status), str(wrong.detail), status)
    headers = {}
    if asked := getattr(wrong, "auth_header", None):
        headers["WWW-Authenticate"] = asked
    if wait := getattr(wrong, "wait", None):
        headers["Retry-After"] = str(int(wait))
    return Response(said, status=status, headers=headers)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return refused_page(request, HTTPStatus.NOT_FOUND, str(NotFound()))


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return refused_page(request, HTTPStatus.BAD_REQUEST, _("That request cannot be understood."))


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return refused_page(request, HTTPStatus.FORBIDDEN, _("You may not do that."))


def failed(request: HttpRequest) -> HttpResponse:
    """A bug, or an outage. It is in the log with its request id; nothing of it goes out."""
    if away := outage(sys.exc_info()[1]):
        return _answered(request, away)
    return refused_page(
        request, HTTPStatus.INTERNAL_SERVER_ERROR, _("Something went wrong here. It was recorded.")
    )


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    return refused_page(
        request,
        HTTPStatus.FORBIDDEN,
        _("This form has expired. Load the page again and repeat what you did."),
    )


def _problem(code: str, title: str, status: HTTPStatus) -> dict[str, Any]:
    return {"type": f"/problems/{code}", "title": title, "status": int(status)}


def _code(status: HTTPStatus) -> str:
    return status.phrase.lower().replace(" ", "_")
