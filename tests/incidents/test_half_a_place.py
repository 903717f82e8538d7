"""A place (RULE-GEO-01) is a whole place, or none."""

from __future__ import annotations

import pytest
from django.db import IntegrityError

from incidents.models import Incident
from tests.world import World, seeding


@pytest.mark.parametrize(
    "place",
    [
        {"latitude": 1.0, "longitude": None},
        {"latitude": None, "longitude": 1.0},
        {"latitude": 91.0, "longitude": 1.0},
        {"latitude": 1.0, "longitude": 181.0},
    ],
)
def test_half_a_place_or_one_beyond_the_earth_is_not_kept(
    world: World, place: dict[str, float | None]
) -> None:
    with pytest.raises(IntegrityError, match="incident_is_somewhere"), seeding():
        Incident.objects.filter(pk=world.fire.pk).update(**place)
