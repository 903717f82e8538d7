"""The one read path: nothing of another agency leaves without its access record."""

from __future__ import annotations

import orjson
import pytest
from django.db import DatabaseError

from audit import ledger
from audit.models import Entry, Testimony
from audit.refusals import Unrecordable
from audit.streams import of_access
from tests.audit import deeds
from tests.world import World


def test_looking_at_anothers_row_is_recorded_for_its_owner(world: World) -> None:
    fact = deeds.scribble(world.ana, world.fire.pk, text="Ours.")

    deeds.scribbles(world.cleo, world.fire.pk)

    said = Testimony.objects.get(stream_key=of_access(world.harbor_fire.pk))
    look = orjson.loads(said.body)
    assert look["actor"]["name"] == "Cleo Marsh"
    assert look["fact"]["rows"] == [f"scribble:{fact.scribble}"]
    assert look["fact"]["categories"] == ["OPS"]
    assert look["fact"]["basis"] == ["your agency is there"]


def test_looking_at_ones_own_leaves_no_record(world: World) -> None:
    deeds.scribble(world.ana, world.fire.pk, text="Ours.")

    shown = deeds.scribbles(world.ben, world.fire.pk)

    assert shown[0]["text"] == "Ours."
    assert not Entry.objects.filter(stream__key__startswith="access:").exists()


def test_without_a_record_nothing_is_released(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    deeds.scribble(world.ana, world.fire.pk, text="Ours.")
    assert deeds.scribbles(world.cleo, world.fire.pk)

    def fails(*_: object, **__: object) -> None:
        raise DatabaseError("the disk is full")

    monkeypatch.setattr(ledger, "append", fails)
    with pytest.raises(Unrecordable):
        deeds.scribbles(world.cleo, world.fire.pk)


def test_rows_are_drawn_inside_a_read_only(world: World) -> None:
    with pytest.raises(RuntimeError, match="inside a read"):
        deeds.drawn(
            "incident",
            "scribble:1",
            {"owner": world.harbor_fire.pk, "version": 1, "text": "x"},
            deeds.Grants(world.bay_ems.pk, deeds.participants("there"), {}),
        )
