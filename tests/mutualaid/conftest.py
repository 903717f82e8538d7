from __future__ import annotations

import pytest

from tests.mutualaid.region import Region, build
from tests.world import World


@pytest.fixture
def region(world: World) -> Region:
    return build(world)
