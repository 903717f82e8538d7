"""What strangers give is dealt with by few programs at a time, however many ask for it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from agencies import apart
from agencies.models import AttachmentKind
from tests.agencies.acts import attached, drafted
from tests.agencies.browsers import page, send
from tests.agencies.papers import paper
from tests.agencies.systems import System
from tests.world import World


@pytest.fixture
def busy(monkeypatch: pytest.MonkeyPatch) -> Iterator[ExitStack]:
    """Others print and attach; the turns they hold are free again when the stack is closed."""
    monkeypatch.setattr(apart, "PATIENCE", 0.01)
    with ExitStack() as held:
        for _ in range(apart.AT_A_TIME):
            held.enter_context(apart.turns)
        yield held


def test_a_print_is_told_to_come_again(world: World, busy: ExitStack) -> None:
    pk = drafted(world)

    answer = send(world.dora, "print-agreement", pk)

    assert answer.status_code == 503
    assert answer["Retry-After"] == "5"
    assert b"Try again in a moment" in answer.content
    assert System(world.dora).act(f"agreements/{pk}/print/").json()["type"].endswith("others_first")


def test_a_file_is_not_taken_unread(world: World, busy: ExitStack) -> None:
    pk = drafted(world)
    file = SimpleUploadedFile("map.pdf", paper("Map"), "application/pdf")

    answer = send(world.dora, "attach", pk, kind=AttachmentKind.EXHIBIT, title="Map", file=file)

    assert answer.status_code == 422
    assert b"Try again in a moment" in answer.content
    assert b"Map.pdf" not in page(world.dora, "agreement", pk).content


def test_whoever_comes_again_is_served(world: World, busy: ExitStack) -> None:
    pk = drafted(world)
    busy.close()

    attached(world.dora, pk)

    assert send(world.dora, "print-agreement", pk).status_code == 200


def test_a_turn_is_free_again_also_after_what_went_wrong(world: World) -> None:
    for _ in range(apart.AT_A_TIME + 1):
        with pytest.raises(apart.TookTooLong):
            apart.run_apart(apart.Path(__file__), given=b"", seconds=0)

    attached(world.dora, drafted(world))
