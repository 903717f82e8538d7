"""What is there and may not be known of answers as what is not there: at every address (P11)."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from http import HTTPStatus
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection, reset_queries
from django.db.models import Model
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver

from tests.mutualaid.doors import Visitor
from tests.mutualaid.exchange.asked import SOUND
from tests.openapi import filled, operations, sensible
from tests.stage import set_up
from tests.world import World

# Which of the rows stands at an address, by the word before its id.
ROWS = {
    "agencies": "agency",
    "agreements": "draft",
    "alerts": "alert",
    "amendments": "draft",
    "asks": "ask of Bay City EMS",
    "clauses": "clause of draft",
    "clearances": "clearance of ben",
    "command-offers": "handover",
    "command-seats": "command",
    "deployments": "engine at the fire",
    "disclosures": "ask to share",
    "divisions": "division",
    "attachments": "attachment of draft",
    "break-glass": "agency",
    "glass": "glass",
    "guests": "guest",
    "incidents": "fire",
    "invitations": "invitation of Eve",
    "letters": "letter that was parked",
    "lines": "line",
    "members": "ben",
    "notes": "note",
    "objectives": "objective",
    "offers": "ask of Bay City EMS",
    "parties": "party of draft",
    "requests": "request",
    "resources": "engine",
    "motions": "motion of Bay City EMS",
    "redlines": "redline of Bay City EMS",
    "rungs": "rung",
    "seats": "seat of ben",
    "sections": "section of draft",
    "ask": "agency",
    "pass-on": "agency",
    "seen-as": "agency",
    "sharing": "fire",
    "reviews": "agreement under review",
    "standings": "party under review",
    "devices": "exemption",
    "tokens": "token of ben",
    "withdrawals": "withdrawal",
}
# The directory of agencies is for everybody who has signed in.
KNOWN_TO_ALL = frozenset({"agencies"})
# What other systems write in words of their own, which no schema of ours describes.
MESSAGES = {"/api/v1/incidents/<uuid:pk>/edxl-rm/": SOUND}
OWN_TO_EACH_ANSWER = re.compile(
    rb'nonce="[^"]*"|content="[^"]*"|value="[^"]*"|[0-9a-f]{8}-[0-9a-f-]{27}'
    rb"|\d{4}-\d\d-\d\d \d\d:\d\d [A-Z]+"  # when it was looked at, in the foot of a page
)
PASSING = {"X-Request-Id", "Content-Security-Policy", "Content-Length", "Set-Cookie"}
SAID = {"reason": "Weather.", "version": 1, "quantity": 1}


@dataclass(frozen=True)
class Answer:
    """All that somebody hears, and how much was asked of the database for it."""

    status: int
    body: bytes
    headers: tuple[tuple[str, str], ...]
    questions: int


def routes(resolver: URLResolver, before: str = "") -> Iterator[str]:
    for pattern in resolver.url_patterns:
        here = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern, here)
        elif isinstance(pattern, URLPattern) and "<uuid:" in here:
            yield "/" + here


def words(route: str) -> list[str]:
    return re.findall(r"([\w-]+)/<uuid:\w+>", route)


ROUTES = [one for one in sorted(set(routes(get_resolver()))) if not set(words(one)) & KNOWN_TO_ALL]


def addressed(route: str, pks: Iterator[UUID]) -> str:
    return re.sub(r"<uuid:\w+>", lambda _: str(next(pks)), route.replace("<str:kind>", "cost"))


@cache
def bodies() -> dict[tuple[str, str], Any]:
    """What each door of the API takes, so that no shape is refused before anybody is looked for."""
    nobody = str(uuid4())
    return {
        (one.method, re.sub(r"\{\w+\}", "", one.path)): filled(
            one.body, lambda schema: sensible(schema, nobody)
        )
        for one in operations()
        if one.body
    }


def knock(visitor: Visitor, method: str, route: str, pks: list[UUID]) -> Answer:
    address = addressed(route, iter(pks))
    given: dict[str, Any] = {"headers": {"Idempotency-Key": secrets.token_hex(8)}}
    if method != "get" and route in MESSAGES:
        given |= {"data": MESSAGES[route], "content_type": "application/xml"}
    elif method != "get" and is_api(route):
        said = bodies().get((method, re.sub(r"<uuid:\w+>", "", route))) or {}
        given |= {"data": said, "content_type": "application/json"}
    elif method != "get":
        given |= {"data": SAID}
    reset_queries()
    with CaptureQueriesContext(connection) as asked:
        answer = getattr(visitor, method)(address, **given)
    headers = tuple(sorted((name, of) for name, of in answer.items() if name not in PASSING))
    return Answer(
        answer.status_code, OWN_TO_EACH_ANSWER.sub(b"", answer.content), headers, len(asked)
    )


def test_every_address_is_tried() -> None:
    assert {word for route in ROUTES for word in words(route)} <= set(ROWS)
    assert all(len(words(route)) == route.count("<uuid:") for route in ROUTES)


@pytest.fixture
def rows(world: World) -> dict[str, Model]:
    return set_up(world)


def test_what_is_foreign_answers_as_what_is_absent(world: World, rows: dict[str, Model]) -> None:
    """One test of all addresses: to set the stage takes longer than to try one of them."""
    ivy = Visitor(world.ivy)
    ivy.raise_request_exception = False

    told = list(differences(ivy, rows))

    assert told == []


def test_whoever_may_know_is_told_them_apart(world: World, rows: dict[str, Model]) -> None:
    """So that the test above does not look at addresses that answer everybody alike."""
    dora = Visitor(world.dora)
    told = {route for _method, route, *_ in differences(dora, rows, ("get",))}

    assert len(told) > len(ROUTES) / 4


def test_nothing_is_refused_for_its_shape_before_anybody_is_looked_for(world: World) -> None:
    """So that the first test does not compare how two answers say the same of what was sent."""
    ivy, malformed = Visitor(world.ivy), {HTTPStatus.BAD_REQUEST, HTTPStatus.UNSUPPORTED_MEDIA_TYPE}
    doors = [(method, route) for route in ROUTES for method in ("post", "put") if is_api(route)]

    heard = {door: knock(ivy, *door, [uuid4() for _ in words(door[1])]).status for door in doors}

    assert {door: status for door, status in heard.items() if status in malformed} == {}


def is_api(route: str) -> bool:
    return route.startswith("/api/")


def differences(
    visitor: Visitor,
    rows: dict[str, Model],
    methods: Sequence[str] = (),
) -> Iterator[tuple[str, str, Answer, Answer]]:
    for route in ROUTES:
        foreign = [rows[ROWS[word]].pk for word in words(route)]
        ways = ("get", "post", "put", "delete") if is_api(route) else ("get", "post")
        for method in methods or ways:
            there = knock(visitor, method, route, foreign)
            absent = knock(visitor, method, route, [uuid4() for _ in foreign])
            if there != absent:
                yield method, route, there, absent
