"""Wherever a system may say a time it says the offset, or it is refused in words (P19)."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

import pytest

from tests.mutualaid.doors import Visitor
from tests.openapi import Operation, Schema, filled, operations, sensible
from tests.world import World

LOCAL = "2026-03-08T02:30:00"  # in many places this was on no clock
NOBODY = str(uuid4())


def told(schema: Schema) -> Any:
    """What somebody would say who means well, and takes everybody's clock to be theirs."""
    return LOCAL if is_time(schema) else sensible(schema, NOBODY)


def is_time(schema: Schema) -> bool:
    return bool(schema.get("format") == "date-time")


def named(said: Any, name: str = "") -> Iterator[str]:
    """The names of the fields in which a time is said."""
    if isinstance(said, dict):
        for part, value in said.items():
            yield from named(value, part)
    elif isinstance(said, list):
        for value in said:
            yield from named(value, name)
    elif said == LOCAL:
        yield name


def times(door: Operation) -> list[str]:
    asked = [name for name, schema in door.query if is_time(schema)]
    return sorted([*asked, *named(filled(door.body, told) if door.body else {})])


DOORS = {f"{door.method} {door.path}": door for door in operations() if times(door)}


@pytest.fixture
def dora(world: World) -> Visitor:
    return Visitor(world.dora)


@pytest.mark.parametrize("door", DOORS)
def test_a_time_without_its_offset_is_refused_in_words(dora: Visitor, door: str) -> None:
    answer = knock(dora, DOORS[door])

    assert answer.status_code == 400
    said = answer.json()["errors"].items()
    assert [name for name, why in sorted(said) if "offset from UTC" in str(why)] == times(
        DOORS[door]
    )


def test_the_schema_says_so_of_every_time() -> None:
    said = [schema for door in DOORS.values() for schema in schemas(door)]

    assert len(said) > 15
    for schema in said:
        assert "offset from UTC" in schema["description"]
        assert re.search(schema["pattern"], "2026-03-08T02:30:00-05:00")
        assert not re.search(schema["pattern"], LOCAL)


def knock(visitor: Visitor, door: Operation) -> Any:
    asked = {name: told(schema) for name, schema in door.query if is_time(schema)}
    return getattr(visitor, door.method)(
        f"{re.sub(r'{[a-z_]+}', NOBODY, door.path)}?{urlencode(asked)}",
        filled(door.body, told) if door.body else None,
        content_type="application/json",
        headers={"Idempotency-Key": secrets.token_hex(8)},
    )


def schemas(door: Operation) -> Iterator[Schema]:
    """The schemas of the times that a door takes."""
    yield from (schema for _name, schema in door.query if is_time(schema))
    seen: list[Schema] = []
    if door.body:
        filled(door.body, lambda schema: seen.append(schema))
    yield from (schema for schema in seen if is_time(schema))
