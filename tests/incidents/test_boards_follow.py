"""Old board + entries = new board, for a story that uses every write."""

from __future__ import annotations

from typing import Any

import orjson
import pytest

from audit import walls
from audit.canonical import dumps
from audit.images import of as painted
from audit.models import Entry, Image, Testimony
from audit.rows import Row
from audit.streams import of_agency, of_incident
from incidents import facts, models, reads
from incidents.models import Incident, Participation
from tests.incidents import story
from tests.world import World

AT_INCIDENT: tuple[tuple[type[Row], str], ...] = (
    (models.Participation, "incident"),
    (models.CommandSeat, "incident"),
    (models.Handover, "seat__incident"),
    (models.Division, "incident"),
    (models.Deployment, "incident"),
    (models.Disclosure, "incident"),
    (models.Withdrawal, "incident"),
    (models.Glass, "incident"),
    (models.Guest, "incident"),
    (models.Note, "incident"),
    (models.Objective, "incident"),
)


@pytest.fixture
def played(world: World) -> Incident:
    return story.played(world)


def replayed(stream: str) -> dict[str, Any]:
    """Every row that the ledger ever told, as it told it last; what is gone left out."""
    rows: dict[str, Any] = {}
    for said in Testimony.objects.filter(stream_key=stream).order_by("seq"):
        rows |= orjson.loads(said.images or "{}")
    return {key: row for key, row in rows.items() if row is not None}


def stored(incident: Incident) -> dict[str, Any]:
    """Every row of the incident, painted from the tables as they are now."""
    rows: list[Row] = [incident]
    for model, path in AT_INCIDENT:
        rows.extend(model._default_manager.filter(**{path: incident}))
    with walls.beyond("tests"):
        return plain(painted(of_incident(incident.pk), rows))


def plain(rows: Any) -> dict[str, Any]:
    found: dict[str, Any] = orjson.loads(dumps(rows))
    return {key: row for key, row in found.items() if row is not None}


def test_the_story_tells_every_kind_of_fact(played: Incident) -> None:
    """Otherwise the tests below would prove less than they say."""
    kinds = {getattr(facts, name).kind for name in facts.__all__} - {""}

    assert kinds <= set(Entry.objects.values_list("kind", flat=True))


def test_the_entries_replayed_are_the_board_as_the_tables_have_it(played: Incident) -> None:
    assert replayed(of_incident(played.pk)) == stored(played)


def test_the_newest_images_are_the_entries_replayed(played: Incident) -> None:
    stream = of_incident(played.pk)

    newest = {image.key: image.row for image in Image.objects.filter(stream_key=stream)}

    assert {key: row for key, row in newest.items() if row is not None} == replayed(stream)


def test_lists_of_agencies_are_replayed_from_their_own_ledgers(
    played: Incident, world: World
) -> None:
    for agency in (world.harbor_fire, world.bay_ems, world.northfield):
        stream = of_agency(agency.pk)
        places = Participation.objects.filter(incident=played, agency=agency)

        told = {key: row for key, row in replayed(stream).items() if key.startswith("incident:")}

        with walls.beyond("tests"):
            assert told == plain(painted(stream, places))


def test_each_audience_gets_from_its_board_what_the_tables_would_show_it(
    played: Incident, world: World
) -> None:
    ana, cleo = (reads.board(actor, played.pk) for actor in (world.ana, world.cleo))

    assert set(cleo.rows) == set(stored(played))
    hidden = set(cleo.rows) - set(ana.rows)
    assert {cleo.rows[key]["category"] for key in hidden} == {"OPS-R", "INTEL"}
    assert {"withheld": "PHI"} in [row["text"] for row in ana.of_kind("note")]
