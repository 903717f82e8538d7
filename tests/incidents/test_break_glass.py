"""What cannot wait is opened for one person, for hours, in the owner's sight (chapter 6.5)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from asgiref.sync import sync_to_async
from django.utils import timezone

from agencies.categories import Category
from agencies.models import SeatKind
from agencies.reads.inbox import waiting
from audit.actors import Actor
from audit.constraints import Contradiction
from audit.refusals import Conflict, NotAllowed, NotFound
from audit.trail import PAGE
from incidents import reads, writes
from incidents.models import Glass, Ground, Outcome
from incidents.writes.glass import AlreadyMended, AlreadyReviewed, SealedByLaw, TooLong
from tests.incidents.readers import begin
from tests.sockets import Follow
from tests.world import World, actor, member, seeding

PHI, SHUT = Category.PHI, {"withheld": "PHI"}


@pytest.fixture
def burned(world: World) -> World:
    writes.write_note(world.ana, world.fire.pk, category=PHI, text="Burns, left arm.")
    return world


def broken(world: World, by: Actor, *categories: Category, **more: Any) -> UUID:
    said: dict[str, Any] = {"ground": Ground.LIFE, "reason": "He stops breathing."}
    return writes.break_glass(
        by,
        world.fire.pk,
        owner=world.harbor_fire.pk,
        categories=frozenset(categories or (PHI,)),
        **{**said, "lasts": timedelta(hours=1), **more},
    ).glass


def texts(world: World, viewer: Actor) -> list[Any]:
    return [row["text"] for row in reads.board(viewer, world.fire.pk).of_kind("note")]


def test_it_opens_for_whoever_broke_it_and_for_no_colleague(burned: World) -> None:
    assert texts(burned, burned.cleo) == [SHUT]

    broken(burned, burned.cleo)

    assert texts(burned, burned.cleo) == ["Burns, left arm."]
    assert texts(burned, burned.dev) == [SHUT]


def test_it_closes_by_itself(burned: World) -> None:
    broken(burned, burned.cleo)
    with seeding():
        past = timezone.now() - timedelta(hours=3)
        Glass.objects.update(opened_at=past, until=past + timedelta(hours=1))

    assert texts(burned, burned.cleo) == [SHUT]
    broken(burned, burned.cleo)  # and can be broken again


@pytest.mark.parametrize("who", ["cleo", "ana"])
def test_whoever_opened_it_and_the_owner_may_end_it_at_once(burned: World, who: str) -> None:
    glass = broken(burned, burned.cleo)

    writes.mend_glass(getattr(burned, who), glass)

    assert texts(burned, burned.cleo) == [SHUT]
    with pytest.raises(AlreadyMended):
        writes.mend_glass(burned.cleo, glass)


def test_the_owner_finds_at_once_who_and_why_and_what_they_read(burned: World) -> None:
    before = waiting(burned.dora)
    glass = broken(burned, burned.cleo)
    reads.board(burned.cleo, burned.fire.pk)

    found = reads.glass(burned.dora, glass)

    assert waiting(burned.dora) == before + 1
    assert (found.member_name, found.reason) == ("Cleo Marsh", "He stops breathing.")
    assert ["PHI" in look.categories for look in found.looks] == [True]
    assert found.open


def test_all_that_they_read_is_listed_by_name_however_much_it_was(burned: World) -> None:
    """More than a page of a ledger, and nothing that somebody of a like name read elsewhere."""
    glass = broken(burned, burned.cleo)
    with seeding():
        other = member(burned.bay_ems, "Ida Cleo Marsh", SeatKind.COMMANDER)
    for reader in [burned.cleo] * (PAGE + 1) + [actor(other)]:
        reads.board(reader, burned.fire.pk)
    reads.incidents(burned.cleo)

    found = reads.glass(burned.dora, glass)

    assert len(found.looks) == PAGE + 1
    assert {"1 note (PHI by Ana Lopes, " in look.said for look in found.looks} == {True}


def test_the_owner_reviews_it_once_and_says_what_came_of_it(burned: World) -> None:
    glass = broken(burned, burned.cleo)
    for other in (burned.ana, burned.dev):
        with pytest.raises(NotAllowed):
            writes.review_glass(other, glass, outcome=Outcome.JUSTIFIED, finding="Fine.")

    writes.review_glass(burned.dora, glass, outcome=Outcome.REFERRED, finding="To counsel.")

    assert reads.glass(burned.cleo, glass).finding == "To counsel."
    with pytest.raises(AlreadyReviewed):
        writes.review_glass(burned.dora, glass, outcome=Outcome.JUSTIFIED, finding="Fine.")


def test_a_review_is_due_within_three_days(burned: World) -> None:
    glass = broken(burned, burned.cleo)
    found = reads.glass(burned.dora, glass)
    assert found.review_due_at - found.opened_at == timedelta(hours=72)
    assert not found.overdue

    with seeding():
        Glass.objects.update(review_due_at=timezone.now() - timedelta(minutes=1))

    assert reads.glass(burned.dora, glass).overdue


@pytest.mark.parametrize("sealed", [Category.SUD, Category.JUV, Category.VIC, Category.OWN])
def test_what_the_law_seals_stays_sealed(burned: World, sealed: Category) -> None:
    with pytest.raises(SealedByLaw):
        broken(burned, burned.cleo, sealed, PHI)


@pytest.mark.parametrize("category", [Category.CJI, Category.CHRI, Category.INTEL])
def test_what_asks_for_a_clearance_asks_for_it_now_too(burned: World, category: Category) -> None:
    """RULE-CJ-01."""
    with pytest.raises(SealedByLaw):
        broken(burned, burned.cleo, category)


def test_it_takes_a_reason_a_time_and_an_agency_that_is_there(burned: World) -> None:
    with pytest.raises(TooLong):
        broken(burned, burned.cleo, lasts=timedelta(hours=5))
    with pytest.raises(Contradiction):
        broken(burned, burned.cleo, reason="")
    with pytest.raises(NotFound):
        writes.break_glass(
            burned.cleo,
            burned.fire.pk,
            owner=burned.northfield.pk,
            categories=frozenset({PHI}),
            ground=Ground.DUTY,
            reason="Lines are down.",
            lasts=timedelta(hours=1),
        )


def test_nobody_breaks_the_same_glass_twice(burned: World) -> None:
    broken(burned, burned.cleo)

    with pytest.raises(Conflict):
        broken(burned, burned.cleo)


def test_third_parties_learn_nothing_of_it(burned: World) -> None:
    glass = broken(burned, burned.cleo)

    assert f"glass:{glass}" in reads.board(burned.ana, burned.fire.pk).rows
    with pytest.raises(NotFound):
        reads.glass(burned.ivy, glass)


async def test_an_open_board_shows_it_to_them_alone_and_at_once(follow: Follow) -> None:
    world = await begin()
    await sync_to_async(writes.write_note)(
        world.ana, world.fire.pk, category=PHI, text="Burns, left arm."
    )
    cleo = await follow(world.cleo, world.fire)
    await cleo.frame()

    await sync_to_async(broken)(world, world.cleo)

    await cleo.until(lambda rows: "Burns, left arm." in [row.get("text") for row in rows.values()])
