"""Every socket, by everybody, with every message that it takes: who hears what (P11, P12, 4.4)."""

from __future__ import annotations

from typing import Any, Final

import orjson
from asgiref.sync import sync_to_async
from django.utils import timezone

from agencies import writes as in_agencies
from agencies.lifecycle import Readiness
from agencies.models import Member, SeatKind
from agencies.web.live import protocol
from audit.actors import Actor
from config.urls import socket_urlpatterns
from incidents import writes as at_incidents
from tests.doors.people import neighbors
from tests.doors.table import RELATIONS
from tests.sockets import PATIENCE_SECONDS, Client, Follow
from tests.world import World, actor, build, member, seeding

# For each socket, at which agencies one hears of Harbor County Fire's rows there, by hand.
HEARS: Final = {
    "live/incidents/<uuid:pk>/": {"own", "mou", "lacking", "none"},
    "live/agency/": {"own"},
}
# The client's one message, in each of its forms, and what is none.
FROM_NOTHING: Final = "from nothing"
ANOTHERS: Final = "with a cursor of Harbor County Fire's"
FORGED: Final = "with a cursor of its own making"
BABBLE: Final = "then in no words that it takes"
MESSAGES: Final = (FROM_NOTHING, ANOTHERS, FORGED, BABBLE)
NOBODYS: Final = (protocol.SESSION_ENDED, protocol.ACCESS_ENDED)


def test_every_socket_has_a_line() -> None:
    assert {str(one.pattern) for one in socket_urlpatterns} == set(HEARS)


def cells() -> list[tuple[str, str]]:
    """Everybody with every message; whose own cursor it is goes on with nothing new."""
    whole = [(relation, message) for relation in RELATIONS for message in MESSAGES]
    return [one for one in whole if one != ("own", ANOTHERS)]


async def test_who_hears_what(standing: None, follow: Follow) -> None:
    assert await wrongly_heard(follow, *HEARS) == []


async def wrongly_heard(follow: Follow, *routes: str) -> list[str]:
    """Who hears at these sockets what the table does not say."""
    world, people = await sync_to_async(_begun)()
    told = []
    for route in routes:
        incident = world if "incidents" in route else None
        first = await follow(people["own"], incident and world.fire)
        cursor = orjson.loads(await first.heard())["cursor"]
        for relation, message in cells():
            said = {ANOTHERS: cursor, FORGED: "AAAA.BBBB"}.get(message, "")
            client = await follow(people[relation], incident and world.fire, cursor=said)
            heard = await _first(client)
            if message == BABBLE and isinstance(heard, str):
                await client.send('["subscribe", "*"]')
                heard = heard if "error" in str(await _first(client)) else "took it"
            if not _as_told(heard, incident, relation in HEARS[route], world):
                told.append(f"{route} {relation} {message}: {heard}")
    return told


async def test_who_is_nobody_or_no_longer_somebody_hears_nothing(follow: Follow) -> None:
    world, people = await sync_to_async(_begun)()
    await sync_to_async(_suspend)(people["own"])

    heard = [
        await _first(await follow(who, incident))
        for who in (None, people["own"])
        for incident in (world.fire, None)
    ]

    assert set(heard) <= set(NOBODYS)


def _begun() -> tuple[World, dict[str, Actor]]:
    """Something that Harbor County Fire says at the fire, and something at home; who listens."""
    world, people = build(), {}
    for relation, agency in neighbors(world).agencies.items():
        with seeding():
            people[relation] = actor(member(agency, f"{relation} Hearer", SeatKind.COMMANDER))
    at_incidents.write_note(world.ana, world.fire.pk, category="OPS", text="Wind turns.")
    in_agencies.change_readiness(
        world.dora, world.engines[0].pk, to=Readiness.OUT_OF_SERVICE, reason="Pump."
    )
    return world, people


def _suspend(person: Actor) -> None:
    with seeding():
        Member.objects.filter(pk=person.member_id).update(suspended_at=timezone.now())


async def _first(client: Client) -> str | int:
    """What is said to them next, beats aside: a text, or the code of a close."""
    while True:
        event: dict[str, Any] = await client.wire.receive_output(PATIENCE_SECONDS)
        if event["type"] == "websocket.close":
            return int(event.get("code", 1000))
        if '"beat"' not in event["text"]:
            return str(event["text"])


def _as_told(heard: str | int, incident: World | None, hears: bool, world: World) -> bool:
    """At an incident one is let in or it does not exist; one's own agency always does."""
    if incident and not hears:
        return heard == protocol.GONE
    told = "Wind turns." if incident else str(world.engines[0].pk)
    return isinstance(heard, str) and '"rows"' in heard and (told in heard) is hears


def test_there_are_as_many_cells_as_we_say() -> None:
    """On each wall, and on both."""
    assert len(cells()) * len(HEARS) == 38
