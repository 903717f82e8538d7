"""What no counsel of the giver has checked forbids nothing: it warns (RULE-MOU-08)."""

from __future__ import annotations

from typing import Any

import pytest

from agencies.hazards import Hazard
from agencies.models import Agreement, Priority
from mutualaid.models import Solicitation
from mutualaid.reads.why import Why
from tests.agreements import doubted
from tests.mutualaid.narrowed import agreed
from tests.mutualaid.region import Region, ask, ended, statuses, submitted
from tests.mutualaid.whys import why
from tests.world import seeding

pytestmark = pytest.mark.django_db

WARNING = "Counsel of who gives has not checked its coded form: its text decides."


@pytest.fixture(autouse=True)
def only_ours(region: Region) -> None:
    for agreement in (region.world.agreement, region.with_eastport, region.with_valley):
        ended(agreement)


def unchecked(region: Region, **asking: Any) -> Agreement:
    """Eastport's counsel has not checked what Eastport promised; Harbor's has."""
    agreement = agreed(region.world.harbor_fire, region.eastport, **asking)
    with seeding():
        doubted(agreement, region.eastport)
    return agreement


def warnings(answer: Why) -> list[str]:
    return [one.sentence for one in answer.reasons if one.bearing == "warns"]


@pytest.mark.parametrize(
    ("asking", "sentence"),
    [
        ({"event_types": [Hazard.FLOOD]}, "It lets one ask only for: flood."),
        ({"lowest_priority": Priority.EMERGENCY}, "It lets one ask in an emergency only."),
        ({"condition": {"eoc_level": 1}}, "It needs the operations center activated at level 1"),
        ({"supply": {"type": 1}}, "It promises only: "),
    ],
)
def test_an_unchecked_limit_warns_and_forbids_nothing(
    region: Region, asking: dict[str, Any], sentence: str
) -> None:
    """RULE-MOU-08."""
    unchecked(region, **asking)

    answer = why(region, type=3, or_better=False)

    assert answer.allowed
    assert [one for one in warnings(answer) if one.startswith(sentence)]
    assert WARNING in warnings(answer)


def test_the_same_limit_forbids_once_it_is_checked(region: Region) -> None:
    agreed(region.world.harbor_fire, region.eastport, event_types=[Hazard.FLOOD])

    assert not why(region).allowed


def test_whoever_is_asked_all_the_same_reads_the_warning(region: Region) -> None:
    """RULE-MOU-06, RULE-MOU-08: it is kept with the asking, for both to read."""
    unchecked(region, lowest_priority=Priority.EMERGENCY)

    line = submitted(region, priority="routine")

    assert statuses(line) == {"Eastport Fire": "requested"}
    kept = Solicitation.objects.get(pk=ask(line, region.eastport).pk).clause["reasons"]
    said = [one["sentence"] for one in kept if one["bearing"] == "warns"]
    assert "It lets one ask in an emergency only." in said
    assert WARNING in said


def test_what_is_checked_by_whoever_gives_warns_of_nothing(region: Region) -> None:
    agreement = agreed(region.world.harbor_fire, region.eastport)
    with seeding():
        doubted(agreement, region.world.harbor_fire)

    assert warnings(why(region)) == []
