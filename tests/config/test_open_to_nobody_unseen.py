"""What would let strangers in does not start (P11; promises 4.4)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import pytest
from channels.generic.websocket import AsyncWebsocketConsumer
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from rest_framework.decorators import action
from rest_framework.permissions import AllowAny
from rest_framework.response import Response
from rest_framework.views import APIView

from audit.web.doors import Door
from config import checks, urls
from tests.conformance.test_nobody_comes_in_unseen import PUBLIC


class Open(APIView):
    """An API view that asks nobody who they are."""

    permission_classes = (AllowAny,)

    def get(self, request: Any) -> Response:
        return Response()


class Ajar(Door):
    """One of whose acts does not ask."""

    @action(detail=False, permission_classes=[AllowAny])
    def peek(self, request: Any) -> Response:
        return Response()


class Shut(Door):
    """One that asks, unless its address says otherwise."""

    def list(self, request: Any) -> Response:
        return Response()


class Hears(AsyncWebsocketConsumer):
    """A socket that accepts whoever knocks."""


@login_not_required
def page(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


PLANTED: Final = {
    "a page": path("planted/", page, name="planted"),
    "an API view": path("planted/", Open.as_view(), name="planted"),
    "its address": path("planted/", Shut.as_view({"get": "list"}, permission_classes=[])),
    "an act": path("planted/", Ajar.as_view({"get": "peek"}), name="planted"),
}


@contextmanager
def among(patterns: list[Any], one: URLPattern) -> Iterator[None]:
    patterns.append(one)
    try:
        yield
    finally:
        patterns.remove(one)


def refused() -> list[str]:
    return [one.msg for one in checks.no_door_opens_to_strangers()]


def test_every_door_asks_who_is_there() -> None:
    assert refused() == []


def test_what_is_open_to_all_is_what_people_wrote_down() -> None:
    assert set(checks.OPEN) == PUBLIC | {"come-as-guest", "join"}


@pytest.mark.parametrize("what", PLANTED)
def test_a_door_that_does_not_ask_is_named(what: str) -> None:
    with among(urls.urlpatterns, PLANTED[what]):
        told = refused()

    assert [one.partition(":")[0] for one in told] == ["/planted/ lets in whoever comes"]


def test_a_socket_that_does_not_ask_is_named() -> None:
    with among(urls.socket_urlpatterns, path("live/planted/", Hears.as_asgi())):
        told = refused()

    assert [one.partition(":")[0] for one in told] == ["/live/planted/ lets in whoever comes"]
