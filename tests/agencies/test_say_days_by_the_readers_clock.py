"""A term that ends at midnight ends on the day that people say, wherever the server is."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from agencies import reads
from agencies.models import Agreement
from tests.world import World, seeding

ENDED = datetime(2026, 1, 2, 3, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "day"), [("America/Chicago", "2026-01-01"), ("UTC", "2026-01-02")]
)
def test_the_day_is_the_readers(world: World, zone: str, day: str) -> None:
    with seeding():
        Agreement.objects.filter(pk=world.agreement.pk).update(terminated_at=ENDED)

    with timezone.override(ZoneInfo(zone)):
        parties = reads.agreement(world.dora, world.agreement.pk).parties

    assert {party.why_not for party in parties} == {f"It was terminated on {day}."}
