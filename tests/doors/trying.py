"""Every door by its address, collected from the application itself, and trying one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID, uuid4

from django.db.models import Model
from django.test import Client
from django.urls import get_resolver

from tests.conformance.test_absent_is_as_foreign import (
    MESSAGES,
    OWN_TO_EACH_ANSWER,
    ROWS,
    SAID,
    addressed,
    bodies,
    is_api,
    routes,
    words,
)
from tests.openapi import operations

NO_SUCH_WAY: Final = 405
GONE: Final = 404
# Of which agreement the rows of `ROWS` are that are no parts of the draft.
ELSEWHERE: Final = {"motions": "agreement in force", "redlines": "agreement under review"}


@dataclass(frozen=True)
class Door:
    """One way in: a method at an address."""

    method: str
    route: str

    @property
    def subject(self) -> str:
        """The word that decides for whom it exists: the first, of which the rest are parts."""
        first, last = words(self.route)[0], words(self.route)[-1]
        return last if last in ELSEWHERE else first

    def __str__(self) -> str:
        return f"{self.method.upper()} {self.route}"


def doors() -> list[Door]:
    """All that lead to a row, whatever they then do with it."""
    described = {(one.method, re.sub(r"\{\w+\}", "", one.path)) for one in operations()}
    found = []
    for route in sorted(set(routes(get_resolver()))):
        bare = re.sub(r"<uuid:\w+>", "", route)
        ways = ("get", "post", "put", "delete") if is_api(route) else ("get", "post")
        found += [
            Door(method, route)
            for method in ways
            if not is_api(route) or route in MESSAGES or (method, bare) in described
        ]
    return found


@dataclass(frozen=True)
class Answer:
    status: int
    body: bytes
    raw: bytes


def tried(client: Client, door: Door, pks: list[UUID]) -> Answer:
    """What one hears at this door, without what differs from answer to answer."""
    given: dict[str, Any] = {"headers": {"Idempotency-Key": uuid4().hex}}
    if door.method != "get" and door.route in MESSAGES:
        given |= {"data": MESSAGES[door.route], "content_type": "application/xml"}
    elif door.method != "get" and is_api(door.route):
        said = bodies().get((door.method, re.sub(r"<uuid:\w+>", "", door.route))) or {}
        given |= {"data": said, "content_type": "application/json"}
    elif door.method != "get":
        given |= {"data": SAID}
    answer = getattr(client, door.method)(addressed(door.route, iter(pks)), **given)
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return Answer(answer.status_code, OWN_TO_EACH_ANSWER.sub(b"", body), body)


def foreign(door: Door, rows: dict[str, Model]) -> list[UUID]:
    first, *parts = words(door.route)
    whole = ELSEWHERE[parts[-1]] if parts and parts[-1] in ELSEWHERE else ROWS[first]
    return [rows[whole].pk, *(rows[ROWS[word]].pk for word in parts)]


def absent(door: Door) -> list[UUID]:
    return [uuid4() for _ in words(door.route)]


def parts() -> Iterator[Door]:
    """Doors to a part of a whole, where another's whole could be named."""
    yield from (door for door in doors() if len(words(door.route)) > 1)
