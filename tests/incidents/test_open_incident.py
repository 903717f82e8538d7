from __future__ import annotations

import pytest

from audit.refusals import NotAllowed, Refusal, Stale
from incidents import reads, writes
from incidents.models import CommandSeat, Hazard, Incident, Mode
from incidents.writes.incident import HandoverUnderWay, ResourcesStillThere
from incidents.writes.steps import ClosedForGood
from tests.incidents import arrange
from tests.world import World, numbered

KNOWN = writes.Situation(name="Pier 4 fire, second alarm", kind=Hazard.FIRE, place="Pier 4")


def test_a_commander_who_opens_an_incident_holds_command(world: World) -> None:
    incident = arrange.opened(world.ana)

    assert incident.number == numbered("0002")
    assert arrange.commander_of(incident.pk) == world.ana.member_id
    assert arrange.happened_at(incident.pk) == ["incidents.incident_opened"]
    assert "incidents.incident_opened" in arrange.told_to(world.harbor_fire.pk)


def test_a_dispatcher_leaves_the_command_seat_empty_and_every_board_says_so(world: World) -> None:
    incident = arrange.opened(world.dora)

    seats = reads.board(world.ana, incident.pk).of_kind("seat")
    assert [seat["holder"] for seat in seats] == [None]


def test_exercises_have_a_series_of_their_own_without_gaps(world: World) -> None:
    numbers = [
        arrange.opened(world.ana, mode).number
        for mode in (Mode.EXERCISE, Mode.REAL_WORLD, Mode.EXERCISE)
    ]

    assert numbers == [numbered("X0001"), numbered("0002"), numbered("X0002")]


def test_a_refused_opening_uses_no_number(world: World) -> None:
    with pytest.raises(Refusal, match="time zone"):
        writes.open_incident(
            world.ana,
            world.harbor_fire.pk,
            name="Nowhere",
            kind=Hazard.FIRE,
            mode=Mode.REAL_WORLD,
            time_zone="Mars/Olympus",
        )

    assert arrange.opened(world.ana).number == numbered("0002")


def test_nobody_opens_an_incident_for_another_agency(world: World) -> None:
    with pytest.raises(NotAllowed, match="it is your agency"):
        writes.open_incident(
            world.ivy, world.harbor_fire.pk, name="X", kind=Hazard.FIRE, mode=Mode.REAL_WORLD
        )


def test_the_mode_is_set_once_and_nothing_changes_it(world: World) -> None:
    """Chapter 8.4: an exercise can never be turned into something real."""
    exercise = arrange.opened(world.ana, Mode.EXERCISE)

    writes.edit_incident(world.ana, exercise.pk, version=1, known=KNOWN)

    assert Incident.objects.get(pk=exercise.pk).mode == Mode.EXERCISE
    assert "mode" not in writes.Situation.__dataclass_fields__


def test_the_commander_corrects_what_is_known_and_lists_follow(world: World) -> None:
    writes.edit_incident(world.ana, world.fire.pk, version=1, known=KNOWN)

    assert reads.incident(world.cleo, world.fire.pk)["name"] == KNOWN.name
    assert "incidents.agency_notified" in arrange.told_to(world.bay_ems.pk)


def test_a_correction_made_over_an_older_state_is_a_conflict(world: World) -> None:
    writes.edit_incident(world.ana, world.fire.pk, version=1, known=KNOWN)

    with pytest.raises(Stale):
        writes.edit_incident(world.ana, world.fire.pk, version=1, known=KNOWN)


def test_a_guest_does_not_correct_what_the_lead_agency_said(world: World) -> None:
    with pytest.raises(NotAllowed, match="you hold command of it"):
        writes.edit_incident(world.cleo, world.fire.pk, version=1, known=KNOWN)


def test_a_closed_incident_can_be_read_and_not_added_to(world: World) -> None:
    incident = arrange.opened(world.ana)
    writes.close_incident(world.ana, incident.pk)

    assert reads.board(world.ana, incident.pk).rows
    with pytest.raises(ClosedForGood):
        writes.set_objective(world.ana, incident.pk, text="Too late")


def test_every_agency_there_is_told_in_its_own_ledger_that_it_is_closed(world: World) -> None:
    writes.withdraw_command_offer(world.ana, world.offer_to_ben.pk)

    writes.close_incident(world.ana, world.fire.pk)

    assert arrange.told_to(world.bay_ems.pk)[-1] == "incidents.agency_notified"
    assert [row["status"] for row in reads.incidents(world.cleo).closed] == ["closed"]


def test_an_incident_is_not_closed_while_resources_are_there(world: World) -> None:
    writes.withdraw_command_offer(world.ana, world.offer_to_ben.pk)
    arrange.on_the_way(world)

    with pytest.raises(ResourcesStillThere, match="1 resource is still coming"):
        writes.close_incident(world.ana, world.fire.pk)


def test_an_incident_is_not_closed_while_command_is_being_offered(world: World) -> None:
    with pytest.raises(HandoverUnderWay):
        writes.close_incident(world.ana, world.fire.pk)


def test_a_guest_does_not_close_an_incident(world: World) -> None:
    with pytest.raises(NotAllowed):
        writes.close_incident(world.cleo, world.fire.pk)

    assert CommandSeat.objects.filter(incident=world.fire, ended_at__isnull=True).exists()
