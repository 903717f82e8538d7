from __future__ import annotations

from agencies import reads
from incidents import writes
from incidents.lifecycle import DeploymentState
from tests.world import World


def test_the_page_of_resources_says_where_each_is(world: World) -> None:
    engine, other = world.engines

    writes.commit_resource(world.dora, world.fire.pk, resource=engine.pk)

    at_incident = reads.resource(world.dora, engine.pk).where
    assert at_incident is not None
    assert at_incident.said == "Committed, Pier 4 fire"
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
