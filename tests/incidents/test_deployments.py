from __future__ import annotations

from typing import Any

import pytest

from audit.refusals import NotAllowed, NotFound, Stale
from audit.roads import NoSuchRoad
from audit.streams import of_incident
from incidents import reads, sides, writes
from incidents.lifecycle import ROADS, DeploymentState, IcsStatus
from incidents.writes.deployment import AlreadyCommitted
from incidents.writes.incident import NothingChanged
from incidents.writes.moves import (
    CheckItIn,
    NotYourRoad,
    SayWhere,
    SayWhy,
    WaitsInStaging,
)
from tests.incidents import arrange
from tests.world import World

State = DeploymentState


def test_a_dispatcher_commits_a_resource_and_both_ledgers_say_so(world: World) -> None:
    told = writes.commit_resource(world.dev, world.fire.pk, resource=world.ambulances[0].pk)

    assert arrange.stay(told.deployment).state == State.COMMITTED
    assert arrange.told_to(world.bay_ems.pk) == ["incidents.resource_committed"]
    assert reads.incidents(world.dev).active[0]["units"] == 1


def test_nobody_commits_a_resource_of_another_agency(world: World) -> None:
    with pytest.raises(NotFound):
        writes.commit_resource(world.dora, world.fire.pk, resource=world.ambulances[0].pk)


def test_a_commander_without_a_dispatchers_seat_commits_nothing(world: World) -> None:
    with pytest.raises(NotAllowed, match="you are seated as dispatcher"):
        writes.commit_resource(world.ana, world.fire.pk, resource=world.engines[0].pk)


def test_a_resource_is_at_one_incident_at_a_time(world: World) -> None:
    """RULE-RES-01."""
    arrange.on_the_way(world)
    other = arrange.opened(world.dora)

    with pytest.raises(AlreadyCommitted):
        writes.commit_resource(world.dora, other.pk, resource=world.engines[0].pk)


def test_a_resource_is_not_used_before_it_is_checked_in(world: World) -> None:
    """RULE-RES-02."""
    coming = arrange.on_the_way(world)

    with pytest.raises(NoSuchRoad, match="committed cannot become assigned"):
        writes.move_deployment(
            world.ana, coming.pk, to=State.ASSIGNED, version=1, division=world.division.pk
        )


def test_it_is_checked_in_once(world: World) -> None:
    """Chapter 3.5: check in once only, at one place."""
    there = arrange.arrived(world)

    assert (there.state, there.ics_status) == (State.CHECKED_IN, IcsStatus.AVAILABLE)
    with pytest.raises(NoSuchRoad):
        writes.check_in(world.dora, there.pk, version=there.version)
    with pytest.raises(CheckItIn):
        writes.move_deployment(world.dora, there.pk, to=State.CHECKED_IN, version=there.version)


def test_a_commander_assigns_it_to_a_division(world: World) -> None:
    there = arrange.arrived(world)

    writes.move_deployment(
        world.cleo,
        there.pk,
        to=State.ASSIGNED,
        version=there.version,
        division=world.division.pk,
    )

    row = arrange.image(world.fire.pk, f"deployment:{there.pk}")
    assert row is not None
    assert (row["division"], row["ics_status"]) == (str(world.division.pk), "assigned")


def test_assigned_means_assigned_somewhere(world: World) -> None:
    there = arrange.arrived(world)

    with pytest.raises(SayWhere):
        writes.move_deployment(world.ana, there.pk, to=State.ASSIGNED, version=there.version)
    with pytest.raises(WaitsInStaging):
        writes.move_deployment(
            world.ana,
            there.pk,
            to=State.ASSIGNED,
            version=there.version,
            division=world.staging.pk,
        )


def test_it_goes_from_one_staging_area_to_another(world: World) -> None:
    there = arrange.arrived(world)
    writes.move_deployment(world.ana, there.pk, to=State.STAGED, version=there.version)
    staged = arrange.stay(there.pk)

    writes.move_deployment(
        world.ana, there.pk, to=State.STAGED, version=staged.version, division=world.staging.pk
    )

    assert arrange.stay(there.pk).division_id == world.staging.pk
    with pytest.raises(NothingChanged):
        writes.move_deployment(
            world.ana,
            there.pk,
            to=State.STAGED,
            version=arrange.stay(there.pk).version,
            division=world.staging.pk,
        )


