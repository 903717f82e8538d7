from __future__ import annotations

from agencies import reads
from incidents import writes
from tests.world import World


def test_the_page_of_resources_says_where_each_is(world: World) -> None:
    engine, other = world.engines

    writes.commit_resource(world.dora, world.fire.pk, resource=engine.pk)

    at_incident = reads.resource(world.dora, engine.pk).where
    assert at_incident is not None
    assert at_incident.said == "Committed, Pier 4 fire"
    assert str(world.fire.pk) in at_incident.address
    assert reads.resource(world.dora, other.pk).where is None
