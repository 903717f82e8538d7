"""What a guest may do: nothing where they look only, and what the table says where they assist."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from agencies.categories import Category
from audit.refusals import NotAllowed, NotFound
from incidents import reads, writes
from incidents.lifecycle import DeploymentState
from incidents.models import GuestSeat, Tier
from incidents.writes.guests import NarrowInstead, StaysTooLong
from incidents.writes.incident import NothingChanged
from incidents.writes.note import NotForGuests
from tests.incidents.arrange import arrived
from tests.incidents.guests import came, id_of, invited
from tests.world import World

LES, OPS = Category.LES, Category.OPS


def texts(world: World, viewer: Any) -> list[Any]:
    return [row["text"] for row in reads.board(viewer, world.fire.pk).of_kind("note")]


def later(**hours: int) -> Any:
    return timezone.now() + timedelta(**hours)


def test_a_guest_who_looks_only_writes_nothing(world: World) -> None:
    kim = came(world)

    with pytest.raises(NotFound):
        writes.write_note(kim, world.fire.pk, category=OPS, text="Two boats.")


def test_a_guest_who_assists_writes_in_their_name_and_the_note_is_the_hosts(world: World) -> None:
    kim = came(world, tier=Tier.ASSIST)

    writes.write_note(kim, world.fire.pk, category=OPS, text="Two boats.")

    (row,) = reads.board(world.dev, world.fire.pk).of_kind("note")
    assert row["author"] == "Kim Roe (Seaside Rescue, guest of Harbor County Fire)"
    assert row["owner"] == str(world.harbor_fire.pk)
    assert texts(world, kim) == ["Two boats."]
    line = reads.timeline(world.ana, world.fire.pk).lines[0]
    assert "Seaside Rescue" in line.agency


@pytest.mark.parametrize("label", [{"category": LES}, {"category": OPS, "tlp": "amber"}])
def test_a_guest_writes_only_what_everybody_there_reads(
    world: World, label: dict[str, Any]
) -> None:
    kim = came(world, tier=Tier.ASSIST)

    with pytest.raises(NotForGuests):
        writes.write_note(kim, world.fire.pk, text="Two boats.", **label)


@pytest.mark.parametrize(
    ("seat", "moves"), [(GuestSeat.DISPATCHER, False), (GuestSeat.COMMANDER, True)]
)
def test_a_guest_changes_what_the_table_says_of_their_seat(
    world: World, seat: GuestSeat, moves: bool
) -> None:
    unit = arrived(world)
    kim = came(world, tier=Tier.ASSIST, seat=seat)
    step = {"to": DeploymentState.STAGED, "version": unit.version, "division": world.staging.pk}

    if moves:
        assert writes.move_deployment(kim, unit.pk, **step).to_state == DeploymentState.STAGED
        return
    with pytest.raises(NotFound):
        writes.move_deployment(kim, unit.pk, **step)


def test_narrowing_is_one_tap_and_widening_is_for_who_shares_the_incident(world: World) -> None:
    kim = came(world, world.dora, tier=Tier.ASSIST)

    writes.narrow_guest(world.dora, id_of(kim))

    with pytest.raises(NotFound):
        writes.write_note(kim, world.fire.pk, category=OPS, text="Two boats.")
    with pytest.raises(NothingChanged):
        writes.narrow_guest(world.dora, id_of(kim))
    with pytest.raises(NotAllowed):
        writes.widen_guest(world.dev, id_of(kim), tier=Tier.ASSIST, due_at=later(hours=3))
    with pytest.raises(NotAllowed):
        writes.widen_guest(kim, id_of(kim), tier=Tier.ASSIST, due_at=later(hours=3))
    writes.widen_guest(world.ana, id_of(kim), tier=Tier.ASSIST, due_at=later(hours=3))
    assert writes.write_note(kim, world.fire.pk, category=OPS, text="Two boats.")


def test_widening_goes_one_way_and_not_beyond_three_days(world: World) -> None:
    pk = invited(world, tier=Tier.ASSIST)

    with pytest.raises(StaysTooLong):
        writes.widen_guest(world.ana, pk, tier=Tier.ASSIST, due_at=later(hours=80))
    with pytest.raises(NarrowInstead):
        writes.widen_guest(world.ana, pk, tier=Tier.VIEW, due_at=later(hours=3))
    with pytest.raises(NarrowInstead):
        writes.widen_guest(world.ana, pk, tier=Tier.ASSIST, due_at=later(minutes=5))
