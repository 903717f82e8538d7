"""TLP 2.0: the author says how far a note goes; it narrows, and nobody else widens it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from agencies.categories import Category, Tlp
from audit.actors import Actor
from audit.refusals import NotFound, Stale
from incidents import reads, writes
from incidents.writes.note import NamesNobody
from tests.incidents.readers import pk_of
from tests.world import World


def noted(world: World, tlp: str, *named: Actor, category: Category = Category.OPS) -> UUID:
    return writes.write_note(
        world.ana,
        world.fire.pk,
        category=category,
        text="Gate code 7.",
        tlp=tlp,
        recipients=tuple(pk_of(one) for one in named),
    ).note


def sees(world: World, *viewers: Actor) -> list[bool]:
    boards = (reads.board(viewer, world.fire.pk) for viewer in viewers)
    return [any(row["text"] == "Gate code 7." for row in one.of_kind("note")) for one in boards]


def test_red_is_for_the_named_alone_even_in_its_own_agency(world: World) -> None:
    noted(world, Tlp.RED, world.cleo)

    assert sees(world, world.ana, world.cleo) == [True, True]
    assert sees(world, world.ben, world.dora, world.dev) == [False, False, False]


def test_naming_somebody_shows_them_also_what_no_clause_shares(world: World) -> None:
    noted(world, Tlp.RED, world.cleo, category=Category.LES)

    assert sees(world, world.cleo, world.dev) == [True, False]


def test_naming_somebody_does_not_lift_the_law(world: World) -> None:
    noted(world, Tlp.RED, world.cleo, category=Category.INTEL)

    assert sees(world, world.ana, world.cleo) == [True, False]


def test_amber_strict_stays_in_its_own_agency(world: World) -> None:
    noted(world, Tlp.AMBER_STRICT)

    assert sees(world, world.ben, world.cleo) == [True, False]


@pytest.mark.parametrize("tlp", [Tlp.AMBER, Tlp.GREEN, Tlp.CLEAR, ""])
def test_other_labels_go_as_far_as_the_category(world: World, tlp: str) -> None:
    noted(world, tlp)
    noted(world, tlp, category=Category.LES)

    board = reads.board(world.cleo, world.fire.pk).of_kind("note")
    texts: list[Any] = [row["text"] for row in board]
    assert "Gate code 7." in texts
    assert {"withheld": "LES"} in texts


def test_its_owner_labels_it_anew_and_nobody_else(world: World) -> None:
    pk = noted(world, Tlp.GREEN)
    with pytest.raises(NotFound):
        writes.relabel_note(world.cleo, pk, tlp=Tlp.CLEAR, version=1)

    writes.relabel_note(world.ben, pk, tlp=Tlp.AMBER_STRICT, version=1)

    assert sees(world, world.cleo) == [False]
    with pytest.raises(Stale):
        writes.relabel_note(world.ana, pk, tlp=Tlp.CLEAR, version=1)


def test_only_red_names_people_and_only_people_who_are_there(world: World) -> None:
    with pytest.raises(NamesNobody):
        noted(world, Tlp.GREEN, world.cleo)
    with pytest.raises(NotFound):
        noted(world, Tlp.RED, world.ivy)
