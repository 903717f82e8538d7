"""Whatever a member's system sends, no door fails, and all that was kept can be read again."""

from __future__ import annotations

import json
import logging
import random
import secrets
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import pytest
from django.db import transaction

from agencies.models import Agreement
from audit.actors import Actor
from incidents.models import Incident
from mutualaid.models import ResourceRequest
from tests import foreign
from tests.mutualaid.doors import Visitor
from tests.mutualaid.region import Region
from tests.mutualaid.region import build as region_of
from tests.openapi import Operation, Schema, filled, operations, sensible
from tests.rows import MODELS, ids_of
from tests.world import World, seeding

TEXTS = (
    *("", " ", "x" * 201, "y" * 70_000, "\x00", "\ud800", "\u202eabc\u200b", "\r\nX: y", "\x01\n"),
    *("<img src=x onerror=alert(1)>", "</script>{{7*7}}%s", "=cmd|' /C calc'!A0", "\ufeff-1"),
    *(
        "nan",
        "Infinity",
        "1e400",
        "\u0663",
        "\u2028",
        "../../etc/passwd",
        "posixrules",
        "\U0001f525",
    ),
)
TIMES = (
    *("0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "1969-12-31T23:59:59Z"),
    *("2100-01-01T00:00:01Z", "2026-11-21T06:00:60Z", "2026-03-08T02:30:00", "2026-11-21", "\x00"),
)
NUMBERS = (0, -1, 999, 32_768, 2**31, 2**63, 2**64 - 1, 10**19, -(2**63) - 1, 1.5, "1e3", "\u0663")
ANYTHING = (None, True, 0, "", "x", [], {}, [[]], {"a": 1}, "NaN", *NUMBERS)
# What would end the visit of whoever does it.
ENDING = ("/suspend/", "/password/", "/leave/", "/close/", "/abandon/", "/retire/", "/seats/")

PAGES = (
    *("/incidents/", "/agency/", "/agencies/", "/resources/", "/agreements/", "/tokens/"),
    *("/inbox/", "/incidents/alerts/", "/agency/trail/", "/who-looked/", "/security/"),
)
LISTS = ("agencies", "incidents", "resources", "members", "agreements", "asks", "alerts", "trail")


@dataclass
class Mischief:
    """Somebody who fills in what a door asks for, mostly well, and sometimes not."""

    dice: random.Random
    rows: dict[str, list[str]]

    def value(self, schema: Schema, word: str = "") -> Any:
        roll = self.dice.random()
        if roll < 0.08:
            return self.dice.choice(ANYTHING)
        if roll < 0.4 and "enum" not in schema:
            match schema.get("format") or schema.get("type"):
                case "date-time":
                    return self.dice.choice(TIMES)
                case "integer" | "number" | "double":
                    return self.dice.choice(NUMBERS)
                case "string":
                    return self.dice.choice(TEXTS)
        return sensible(schema, self.dice.choice(self.rows.get(word) or self.everything))

    @property
    def everything(self) -> list[str]:
        return [pk for pks in self.rows.values() for pk in pks]

    def address(self, door: Operation) -> str:
        path = door.path
        for word in door.words:
            known = self.rows.get(word) if self.dice.random() < 0.9 else None
            pk = self.dice.choice(known or self.everything)
            path = path.replace(path[path.index("{") : path.index("}") + 1], pk, 1)
        asked = {
            name: str(self.value(schema, name + "s"))
            for name, schema in door.query
            if self.dice.random() < 0.6
        }
        return f"{path}?{urlencode(asked, errors='surrogatepass')}" if asked else path

    def body(self, door: Operation) -> bytes:
        said = filled(
            door.body or {"type": "object"},
            self.value,
            whole=lambda _name: self.dice.random() < 0.95,
        )
        return json.dumps(said).encode()


@pytest.fixture
def region(world: World) -> Region:
    made = region_of(world)
    with seeding():
        # The world's own fire took the first number without counting it.
        Incident.objects.filter(pk=world.fire.pk).update(number="HCF-2025-0999")
    foreign.set_up(made)
    return made


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    """A thousand refusals are in nobody's interest to read; failures are."""
    log = logging.getLogger("django.request")
    before, log.level = log.level, logging.ERROR
    yield
    log.level = before


def test_no_door_fails_and_everything_stays_readable(region: Region) -> None:
    assert failures(region, seed=7, seconds=4) == []


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(6))
def test_for_a_long_while(region: Region, seed: int) -> None:
    assert failures(region, seed=seed, seconds=120) == []


def failures(region: Region, *, seed: int, seconds: float) -> list[Any]:
    mischief = Mischief(random.Random(seed), {word: ids_of(word) for word in MODELS})
    visitors = [visitor(who) for who in (region.dora, region.dev, region.world.ana, region.eli)]
    doors = [one for one in operations() if not one.path.endswith(ENDING)]
    failed: list[Any] = []
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        for door in mischief.dice.sample(doors, len(doors)):
            failed += knock(mischief.dice.choice(visitors), door, mischief)
    return failed + [one for each in visitors for one in unreadable(each)]


def knock(sender: Visitor, door: Operation, mischief: Mischief) -> list[Any]:
    """One knock; half of what it changes is undone, so that there is always something to do."""
    address, body = mischief.address(door), mischief.body(door)
    with transaction.atomic():
        answer = sender.generic(
            door.method.upper(),
            address,
            data=b"" if door.method == "get" else body,
            content_type="application/json",
            headers={"Idempotency-Key": secrets.token_hex(8)},
        )
        transaction.set_rollback(mischief.dice.random() < 0.5)
    return [(door.method, address, body)] if answer.status_code >= 500 else []


def unreadable(reader: Visitor) -> list[str]:
    """Whatever shows what was kept, and does not any more."""
    return [each for each in everything_read() if reader.get(each).status_code >= 500]


def everything_read() -> Iterator[str]:
    yield from PAGES
    yield from (f"/api/v1/{name}/" for name in LISTS)
    for pk in Incident.objects.values_list("pk", flat=True)[:40]:
        yield from (
            f"/incidents/{pk}/",
            f"/incidents/{pk}/trail/",
            f"/api/v1/incidents/{pk}/trail/",
        )
        yield from (f"/api/v1/incidents/{pk}/board/", f"/api/v1/requests/?incident={pk}")
    for pk in ResourceRequest.objects.values_list("pk", flat=True)[:40]:
        yield from (f"/requests/{pk}/", f"/api/v1/requests/{pk}/history/")
    for pk in Agreement.objects.values_list("pk", flat=True)[:40]:
        yield from (f"/agreements/{pk}/", f"/api/v1/agreements/{pk}/")


def visitor(who: Actor) -> Visitor:
    made = Visitor(who)
    made.raise_request_exception = False
    return made
