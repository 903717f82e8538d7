"""Worlds that differ in one agency's secrets only are the same to everybody else (P11)."""

from __future__ import annotations

from uuid import uuid4

import orjson
import pytest
from asgiref.sync import sync_to_async
from django.db import transaction
from django.test import Client

from agencies.categories import Category
from agencies.models import Account
from audit.actors import Actor
from incidents import writes as at_incidents
from incidents.models import Incident
from tests import foreign
from tests.cleaning import empty_tables
from tests.doors import secrets_kept
from tests.doors.hearing import asked, comparable, heard, spelled
from tests.foreign import rows_of
from tests.mutualaid.region import Region, build
from tests.sockets import Follow
from tests.world import World, seeding
from tests.world import build as build_world

Answer = tuple[int, bytes, tuple[tuple[str, str], ...]]
Heard = dict[str, Answer]


@pytest.fixture
def region(world: World) -> Region:
    return numbered(world)


def numbered(world: World) -> Region:
    with seeding():
        # Written past the numbering, it would take the number of the next real one.
        Incident.objects.filter(pk=world.fire.pk).update(number="HCF-2025-0999")
    return build(world)


def test_bay_hears_nothing_of_what_harbor_keeps_to_itself(region: Region) -> None:
    assert_the_same(region, region.world.dev)


def test_a_stranger_hears_nothing_of_it_either(region: Region) -> None:
    assert_the_same(region, region.world.ivy)


async def test_a_boards_frames_tell_nothing_of_it(follow: Follow) -> None:
    """Not even that something happened: nobody is sent a frame in which nothing is for them."""
    plain, busy = [await frames(follow, secrets=secrets) for secrets in (False, True)]

    assert plain == busy
    assert len(plain) == 2


async def frames(follow: Follow, *, secrets: bool) -> list[bytes]:
    """What a board of Bay City EMS is told until the first note that is for it."""
    region = await sync_to_async(_begun_anew)()
    world, fire = region.world, region.world.fire
    await sync_to_async(at_incidents.set_objective)(world.ana, fire.pk, text="Hold Pier 5.")
    board = await follow(world.dev, fire)
    told = [await board.frame()]
    if secrets:
        await sync_to_async(secrets_kept.kept)(world)
    await sync_to_async(at_incidents.write_note)(
        world.ana, fire.pk, category=Category.OPS, text="Wind turns."
    )
    while not any(row and row.get("text") == "Wind turns." for row in told[-1]["rows"].values()):
        told.append(await board.frame())
    await board.leave()
    return [comparable(orjson.dumps(frame)) for frame in told]


def _begun_anew() -> Region:
    empty_tables()
    return numbered(build_world())


def assert_the_same(region: Region, who: Actor, *, at_least: int = 150) -> None:
    plain, busy = (told(region, who, secrets=secrets) for secrets in (False, True))
    assert len(plain) >= at_least
    assert list(plain) == list(busy)
    differing = [at for at in plain if plain[at] != busy[at]]
    assert not differing, "\n".join(difference(at, plain[at], busy[at]) for at in differing)


def difference(at: str, plain: Answer, busy: Answer) -> str:
    """Where two answers at one address first part."""
    lines = zip(*(one[1].decode().splitlines() for one in (plain, busy)), strict=False)
    parted = next((pair for pair in lines if pair[0] != pair[1]), (plain[0], busy[0]))
    return f"{at}: {parted}"


def told(region: Region, who: Actor, *, secrets: bool) -> Heard:
    """What is heard at every door in one of the two worlds; then it is gone."""
    with transaction.atomic():
        secrets_kept.hired(region.world, secretly=secrets)
        hidden = secrets_kept.kept(region.world) if secrets else {}
        scene = foreign.set_up(region)
        client = Client(raise_request_exception=False)
        client.force_login(Account.objects.get(member__pk=who.member_id))
        rows = rows_of(scene)
        for word in secrets_kept.SORTS:
            rows[word] = (*rows.get(word, ()), hidden.get(word, uuid4()))
        numbered = {}
        for number, address in enumerate(asked(rows, secrets_kept.NAME)):
            numbered[f"{number} {spelled(address)}"] = heard(client, address)
        transaction.set_rollback(True)
    return numbered
