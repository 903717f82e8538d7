from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from agencies.categories import Category
from audit.refusals import Conflict, NotAllowed, NotFound
from incidents import reads, writes
from incidents.lifecycle import DeploymentState, ObjectiveStatus
from incidents.models import Deployment, Division, DivisionKind, Incident, Note, Objective
from incidents.writes.division import DivisionIsClosed, StillWorkedIn
from incidents.writes.note import CategoryIsOff, SaysNothing
from incidents.writes.objective import AlreadySettled, DroppedForNoReason
from incidents.writes.times import InTheFuture
from tests.incidents import arrange
from tests.world import World


@pytest.fixture
def pier(world: World) -> Incident:
    """An incident that Ana commands and to which Cleo's agency came."""
    incident = arrange.opened(world.ana)
    arrange.joined(incident, world.ana, world.cleo)
    return incident


def test_a_note_keeps_when_it_happened_and_when_it_was_recorded(
    world: World, pier: Incident
) -> None:
    """RULE-SM-04."""
    earlier = timezone.now() - timedelta(minutes=20)

    told = writes.write_note(
        world.cleo, pier.pk, category=Category.OPS, text="Two patients", occurred_at=earlier
    )

    note = Note.objects.get(pk=told.note)
    assert note.at == earlier < note.recorded_at
    assert reads.timeline(world.ana, pier.pk).lines[0].occurred_at == earlier


def test_nothing_is_written_down_before_it_happened(world: World, pier: Incident) -> None:
    tomorrow = timezone.now() + timedelta(days=1)

    with pytest.raises(InTheFuture):
        writes.write_note(
            world.ana, pier.pk, category=Category.OPS, text="Rain", occurred_at=tomorrow
        )


def test_a_note_is_read_as_far_as_its_category_is_shared(world: World, pier: Incident) -> None:
    """RULE-PRIV-01, RULE-PRIV-03: the text is withheld, and says so."""
    writes.write_note(world.cleo, pier.pk, category=Category.PHI, text="Asthma, 54")

    own = reads.board(world.cleo, pier.pk).of_kind("note")
    theirs = reads.board(world.ana, pier.pk).of_kind("note")

    assert [row["text"] for row in own] == ["Asthma, 54"]
    assert [row["text"] for row in theirs] == [{"withheld": "PHI"}]


def test_a_restricted_note_is_not_even_known_of(world: World, pier: Incident) -> None:
    """RULE-PRIV-02: nor does the trail of the incident count it."""
    writes.write_note(world.cleo, pier.pk, category=Category.OPS_R, text="Team on the roof")

    assert len(reads.board(world.cleo, pier.pk).of_kind("note")) == 1
    assert reads.board(world.ana, pier.pk).of_kind("note") == []
    kinds = [line.kind for line in reads.timeline(world.ana, pier.pk).lines]
    assert "incidents.note_written" not in kinds


def test_a_clause_in_force_widens_what_a_partner_is_shown(world: World, pier: Incident) -> None:
    """RULE-PRIV-02: the agreement shares personal data for incidents, and the record says why."""
    writes.write_note(world.cleo, pier.pk, category=Category.PII, text="Call 555-0100")

    shown = reads.board(world.ana, pier.pk).of_kind("note")

    assert [row["text"] for row in shown] == ["Call 555-0100"]
    said = arrange.last_body(f"access:{world.bay_ems.pk}")
    assert "Harbor County Fire mutual aid, 4" in said["fact"]["basis"][0]


def test_criminal_justice_information_is_not_taken_yet(world: World, pier: Incident) -> None:
    """RULE-CJ-02."""
    with pytest.raises(CategoryIsOff):
        writes.write_note(world.ana, pier.pk, category=Category.CJI, text="Record")


def test_an_empty_note_says_nothing(world: World, pier: Incident) -> None:
    with pytest.raises(SaysNothing):
        writes.write_note(world.ana, pier.pk, category=Category.OPS, text="  ")


def test_a_stranger_writes_nothing(world: World, pier: Incident) -> None:
    with pytest.raises(NotFound):
        writes.write_note(world.ivy, pier.pk, category=Category.OPS, text="Hello")


def test_objectives_are_numbered_and_carried_until_settled(world: World, pier: Incident) -> None:
    """RULE-PLAN-03."""
    first = writes.set_objective(world.ana, pier.pk, text="Save the pier")
    second = writes.set_objective(world.ana, pier.pk, text="Nobody hurt")

    writes.settle_objective(world.ana, first.objective, to=ObjectiveStatus.MET, version=1)

    assert (first.number, second.number) == (1, 2)
    shown = {
        row["number"]: row["status"]
        for row in reads.board(world.cleo, pier.pk).of_kind("objective")
    }
    assert shown == {1: "met", 2: "open"}


def test_an_objective_is_dropped_for_a_reason(world: World, pier: Incident) -> None:
    """RULE-PLAN-03."""
    told = writes.set_objective(world.ana, pier.pk, text="Save the pier")

    with pytest.raises(DroppedForNoReason):
        writes.settle_objective(world.ana, told.objective, to=ObjectiveStatus.DROPPED, version=1)

    writes.settle_objective(
        world.ana, told.objective, to=ObjectiveStatus.DROPPED, reason="It is gone", version=1
    )
    assert Objective.objects.get(pk=told.objective).reason == "It is gone"
    with pytest.raises(AlreadySettled):
        writes.settle_objective(
            world.ana, told.objective, to=ObjectiveStatus.DROPPED, reason="Gone", version=2
        )


def test_a_guest_sets_no_objectives(world: World, pier: Incident) -> None:
    with pytest.raises(NotAllowed, match="you hold command of it"):
        writes.set_objective(world.cleo, pier.pk, text="Mine")


def test_a_division_is_set_up_renamed_and_closed(world: World, pier: Incident) -> None:
    told = writes.add_division(world.ana, pier.pk, kind=DivisionKind.DIVISION, name="A")
    writes.edit_division(
        world.ana, told.division, version=1, name="B", supervisor="Capt. Roe", place="East"
    )

    shown = reads.divisions(world.cleo, pier.pk)
    assert [(row["title"], row["supervisor"]) for row in shown] == [("Division B", "Capt. Roe")]

    writes.close_division(world.ana, told.division)
    assert reads.divisions(world.cleo, pier.pk) == []
    assert arrange.image(pier.pk, f"division:{told.division}") is None
    with pytest.raises(DivisionIsClosed):
        writes.close_division(world.ana, told.division)


def test_two_divisions_do_not_share_a_name(world: World) -> None:
    with pytest.raises(Conflict, match="There is one with this name"):
        writes.add_division(world.ana, world.fire.pk, kind=DivisionKind.GROUP, name="a")


def test_a_division_is_not_closed_over_those_who_work_there(world: World) -> None:
    there = arrange.arrived(world)
    writes.move_deployment(
        world.ana,
        there.pk,
        to=DeploymentState.ASSIGNED,
        version=there.version,
        division=world.division.pk,
    )

    with pytest.raises(StillWorkedIn):
        writes.close_division(world.ana, world.division.pk)

    assert Division.objects.get(pk=world.division.pk).closed_at is None
    assert Deployment.objects.get(pk=there.pk).division_id == world.division.pk


def test_a_guest_sets_up_no_division(world: World, pier: Incident) -> None:
    with pytest.raises(NotAllowed):
        writes.add_division(world.cleo, pier.pk, kind=DivisionKind.GROUP, name="Medical")
