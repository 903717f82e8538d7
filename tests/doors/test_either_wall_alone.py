"""Each wall alone keeps agencies apart: rules without row policies, policies without rules (P11).

A cell, a door tried by somebody, is *cross-agency* where `tests/doors/table.py` names nobody of
that agency: for all its people the row does not exist. There each wall alone must answer as for
a row that is absent. Where some people of an agency may see a row, which of them, and what they
may do to it, is for rules to say: the database knows agencies, no seats. Such cells may open
without rules. How many of them stay shut all the same is in `test_rows_are_kept.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from tests.doors.people import neighbors
from tests.doors.table import ALL, EXISTS, REAL, RELATIONS
from tests.doors.test_every_door import DOORS, Cell, cells, laid, wrong
from tests.doors.trying import Door, is_api
from tests.doors.walls_apart import policies_alone
from tests.world import World

EVERY_SEAT = "*"


def across(roles: str) -> Iterator[Cell]:
    """Every cell of an agency to all of whose people the row does not exist."""
    for door in DOORS:
        for place, relation in enumerate(RELATIONS):
            if place and not EXISTS[door.subject][place]:
                for role in roles:
                    yield Cell(door, relation, role, exists=False)


def is_real(door: Door) -> bool:
    """Whether it leads to what happens at an incident that is no exercise."""
    return is_api(door.route) and EXISTS[door.subject][0] == REAL


def tried(world: World, those: Iterable[Cell]) -> list[str]:
    return list(wrong(neighbors(world), laid(world), those))


def test_rules_alone_keep_agencies_apart(unwalled: World) -> None:
    assert tried(unwalled, cells(every_role=False)) == []


def test_policies_alone_keep_agencies_apart(world: World) -> None:
    """By who has every seat: rules are out of the way, and no door asks for another."""
    with policies_alone():
        assert tried(world, across(EVERY_SEAT)) == []


def test_policies_alone_keep_what_is_real_from_a_token_for_exercises(world: World) -> None:
    """At home, where everything would be theirs."""
    real = [Cell(door, "own", "x", exists=False) for door in DOORS if is_real(door)]
    assert len(real) > 60

    with policies_alone():
        assert tried(world, real) == []


@pytest.mark.soak
def test_rules_alone_in_every_role(unwalled: World) -> None:
    assert tried(unwalled, cells(every_role=True)) == []


@pytest.mark.soak
def test_policies_alone_in_every_role(world: World) -> None:
    with policies_alone():
        assert tried(world, across(ALL)) == []


def test_who_tries_without_rules_comes_in_at_home(world: World) -> None:
    """So that the test of policies does not pass because nothing at all opens."""
    doors = {one.door: None for one in across(EVERY_SEAT) if one.door.method == "get"}

    with policies_alone():
        opened = tried(world, [Cell(door, "own", EVERY_SEAT, exists=False) for door in doors])

    assert len(opened) > len(doors) / 2


def test_there_are_as_many_cells_as_we_say() -> None:
    """What README says of each wall; it may only grow."""
    assert len(list(cells(every_role=False))) >= 950
    assert len(list(across(EVERY_SEAT))) >= 750
