"""The ears hear: whatever sings where it should not is a leak."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from agencies import sharing
from incidents import writes
from tests.canaries.ears import Count, Ears
from tests.doors.people import neighbors
from tests.world import World

MINE, THEIRS = "1a2b3c4d-0000", "99887766-0000"


def heard(said: str, *, viewer: str = MINE, released: bool = False) -> list[str]:
    ears = Ears(lambda *_: released)
    ears.hear(viewer, said.encode(), "a page")
    return ears.leaks


def test_ones_own_is_ones_own() -> None:
    assert heard("Call canary.1a2b3c4d.NEVER.member.phone now") == []


def test_what_was_shown_stands_in_the_owners_log() -> None:
    said = "<td>canary.99887766.PII.resource.leader</td>"

    assert heard(said, released=True) == []
    assert heard(said) == [f"a page: resource.leader (PII) of 99887766 to {MINE}"]


def test_what_nobody_is_shown_leaks_even_where_something_was_shown() -> None:
    assert heard("canary.99887766.NEVER.member.phone", released=True)


def test_a_stranger_is_shown_nothing_at_all() -> None:
    assert heard("canary.99887766.OPS.incident.place", viewer="", released=True)


def test_workers_add_up() -> None:
    assert Count(answers=2, leaks=1) + Count(answers=3, songs=4) == Count(
        answers=5, songs=4, leaks=1
    )


@pytest.fixture
def quay(world: World) -> Client:
    """Somebody of an agency at the fire that has no agreement with anybody."""
    writes.commit_resource(world.dora, world.fire.pk, resource=world.engines[0].pk)
    return neighbors(world).visitor("none", "o")


def test_a_sheet_that_covers_nothing_is_heard(
    world: World, quay: Client, ears: Ears, monkeypatch: pytest.MonkeyPatch
) -> None:
    def uncovered(row: Any, name: str, *_: Any) -> Any:
        return row.get(name)

    board = f"/api/v1/incidents/{world.fire.pk}/board/"
    assert quay.get(board).status_code == 200
    assert ears.leaks == []

    monkeypatch.setattr(sharing, "_kept_back", uncovered)
    quay.get(board)

    assert {leak.partition(" to ")[0] for leak in ears.leaks} == {
        f"GET {board}: resource.leader (PII) of {str(world.harbor_fire.pk)[:8]}"
    }
    ears.leaks.clear()
    ears.count.leaks -= 1


def test_the_log_is_heard_too(world: World, ears: Ears) -> None:
    Client().get("/canary.99887766.NEVER.member.phone/")

    assert ears.leaks == ["the log: member.phone (NEVER) of 99887766 to nobody"]
    ears.leaks.clear()
    ears.count.leaks -= 1
