"""Receipts say which of an agency's records were seen, by the names that it gives them itself."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from agencies import reads
from agencies.categories import Category
from agencies.reads.look_lines import LookLine
from agencies.reads.records import called, counted
from audit.bounds import REAL
from audit.streams import of_incident
from audit.trail import Sought
from incidents import reads as incident_reads
from incidents import writes
from incidents.models import DivisionKind, Hazard, Incident, Mode
from mutualaid.reads import preview
from tests.agencies.acts import executed
from tests.agencies.browsers import page, send
from tests.incidents.arrange import opened
from tests.world import AMBULANCE, World, seeding

TEXT = "Burns, left arm."


@pytest.fixture
def fire(world: World) -> UUID:
    """A fire of Harbor's with an engine of theirs, to which Bay City EMS came."""
    return begun(world, "Mill Road fire", Mode.REAL_WORLD)


def begun(world: World, name: str, mode: Mode) -> UUID:
    pk = writes.open_incident(
        world.ana, world.harbor_fire.pk, name=name, kind=Hazard.FIRE, mode=mode, place="Mill Road"
    ).incident
    writes.invite_agency(world.ana, pk, agency=world.bay_ems.pk)
    writes.accept_invitation(world.dev, pk)
    writes.add_division(world.ana, pk, kind=DivisionKind.DIVISION, name="A")
    return pk


@pytest.fixture
def looked(world: World, fire: UUID) -> World:
    """Dev saw the board of that fire, and an agreement that Harbor leads."""
    writes.commit_resource(world.dora, fire, resource=world.engines[0].pk)
    writes.set_objective(world.ana, fire, text="Hold Mill Road.")
    writes.write_note(world.ana, fire, category=Category.OPS, text=TEXT)
    incident_reads.board(world.dev, fire)
    reads.agreement(world.dev, executed(world))
    return world


def receipts(world: World) -> tuple[LookLine, ...]:
    """Without the looks at the log itself."""
    found = reads.who_looked(world.ana, Sought()).lines
    return tuple(line for line in found if line.actor["agency"] == "Bay City EMS")


def test_each_look_says_at_which_records(looked: World) -> None:
    agreement, board, *_ = (line.records for line in receipts(looked))

    assert agreement == "1 agreement (Harbor and Bay aid)"
    for said in (" Mill Road fire)", "1 unit (E1)", "1 objective (1)", "1 division (A)"):
        assert said in board
    assert "1 note (OPS by Ana Lopes, " in board
    assert "1 command seat (Ana Lopes)" in board


def test_what_a_record_says_is_not_its_name(looked: World) -> None:
    """Whoever checks who looked at a note need not be somebody who may read it."""
    assert all(TEXT not in line.records for line in receipts(looked))


def test_a_record_is_named_to_its_owner_alone(looked: World) -> None:
    rows = set(receipts(looked)[1].fact["rows"])

    with seeding():
        assert called(looked.ana, rows)
        assert called(looked.dev, rows) == {}


def test_what_is_gone_or_unknown_is_counted() -> None:
    engine, trail = f"deployment:{uuid4()}", f"trail:{uuid4()}"

    assert counted([engine, trail, "access_log"], {}) == "access log, 1 unit, trail"


def test_a_token_for_what_is_real_is_not_told_the_names_of_exercises(world: World) -> None:
    incident_reads.board(world.dev, begun(world, "Autumn drill", Mode.EXERCISE))
    system = replace(world.ana, via="token", bound=REAL)

    found = [line.records for line in reads.who_looked(system, Sought()).lines]

    assert "1 division, 1 incident, 1 participation, 1 command seat" in found


def test_a_record_goes_by_its_name_of_today(looked: World, fire: UUID) -> None:
    with seeding():
        Incident.objects.filter(pk=fire).update(name="Mill and Main fire")

    assert "Mill and Main fire" in receipts(looked)[1].records


def test_a_look_says_at_which_incident_also_after_one_has_left_it(world: World, fire: UUID) -> None:
    incident_reads.board(world.ana, fire)
    there = reads.who_looked(world.cleo, Sought(about=of_incident(fire))).lines[0]
    writes.leave_incident(world.dev, fire)

    left = reads.who_looked(world.cleo, Sought(about=of_incident(fire))).lines[0]

    assert (there.incident, there.there) == (fire, True)
    assert there.incident_name.endswith(" Mill Road fire")
    assert (left.incident, left.there) == (fire, False)


def test_an_incident_that_one_never_was_at_is_not_told_by_a_look(world: World) -> None:
    """Whom Harbor could ask for a fire is weighed, and a clause of Bay City's read, without it."""
    fire = opened(world.ana).pk
    preview(world.dora, fire, kind=AMBULANCE)

    line = reads.who_looked(world.cleo, Sought()).lines[0]

    assert line.records == "1 clause"
    assert str(fire) not in str(line)


def test_page_and_copy_name_them_too(looked: World, fire: UUID) -> None:
    """Bay City EMS has the auditor, who takes along who looked at theirs."""
    writes.commit_resource(looked.dev, fire, resource=looked.ambulances[0].pk)
    incident_reads.board(looked.ana, fire)

    shown = page(looked.dora, "who-looked").content.decode()
    copy = send(looked.dev, "export-looks").getvalue().decode()

    assert "1 agreement (Harbor and Bay aid)" in shown
    assert any("1 unit (M21)" in row["records"] for row in csv.DictReader(io.StringIO(copy)))
