"""A token is for what is real or for exercises, and comes upon nothing of the other (8.4, P12).

Each of the two walls alone must keep it away: at every address of the API and in every list, where
the row would be its member's own to see.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final
from uuid import UUID

import pytest
from asgiref.sync import sync_to_async
from django.db import connection
from django.db.models import Model

from agencies.models import BoundTo, SeatKind
from agencies.web.live import protocol
from audit.actors import Actor
from incidents import writes as at_incidents
from incidents.models import Hazard, Incident, Mode
from tests.agencies.systems import System
from tests.doors.people import Neighbors, neighbors
from tests.doors.table import EXISTS, REAL
from tests.doors.test_every_door import DOORS, Cell, laid, wrong
from tests.doors.test_lists_and_exports import LISTS, shown
from tests.doors.trying import is_api
from tests.sockets import Follow
from tests.world import World, actor, build, member, seeding

AT_AN_INCIDENT: Final = [
    door for door in DOORS if is_api(door.route) and EXISTS[door.subject][0] == REAL
]
API_LISTS: Final = [route for route in LISTS if is_api(route)]
# Rows of the stage that are of the fire, and whose ids other doors tell of as well.
AT_THE_FIRE: Final = ("incident", "request", "line", "solicitation", "deployment", "note", "alert")
OTHER: Final = {"t": Mode.EXERCISE, "x": Mode.REAL_WORLD}
BOTH: Final = pytest.mark.parametrize("role", OTHER)


@pytest.fixture
def world(standing: None, db: None) -> World:
    return build()


def staged(world: World, mode: Mode) -> tuple[Neighbors, dict[str, Model]]:
    """The fire with a row of every sort, real or exercised. Its mode is set by hand: no act can."""
    rows = laid(world)
    with seeding(), connection.cursor() as cursor:
        for table in ("incidents_incident", "incidents_alert"):
            cursor.execute(f"UPDATE {table} SET mode = %s", [mode])
    return neighbors(world), rows


@BOTH
def test_what_is_of_the_other_does_not_exist_for_it(world: World, role: str) -> None:
    there, rows = staged(world, OTHER[role])

    assert list(wrong(there, rows, shut_to(role))) == []


def shut_to(role: str) -> list[Cell]:
    return [Cell(door, "own", role, exists=False) for door in AT_AN_INCIDENT]


@BOTH
def test_what_is_of_its_own_does(world: World, role: str) -> None:
    """So that the test above does not pass because a token finds nothing anywhere."""
    own = {Mode.EXERCISE: Mode.REAL_WORLD, Mode.REAL_WORLD: Mode.EXERCISE}[OTHER[role]]
    there, rows = staged(world, own)

    found = {str(one) for one in wrong(there, rows, shut_to(role))}

    assert len(found) > len(AT_AN_INCIDENT) / 4


@BOTH
def test_no_list_has_it(world: World, role: str) -> None:
    there, rows = staged(world, OTHER[role])
    client = there.visitor("own", role)
    hidden = {str(rows[name].pk).encode(): name for name in AT_THE_FIRE if name in rows}
    told = [
        f"{route} shows the {name}"
        for route in API_LISTS
        for pk, name in hidden.items()
        if pk in shown(client, route)[1]
    ]

    assert told == []


async def test_no_socket_of_an_incident_lets_it_in(standing: None, follow: Follow) -> None:
    world, real, exercising = await sync_to_async(_listeners)()

    heard = await (await follow(real, world.fire)).frame()
    code = await (await follow(exercising, world.fire)).closed_with()

    assert heard["rows"]
    assert code == protocol.GONE


async def test_its_agencys_socket_tells_it_of_its_own_incidents_alone(follow: Follow) -> None:
    _world, *tokens = await sync_to_async(_listeners)()
    real, exercising = [await follow(token) for token in tokens]
    whole = await follow(replace(tokens[0], bound=""))

    first, drill, last = [
        f"incident:{await sync_to_async(_opened)(tokens[0], mode)}"
        for mode in (Mode.REAL_WORLD, Mode.EXERCISE, Mode.REAL_WORLD)
    ]
    await real.until(lambda rows: last in rows)
    await exercising.until(lambda rows: drill in rows)
    await whole.until(lambda rows: last in rows)

    assert real.rows.keys() & {first, drill, last} == {first, last}
    assert exercising.rows.keys() & {first, drill, last} == {drill}
    assert whole.rows.keys() >= {first, drill, last}


def _listeners() -> tuple[World, Actor, Actor]:
    """Two tokens of one and the same commander: for what is real, and for exercises."""
    world = build()
    with seeding():  # by hand, the fire has the number that the next incident would get
        Incident.objects.filter(pk=world.fire.pk).update(number="HCF-2025-0999")
        who = actor(member(world.harbor_fire, "Cy Hearer", SeatKind.COMMANDER))
    at_incidents.write_note(world.ana, world.fire.pk, category="OPS", text="Wind turns.")
    real = replace(who, via="live", bound=BoundTo.REAL.value)
    return world, real, replace(real, bound=BoundTo.EXERCISE.value)


def _opened(by: Actor, mode: Mode) -> UUID:
    whole = replace(by, bound="")
    said = {"name": "Pier 9", "kind": Hazard.FIRE, "mode": mode}
    return at_incidents.open_incident(whole, by.home, **said).incident


def test_a_token_opens_incidents_of_its_own_sort_alone(db: None) -> None:
    world = build()
    laid(world)
    system = System(world.ana)
    said = {"name": "Drill", "kind": "fire", "place": "Pier 9"}

    refused = system.act("incidents/", said | {"mode": Mode.EXERCISE})

    assert refused.status_code == 403
    assert "the other way round" in refused.json()["title"]
    assert system.act("incidents/", said | {"mode": Mode.REAL_WORLD}).status_code in {200, 201}
