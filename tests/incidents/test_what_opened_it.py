"""Each look says what opened what it showed, so that looks can be added up clause by clause."""

from __future__ import annotations

from typing import Any

import pytest
from asgiref.sync import sync_to_async

from agencies.categories import Category, Masking
from agencies.models import Clause
from audit.streams import of_access
from incidents import reads, writes
from tests.agencies.shares import shared
from tests.incidents.arrange import last_body
from tests.incidents.readers import begin
from tests.sockets import Follow
from tests.world import World

LES, PHI = Category.LES, Category.PHI


def opens(world: World) -> dict[str, dict[str, Any]]:
    """What the last look at Harbor's data says that each ground opened."""
    said = last_body(of_access(world.harbor_fire.pk))["fact"]
    return {one["sort"]: one for one in said["opens"]}


def wrote(world: World, category: Category, text: str) -> str:
    return f"note:{writes.write_note(world.ana, world.fire.pk, category=category, text=text).note}"


def test_a_clause_opens_what_it_shares_and_no_more(world: World) -> None:
    van, gate = wrote(world, LES, "A gray van."), wrote(world, Category.OPS, "Gate 7.")
    clause = Clause.objects.get(agreement=shared(world, LES, PHI))

    reads.board(world.dev, world.fire.pk)

    found = opens(world)
    assert found["clause"] == {
        "sort": "clause",
        "said": "Harbor shares, 1",
        "clause": str(clause.pk),
        "version": clause.version,
        "categories": ["LES"],
        "rows": [van],
        "shown": 1,
    }
    assert "OPS" in found["there"]["categories"]
    said = last_body(of_access(world.harbor_fire.pk))["fact"]
    assert {van, gate} <= set(said["rows"])
    assert found["there"]["shown"] == len(said["rows"])


def test_a_clause_that_opened_nothing_of_what_was_shown_is_not_named(world: World) -> None:
    wrote(world, Category.OPS, "Gate 7.")
    shared(world, LES)

    reads.board(world.dev, world.fire.pk)

    assert set(opens(world)) == {"there"}
    assert last_body(of_access(world.harbor_fire.pk))["fact"]["basis"] == [
        "your agency is at this incident"
    ]


@pytest.mark.parametrize(
    ("masking", "categories"), [(Masking.PARTIAL, ["LES"]), (Masking.EXISTENCE, None)]
)
def test_what_is_shown_in_part_is_opened_and_what_is_only_known_is_not(
    world: World, masking: Masking, categories: list[str] | None
) -> None:
    wrote(world, LES, "A gray van.")
    shared(world, LES, masking=masking)

    reads.board(world.dev, world.fire.pk)

    assert opens(world).get("clause", {}).get("categories") == categories


def test_what_is_shared_besides_opens_what_no_clause_does(world: World) -> None:
    wrote(world, LES, "A gray van.")
    wrote(world, PHI, "Burns, left arm.")
    shared(world, LES)
    for category in (LES, PHI):
        writes.share_at_incident(
            world.ana, world.fire.pk, to=world.bay_ems.pk, category=category, reason="On foot."
        )

    reads.board(world.dev, world.fire.pk)

    found = opens(world)
    assert (found["clause"]["categories"], found["disclosure"]["categories"]) == (["LES"], ["PHI"])


async def test_a_frame_says_so_too(follow: Follow) -> None:
    world = await begin()
    await sync_to_async(shared)(world, LES)
    dev = await follow(world.dev, world.fire)
    await dev.frame()

    van = await sync_to_async(wrote)(world, LES, "A gray van.")
    await dev.until(lambda rows: van in rows)

    found = await sync_to_async(opens)(world)
    assert found["clause"]["rows"] == [van]
