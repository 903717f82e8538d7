"""Where somebody is once a dialog is done, on pages that follow what happens."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url

from agencies.reads.places import Place
from agencies.web.answers import onward
from agencies.web.live import cursors


def landed(request: HttpRequest, to: str, *place: Any) -> HttpResponse:
    """Onward; but a live page that is open already only closes its dialog, and hears of it."""
    if page_seen(request) == resolve_url(to, *place):
        return HttpResponse(status=204)
    return onward(request, to, *place)


def page_seen(request: HttpRequest) -> str:
    """Over which page the dialog stands, as far as its sender can be understood."""
    try:
        return urlsplit(request.headers.get("HX-Current-URL", "")).path
    except ValueError:
        return ""


def followed(place: Place, path: str) -> dict[str, str]:
    """What a page's island needs in order to follow."""
    return {
        "src": path,
        "cursor": cursors.seal(place.view, place.seq),
        "sign_in": resolve_url("sign-in"),
    }
