"""A certificate that ran out is no obstacle: whoever asks is warned (RULE-MOU-03)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from agencies.models import InsuranceKind
from mutualaid import reads
from mutualaid.reads.why import Question, Why
from tests.mutualaid.narrowed import agreed
from tests.mutualaid.region import Region, ask, ended, submitted
from tests.world import AMBULANCE

pytestmark = pytest.mark.django_db

TODAY = timezone.now().date()


@pytest.fixture(autouse=True)
def only_ours(region: Region) -> None:
    for agreement in (region.world.agreement, region.with_eastport, region.with_valley):
        ended(agreement)


def insured(region: Region, until: date) -> None:
    """Eastport's certificate is good until that day."""
    terms = {
        "insurance": next(iter(InsuranceKind)),
        "minimum": 1_000_000,
        "certificate_until": until,
    }
    agreed(region.world.harbor_fire, region.eastport, insurance=terms)


def why(region: Region) -> Why:
    asked = Question(
        requester=region.world.harbor_fire.pk, provider=region.eastport.pk, kind=AMBULANCE
    )
    return reads.why(region.dora, asked)


def warnings(answer: Why) -> list[str]:
    return [one.sentence for one in answer.reasons if one.bearing == "warns"]


@pytest.mark.parametrize(
    ("days", "word"), [(-1, "ran out on"), (10, "runs out on"), (29, "runs out on")]
)
def test_whoever_asks_why_is_warned(region: Region, days: int, word: str) -> None:
    """RULE-MOU-03."""
    insured(region, TODAY + timedelta(days=days))

    answer = why(region)

    (warning,) = warnings(answer)
    assert answer.allowed
    assert word in warning


def test_a_certificate_that_is_good_for_long_warns_of_nothing(region: Region) -> None:
    insured(region, TODAY + timedelta(days=200))

    assert warnings(why(region)) == []


def test_the_warning_is_kept_with_the_asking(region: Region) -> None:
    """RULE-MOU-06."""
    insured(region, TODAY - timedelta(days=1))

    kept = ask(submitted(region), region.eastport).clause["reasons"]

    assert [one for one in kept if "ran out on" in one["sentence"]]


def test_the_network_says_it_beside_what_is_promised(region: Region) -> None:
    insured(region, TODAY - timedelta(days=1))

    promises = reads.network(region.dora).promises

    assert [one for one in promises if any("ran out on" in said for said in one.warnings)]
