"""Two faults in what keeps a token to what it is for, planted for real (4.4)."""

from __future__ import annotations

from typing import Final

import pytest

from agencies import sharing
from audit import bounds, walls
from audit.walls import Place
from incidents.reads import views
from tests.doors.test_either_wall_alone import tried
from tests.doors.test_every_door import DOORS, Cell
from tests.doors.test_planted_faults import BOARD, opened_at
from tests.doors.walls_apart import policies_alone
from tests.world import World

NAMED: Final = [f"GET {BOARD} by x"]


def of_the_fire() -> list[Cell]:
    """A token for exercises at the board of an incident that is real, and its member's own."""
    return [Cell(door, "own", "x", exists=False) for door in DOORS if door.route == BOARD]


def test_a_rule_that_forgets_what_a_token_is_for(
    unwalled: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounds, "narrowed", lambda rows, _bound: rows)
    for module in (bounds, sharing, views):
        monkeypatch.setattr(module, "within", lambda _bound, _mode: True)

    assert opened_at(tried(unwalled, of_the_fire())) == NAMED


def test_a_place_that_forgets_what_a_token_is_for(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    with policies_alone():
        monkeypatch.setattr(
            walls, "place_of", lambda actor: Place(actor.agency_id, actor.member_id, actor.reach)
        )

        told = tried(world, of_the_fire())

    assert opened_at(told) == NAMED
