"""How a dialog over a live page ends: it closes, and the page hears of the change by frame."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect


def done(request: HttpRequest, to: str, *place: Any) -> HttpResponse:
    """Nothing to swap where a live board is open behind the dialog; else on to the page."""
    if request.headers.get("HX-Request") == "true":
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
    return redirect(to, *place)