def test_two_people_do_not_move_it_over_each_other(world: World) -> None:
    """RULE-SM-01: a move says which state of the board it was made up over."""
    there = arrange.arrived(world)
    writes.move_deployment(world.ana, there.pk, to=State.STAGED, version=there.version)

    with pytest.raises(Stale):
        writes.move_deployment(world.cleo, there.pk, to=State.DEMOBILIZING, version=there.version)


def test_out_of_service_and_turning_back_want_a_reason(world: World) -> None:
    there = arrange.arrived(world)

    with pytest.raises(SayWhy):
        writes.move_deployment(world.ana, there.pk, to=State.OUT_OF_SERVICE, version=there.version)

    writes.move_deployment(
        world.ana, there.pk, to=State.OUT_OF_SERVICE, version=there.version, reason="Pump"
    )
    assert arrange.stay(there.pk).ics_status == IcsStatus.OUT_OF_SERVICE


def test_a_move_tells_who_did_what_in_which_seat_for_whom_and_why(world: World) -> None:
    """RULE-SM-02."""
    there = arrange.arrived(world)

    writes.move_deployment(
        world.ana, there.pk, to=State.OUT_OF_SERVICE, version=there.version, reason="Pump"
    )

    said = arrange.last_body(of_incident(world.fire.pk))
    who, what = said["actor"], said["fact"]
    assert (who["name"], who["agency"]) == (world.ana.name, world.ana.agency)
    assert (who["seats"], who["via"]) == (sorted(world.ana.seats), world.ana.via)
    assert (what["from_state"], what["to_state"]) == ("checked_in", "out_of_service")
    assert (what["reason"], said["because"][:25]) == ("Pump", "it belongs to your agency")


def test_who_ordered_it_turns_it_back_and_who_sent_it_withdraws_it(world: World) -> None:
    """Chapter 3.1: each road has its side; RULE-RES-03 leaves the rest to the incident."""
    fact = writes.commit_resource(world.dev, world.fire.pk, resource=world.ambulances[0].pk)
    how: dict[str, Any] = {"version": 1, "reason": "Not needed"}

    with pytest.raises(NotYourRoad, match="you hold command of its incident"):
        writes.move_deployment(world.dev, fact.deployment, to=State.CANCELLED, **how)
    with pytest.raises(NotYourRoad, match="it belongs to your agency"):
        writes.move_deployment(world.ana, fact.deployment, to=State.WITHDRAWN, **how)

    writes.move_deployment(world.ana, fact.deployment, to=State.CANCELLED, **how)
    assert arrange.image(world.fire.pk, f"deployment:{fact.deployment}") is None


def test_a_stranger_moves_nothing(world: World) -> None:
    there = arrange.arrived(world)

    with pytest.raises(NotFound):
        writes.move_deployment(world.ivy, there.pk, to=State.STAGED, version=there.version)


def test_a_released_resource_gets_home_after_the_incident_closed(world: World) -> None:
    """RULE-DEMOB-02: a resource is followed until it is home, not until it leaves."""
    writes.withdraw_command_offer(world.ana, world.offer_to_ben.pk)
    there = arrange.arrived(world)
    for to in (State.DEMOBILIZING, State.RELEASED):
        writes.move_deployment(world.ana, there.pk, to=to, version=arrange.stay(there.pk).version)
    writes.close_incident(world.ana, world.fire.pk)

    writes.move_deployment(
        world.dora, there.pk, to=State.HOME, version=arrange.stay(there.pk).version
    )

    assert arrange.stay(there.pk).state == State.HOME
    assert reads.incidents(world.dora).closed[0]["units"] == 0


def test_every_road_has_a_side_that_may_take_it() -> None:
    """The table of chapter 3.1, whole: no road without somebody, nobody without a road."""
    roads = {(here, to) for here, tos in ROADS[State].items() for to in tos}

    assert roads == set(sides.MAY_TAKE)


def test_the_dialog_offers_the_roads_that_the_reader_may_take(world: World) -> None:
    there = arrange.arrived(world)

    offered = {road.to for road in reads.deployment(world.dev, there.pk).roads}

    assert State.ASSIGNED in offered
    assert State.DEMOBILIZING not in offered  # command's to say
    assert State.WITHDRAWN not in offered  # the provider's


def test_the_roster_counts_units_and_people_by_agency(world: World) -> None:
    incident = arrange.opened(world.dora)
    writes.commit_resource(world.dora, incident.pk, resource=world.engines[0].pk)

    crews = reads.roster(world.ana, incident.pk)

    assert [(crew.agency_name, len(crew.units), crew.people) for crew in crews] == [
        ("Harbor County Fire", 1, 4)
    ]
