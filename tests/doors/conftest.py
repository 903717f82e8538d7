"""Which of the two walls stand, for tests of the doors."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import Final

import pytest

from tests.doors.walls_apart import policies_alone, rules_alone
from tests.world import World, build

WAYS: Final[dict[str, Callable[[], AbstractContextManager[object]]]] = {
    "both walls": nullcontext,
    "rules alone": rules_alone,
    "policies alone": policies_alone,
}


@pytest.fixture(params=WAYS)
def standing(request: pytest.FixtureRequest) -> Iterator[None]:
    """Before the first connection of the test, and until its rows are gone."""
    with WAYS[request.param]():
        yield


@pytest.fixture
def without_policies() -> Iterator[None]:
    with rules_alone() as tables:
        assert len(tables) > 50
        yield


@pytest.fixture
def unwalled(without_policies: None, db: None) -> World:
    """Laid after the policies were taken down, and gone before they are put up again."""
    return build()
