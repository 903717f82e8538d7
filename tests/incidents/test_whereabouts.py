from __future__ import annotations

from agencies import reads
from incidents import writes
from incidents.lifecycle import DeploymentState
from tests.incidents import arrange
from tests.incidents.test_incident_pages import signed_in
from tests.world import World


def test_the_page_of_resources_says_where_each_is(world: World) -> None:
    engine, other = world.engines

    writes.commit_resource(world.dora, world.fire.pk, resource=engine.pk)

    at_incident = reads.resource(world.dora, engine.pk).where
    assert at_incident is not None
    assert at_incident.said == "Pier 4 fire"
    assert reads.resource(world.dora, engine.pk).standing_label == "Committed"
    assert str(world.fire.pk) in at_incident.address
    assert reads.resource(world.dora, other.pk).where is None


def test_only_ones_own_resources_are_told_of(world: World) -> None:
    writes.commit_resource(world.dora, world.fire.pk, resource=world.engines[0].pk)

    told = {entry.id: entry.where for entry in reads.resources(world.dev)}

    assert told == {one.pk: None for one in world.ambulances}


def test_a_resource_that_stayed_away_is_at_home_again(world: World) -> None:
    fact = writes.commit_resource(world.dora, world.fire.pk, resource=world.engines[0].pk)

    writes.move_deployment(
        world.dora, fact.deployment, to=DeploymentState.WITHDRAWN, version=1, reason="Other call"
    )
    writes.move_deployment(world.dora, fact.deployment, to=DeploymentState.HOME, version=2)

    assert reads.resource(world.dora, world.engines[0].pk).where is None


def test_a_resource_has_one_status_and_where_it_is_says_which(world: World) -> None:
    """Chapter 3.1: assigned, available or out of service, and never two of them."""
    stay = arrange.arrived(world)
    here, home = (
        {entry.call_sign: entry.standing for entry in reads.resources(world.dora, status=status)}
        for status in ("committed", "available")
    )
    assert (here, home) == ({"E1": "available"}, {"E2": "available"})

    writes.move_deployment(
        world.dora,
        stay.pk,
        to=DeploymentState.ASSIGNED,
        division=world.division.pk,
        version=stay.version,
    )

    entry = reads.resource(world.dora, world.engines[0].pk)
    assert (entry.standing, entry.standing_label) == ("assigned", "Assigned")


def test_what_is_committed_is_not_listed_as_available(world: World) -> None:
    arrange.on_the_way(world)

    page = signed_in(world.dora).get("/resources/?status=available").content.decode()

    assert "resource-" + str(world.engines[1].pk) in page
    assert "resource-" + str(world.engines[0].pk) not in page
