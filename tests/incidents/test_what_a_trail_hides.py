"""A trail shows what one may know of, and does not betray how much there is besides."""

from __future__ import annotations

from importlib import import_module

import orjson
import pytest
from django.utils import timezone

from agencies.categories import Category
from agencies.grants import Viewer
from audit import walls
from audit.models import Testimony
from audit.streams import of_access
from audit.trail import Sought
from incidents import reads, writes
from incidents.reads.ledger_lines import Told, known_to
from incidents.reads.timeline import Page
from incidents.reads.views import grants
from tests.world import World

RESTRICTED = Category.OPS_R


@pytest.fixture(autouse=True)
def short_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("incidents.reads.timeline"), "PAGE", 3)


def note(world: World, text: str, category: Category = Category.OPS) -> None:
    writes.write_note(world.ana, world.fire.pk, category=category, text=text, occurred_at=None)


def texts(page: Page) -> list[str]:
    return [line.what.rpartition(": ")[2] for line in page.lines]


def test_a_page_is_full_of_what_may_be_known(world: World) -> None:
    for n in range(4):
        note(world, f"Plain {n}.")
        note(world, f"Hidden {n}.", RESTRICTED)

    page = reads.timeline(world.cleo, world.fire.pk)

    assert texts(page) == ["Plain 3.", "Plain 2.", "Plain 1."]
    assert len(reads.timeline(world.ana, world.fire.pk).lines) == 3


def test_the_next_page_begins_where_the_last_visible_line_was(world: World) -> None:
    for n in range(4):
        note(world, f"Plain {n}.")
        note(world, f"Hidden {n}.", RESTRICTED)

    first = reads.timeline(world.cleo, world.fire.pk)
    rest = reads.timeline(world.cleo, world.fire.pk, Sought(until=first.older))

    assert first.older == first.lines[-1].recorded_at
    assert (texts(rest), rest.older) == (["Plain 0."], None)


def test_there_is_no_next_page_of_hidden_lines(world: World) -> None:
    for n in range(4):
        note(world, f"Hidden {n}.", RESTRICTED)
    for n in range(3):
        note(world, f"Plain {n}.")

    assert reads.timeline(world.cleo, world.fire.pk).older is None
    assert reads.timeline(world.ana, world.fire.pk).older is not None


def test_a_kind_with_hidden_lines_alone_is_not_offered(world: World) -> None:
    note(world, "Hidden.", RESTRICTED)
    writes.set_objective(world.ana, world.fire.pk, text="Keep it on the pier.")

    _agencies, of_cleo = reads.timeline_choices(world.cleo, world.fire.pk)
    _agencies, of_ana = reads.timeline_choices(world.ana, world.fire.pk)

    assert [kind for kind, _label in of_cleo] == ["incidents.objective_set"]
    assert [kind for kind, _label in of_ana] == [
        "incidents.note_written",
        "incidents.objective_set",
    ]


def test_a_kind_whose_newest_line_is_hidden_is_offered_for_the_older_ones(world: World) -> None:
    note(world, "Plain.")
    note(world, "Hidden.", RESTRICTED)

    _agencies, kinds = reads.timeline_choices(world.cleo, world.fire.pk)

    assert kinds == [("incidents.note_written", "Note written")]


def test_no_whole_ledger_is_read_for_a_filter(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_module("incidents.reads.timeline"), "MOST_LOOKED_AT", 2)
    note(world, "Plain.")
    note(world, "Hidden.", RESTRICTED)
    assert reads.timeline_choices(world.cleo, world.fire.pk)[1]

    note(world, "Hidden too.", RESTRICTED)

    assert reads.timeline_choices(world.cleo, world.fire.pk)[1] == []
    assert reads.timeline(world.cleo, world.fire.pk).lines[0].kind == "incidents.note_written"


def test_where_something_was_erased_is_for_the_agency_that_told_it(world: World) -> None:
    """Or an erased note that was restricted would come to light by being erased."""
    erased = Told(9, "incidents.note_written", timezone.now(), world.harbor_fire.pk, None, {})
    with walls.beyond("tests"):
        of_bay, of_harbor = (
            grants(Viewer.of(who), world.fire.pk) for who in (world.dev, world.dora)
        )

    assert of_bay is not None
    assert of_harbor is not None
    assert not known_to(of_bay, erased)
    assert known_to(of_harbor, erased)


def test_what_is_taken_along_hides_the_same(world: World) -> None:
    """RULE-GEO-02: the filter of the screen is the filter of the export."""
    note(world, "Plain.")
    note(world, "Hidden.", RESTRICTED)
    note(world, "One burned.", Category.PHI)

    taken = reads.timeline_export(world.cleo, world.fire.pk, Sought())

    own = reads.timeline_export(world.ana, world.fire.pk, Sought())
    assert [line.what for line in taken][1:] == [
        line.what for line in reads.timeline(world.cleo, world.fire.pk).lines[:1]
    ]
    assert len(own) == 3


def test_a_hidden_line_is_not_recorded_as_shown(world: World) -> None:
    note(world, "Plain.")
    note(world, "Hidden.", RESTRICTED)

    reads.timeline(world.cleo, world.fire.pk)

    look = Testimony.objects.filter(stream_key=of_access(world.harbor_fire.pk)).latest("seq")
    rows = orjson.loads(look.body or "{}")["fact"]["rows"]
    assert [key.partition(":")[0] for key in rows] == ["note", "trail"]
