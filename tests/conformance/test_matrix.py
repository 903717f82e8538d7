"""Every write's rule against the table that people wrote by hand."""

from __future__ import annotations

import pytest

from audit.actors import Actor, machine
from audit.rules import VISIBLE
from audit.writes import WRITES
from mutualaid.rules import CLOCK
from tests import stage
from tests.matrix import MATRIX, PEOPLE
from tests.world import World

OURS = sorted(name for name in WRITES if not name.startswith("tests."))
OPERATOR = machine("the operator", via="command")


def test_every_write_stands_in_the_table_and_nothing_else_does() -> None:
    assert sorted(MATRIX) == OURS


@pytest.mark.parametrize("name", OURS)
def test_who_may_and_who_may_not(world: World, name: str) -> None:
    subject, expected = MATRIX[name]
    row = stage.set_up(world)[subject]
    write = WRITES[name]
    rows = write.subject._default_manager.filter(pk=row.pk)

    found = "".join(
        "y" if write.allow.explained(rows, actor).exists()
        else "n" if VISIBLE[write.subject].scope(rows, actor).exists()
        else "."
        for actor in everybody(world)
    )  # fmt: skip

    assert dict(zip(PEOPLE, found, strict=True)) == dict(zip(PEOPLE, expected, strict=True))


@pytest.mark.parametrize("name", OURS)
def test_on_the_same_row_one_may_and_another_may_not(name: str) -> None:
    _subject, verdicts = MATRIX[name]

    assert "y" in verdicts
    assert set(verdicts) & {"n", "."}
    assert verdicts[PEOPLE.index("ivy")] != "y"


def everybody(world: World) -> list[Actor]:
    people = [getattr(world, name) for name in PEOPLE[:6]]
    return [*people, OPERATOR, CLOCK]
