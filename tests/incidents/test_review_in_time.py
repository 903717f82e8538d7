"""A review that waits is asked for after a day and again when it is late; numbers are published."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db.models import F
from django.utils import timezone

from agencies import reads as agency_reads
from agencies.categories import Category
from agencies.rules import CLOCK
from audit.refusals import NotAllowed
from audit.trail import Sought
from incidents import reads, writes
from incidents.models import Glass, Ground, Outcome
from incidents.tasks import remind_of_reviews
from incidents.writes.glass import AlreadyReviewed, NotWaitingYet
from tests.agencies.browsers import as_
from tests.incidents.arrange import told_to
from tests.world import World, seeding

PHI = Category.PHI


def broken(world: World) -> UUID:
    return writes.break_glass(
        world.cleo,
        world.fire.pk,
        owner=world.harbor_fire.pk,
        categories=frozenset({PHI}),
        ground=Ground.LIFE,
        reason="He stops breathing.",
        lasts=timedelta(hours=1),
    ).glass


def hours_pass(hours: int) -> None:
    with seeding():
        back = timedelta(hours=hours)
        Glass.objects.update(
            opened_at=F("opened_at") - back,
            until=F("until") - back,
            review_due_at=F("review_due_at") - back,
            remind_at=F("remind_at") - back,
        )


def many(world: World, **outcomes: int) -> None:
    """So many looks of Cleo's with each outcome, all over and reviewed."""
    now = timezone.now()
    said: dict[str, Any] = {
        **{"incident": world.fire, "owner": world.harbor_fire, "agency": world.bay_ems},
        **{"member_id": world.cleo.member_id, "member_name": "Cleo Marsh", "ground": "life"},
        **{"reason": "Then.", "categories": ["PHI"], "opened_at": now, "ended_at": now},
        **{"until": now + timedelta(hours=1), "review_due_at": now, "reviewed_at": now},
    }
    with seeding():
        for outcome, often in outcomes.items():
            for _ in range(often):
                Glass.objects.create(**said, outcome=outcome, finding="Read.")


def test_the_owner_is_reminded_after_a_day_and_once_more_when_it_is_late(world: World) -> None:
    broken(world)
    assert remind_of_reviews() == 0

    hours_pass(25)
    assert (remind_of_reviews(), remind_of_reviews()) == (1, 0)
    hours_pass(48)
    assert (remind_of_reviews(), remind_of_reviews()) == (1, 0)

    assert told_to(world.harbor_fire.pk).count("incidents.glass_review_due") == 2
    lines = agency_reads.agency_trail(world.dora, Sought(kind="incidents.glass_review_due")).lines
    assert [line.sentence for line in lines] == [
        "Harbor County Fire has not reviewed the emergency look of Cleo Marsh, and is late.",
        "Harbor County Fire has yet to review the emergency look of Cleo Marsh.",
    ]


def test_nobody_is_reminded_of_what_was_reviewed(world: World) -> None:
    pk = broken(world)
    writes.review_glass(world.dora, pk, outcome=Outcome.JUSTIFIED, finding="He lives.")

    hours_pass(80)

    assert remind_of_reviews() == 0
    with pytest.raises(AlreadyReviewed):
        writes.remind_of_review(CLOCK, pk)


def test_only_the_clock_reminds_and_not_too_early(world: World) -> None:
    pk = broken(world)

    with pytest.raises(NotAllowed):
        writes.remind_of_review(world.dora, pk)
    with pytest.raises(NotWaitingYet):
        writes.remind_of_review(CLOCK, pk)


def test_numbers_of_a_month_are_told_where_none_is_rare(world: World) -> None:
    many(world, justified=6, unjustified=5)

    (month,) = reads.glass_counts(world.dora)

    assert (month.opened, month.justified, month.not_justified) == (11, 6, 5)
    assert (month.referred, month.not_reviewed, month.overdue) == (0, 0, 0)


def test_where_one_outcome_is_rare_none_is_told(world: World) -> None:
    """Chapter 6.7: small cells are suppressed, and cannot be worked out from the rest."""
    many(world, justified=6, referred=1)

    (quarter,) = reads.glass_counts(world.dora, by="quarter")

    assert quarter.opened == 7
    assert {quarter.justified, quarter.referred, quarter.not_justified} == {None}


def test_few_looks_are_not_counted_apart(world: World) -> None:
    broken(world)

    (month,) = reads.glass_counts(world.dora)

    assert (month.opened, month.not_reviewed) == (None, None)
    assert reads.glass_counts(world.cleo) == []
    assert reads.glass_counts(world.ivy) == []


def test_the_owners_page_and_other_systems_show_them(world: World) -> None:
    many(world, justified=6)
    dora = as_(world.dora)

    page = dora.get("/incidents/glass/", {"by": "quarter"}).content.decode()
    said = dora.get("/api/v1/glass/counts/", {"by": "quarter"}).json()

    assert "How often ours was opened" in page
    assert [one["opened"] for one in said] == [6]
    assert dora.get("/api/v1/glass/counts/", {"by": "year"}).status_code == 400
    assert dora.get("/incidents/glass/", {"by": "year"}).status_code == 200
