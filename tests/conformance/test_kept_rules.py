"""A rule's SQL is worked out once for everybody in the same seats, and still means the rule."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.db.models import Q

from agencies.models import Agency
from audit import admitting, walls
from audit.actors import Actor
from audit.rules import rule
from audit.writes import WRITES
from tests import stage
from tests.conformance.test_matrix import OURS, everybody
from tests.matrix import MATRIX
from tests.world import World


@rule("you are called Ana")
def called_ana(actor: Actor) -> Q:
    return Q(name=actor.name)


@pytest.mark.parametrize("name", OURS)
def test_what_is_kept_admits_whom_the_rule_admits_and_for_the_same_reason(
    world: World, name: str
) -> None:
    row = stage.set_up(world)[MATRIX[name][0]]
    write = WRITES[name]
    rows = write.subject._default_manager.filter(pk=row.pk)

    with walls.beyond("tests"):
        kept = [
            admitting.locking(write.allow, write.subject, row.pk, one)() for one in everybody(world)
        ]
        fresh = [write.allow.explained(rows, one).first() for one in everybody(world)]

    assert [one and one[1] for one in kept] == [one and one.held for one in fresh]
    assert [one and one[0] for one in kept] == fresh


def test_another_row_is_another_row(world: World) -> None:
    write = WRITES["agencies.writes.agencies.edit_agency"]
    with walls.beyond("tests"):
        assert admitting.locking(write.allow, Agency, world.harbor_fire.pk, world.dora)()

        assert admitting.locking(write.allow, Agency, world.bay_ems.pk, world.dora)() is None
        assert admitting.locking(write.allow, Agency, uuid4(), world.dora)() is None


def test_a_rule_that_looks_at_a_name_cannot_be_kept(world: World) -> None:
    with pytest.raises(TypeError, match="depends on a name: you are called Ana"):
        admitting.locking(called_ana, Agency, world.harbor_fire.pk, world.ana)()
