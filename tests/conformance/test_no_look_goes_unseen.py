"""Whatever a read shows of another agency, that agency finds in its log; some things none shows."""

from __future__ import annotations

from collections.abc import Iterator

import orjson
import pytest

from audit.models import Testimony
from audit.reads import READS
from audit.streams import of_access
from tests.foreign import HARBORS, NEVER, Scene, set_up
from tests.looks import LOOKS
from tests.mutualaid.region import build
from tests.world import World

# What a ledger told one's own agency is its own, the names of others in it included: who did
# something with it, and who looked at what is its.
ONES_OWN_LEDGER = frozenset(
    {
        "agencies.reads.receipts.look_receipts",
        "agencies.reads.trails.agency_trail",
        "agencies.reads.trails.exported_looks",
        "agencies.reads.trails.exported_trail",
        "agencies.reads.trails.who_looked",
    }
)


@pytest.fixture
def scene(world: World) -> Scene:
    return set_up(build(world))


def test_every_read_stands_in_the_table_and_nothing_else_does() -> None:
    assert sorted(LOOKS) == sorted(name for name in READS if not name.startswith("tests."))


@pytest.mark.parametrize("name", LOOKS)
def test_who_is_shown_something_of_another_agency_is_in_its_log(scene: Scene, name: str) -> None:
    call, sorts = LOOKS[name]
    before = looks(scene)

    answer = said(call(scene))

    found = {row.partition(":")[0] for row in shown(scene, after=before)}
    assert found == set(sorts.split())
    assert not [word for word in NEVER if word in answer]
    if name not in ONES_OWN_LEDGER:
        assert found or not [word for word in HARBORS if word in answer]


def said(answer: object) -> str:
    return orjson.dumps(answer, default=str).decode()


def looks(scene: Scene) -> int:
    return Testimony.objects.filter(stream_key=of_access(scene.world.harbor_fire.pk)).count()


def shown(scene: Scene, *, after: int) -> Iterator[str]:
    """The rows of Harbor County Fire's that its log names since a line."""
    own = of_access(scene.world.harbor_fire.pk)
    for line in Testimony.objects.filter(stream_key=own, seq__gt=after):
        yield from orjson.loads(line.body or "{}")["fact"]["rows"]
