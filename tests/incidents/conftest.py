from __future__ import annotations

import pytest
from django.utils import timezone

from incidents.models import Mode, NumberSeries
from tests import world as worlds


@pytest.fixture
def world(db: None) -> worlds.World:
    """The world, whose first incident of the year has taken its number."""
    made = worlds.build()
    with worlds.seeding():
        NumberSeries.objects.create(
            agency=made.harbor_fire, year=timezone.now().year, mode=Mode.REAL_WORLD, last=1
        )
    return made
