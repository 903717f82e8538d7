"""AC-2: looked at once a year, suspended when idle for ninety days, removed for good."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from agencies import idling, reads, writes
from agencies.details import MemberDetails, Password
from agencies.models import Account, Member, Seat
from agencies.rules import CLOCK
from agencies.writes.keeping import NotIdle, RemovedBefore
from agencies.writes.members import NotSuspended, NotYourself
from agencies.writes.seats import LastAdmin
from audit import streams
from audit.actors import Actor, machine
from audit.refusals import NotAllowed
from tests.agencies.acts import told_in
from tests.agencies.browsers import as_, at_entrance, page, url
from tests.agencies.holders import issued
from tests.world import PASSWORD, World, seeding

OPERATOR = machine("operator", via="command")


def idle_for(days: int, *people: Actor) -> None:
    with seeding():
        seen = timezone.now() - timedelta(days=days)
        Member.objects.filter(pk__in=[one.member_id for one in people]).update(seen_at=seen)


def may_act(who: Actor) -> bool:
    return Member.objects.get(pk=who.member_id).suspended_at is None


def test_a_removed_member_loses_pages_seats_and_tokens_at_once(world: World) -> None:
    """P12."""
    browser = as_(world.ben)
    issued(world.ben)
    assert browser.get(url("mine")).status_code == 200

    writes.remove_member(world.dora, world.ben.member_id, reason="Retired.")

    assert browser.get(url("mine")).status_code == 302
    bearer = Client().get("/api/v1/members/", headers={"Authorization": "Bearer muster_secret"})
    assert bearer.status_code == 401
    assert not Seat.objects.filter(member=world.ben.member_id, until=None).exists()
    assert told_in(streams.of_agency(world.harbor_fire.pk))[-3:] == [
        "agencies.member_removed",
        "agencies.seat_taken",
        "agencies.token_revoked",
    ]


def test_who_was_removed_is_listed_and_restored_no_more(world: World) -> None:
    writes.remove_member(world.dora, world.ben.member_id, reason="Retired.")

    assert "Ben Okafor" not in [one.name for one in reads.members(world.dora)]
    with pytest.raises(NotSuspended):
        writes.restore_member(world.dora, world.ben.member_id)
    with pytest.raises(RemovedBefore):
        writes.remove_member(world.dora, world.ben.member_id, reason="Again.")


def test_the_address_of_who_was_removed_may_be_let_in_again(world: World) -> None:
    writes.remove_member(world.dora, world.ben.member_id, reason="Retired.")

    ben = MemberDetails(email="ben@hcf.example", name="Ben Okafor")
    writes.add_member(world.dora, world.harbor_fire.pk, member=ben, password=Password.of(PASSWORD))

    answer = at_entrance().post(
        reverse("sign-in"), {"username": "ben@hcf.example", "password": PASSWORD}
    )
    assert answer.status_code == 302
    assert Account.objects.filter(email="ben@hcf.example").count() == 2


def test_nobody_removes_themselves_or_the_last_admin(world: World) -> None:
    with pytest.raises(NotYourself):
        writes.remove_member(world.dora, world.dora.member_id, reason="Enough.")
    with pytest.raises(NotAllowed):
        writes.remove_member(world.ben, world.dora.member_id, reason="Coup.")
    with pytest.raises(LastAdmin):
        writes.remove_member(OPERATOR, world.dora.member_id, reason="Gone.")


def test_who_was_not_looked_at_for_a_year_is_overdue(world: World) -> None:
    with seeding():
        looked = timezone.now() - timedelta(days=366)
        Member.objects.filter(pk=world.ben.member_id).update(reviewed_at=looked)

    first = reads.to_review(world.dora)[0]
    assert (first.member.name, first.overdue) == ("Ben Okafor", True)
    assert b"Overdue" in page(world.dora, "review-members").content

    writes.confirm_member(world.dora, world.ben.member_id)

    assert not any(one.overdue for one in reads.to_review(world.dora))


def test_who_does_not_run_the_agency_does_not_review_it(world: World) -> None:
    assert reads.to_review(world.dora)

    with pytest.raises(NotAllowed):
        reads.to_review(world.ben)
    with pytest.raises(NotAllowed):
        writes.confirm_member(world.ben, world.ana.member_id)


def test_who_has_not_signed_in_for_ninety_days_is_suspended(world: World) -> None:
    idle_for(91, world.ben)
    idle_for(89, world.ana)

    assert idling.suspend_idle() == 1

    assert (may_act(world.ben), may_act(world.ana)) == (False, True)
    assert told_in(streams.of_agency(world.harbor_fire.pk))[-1] == "agencies.member_idle"


def test_the_last_admin_is_not_suspended_and_does_not_hold_up_the_others(world: World) -> None:
    idle_for(200, world.dora, world.ben)

    assert idling.suspend_idle() == 1
    assert idling.suspend_idle() == 0

    assert may_act(world.dora)
    with pytest.raises(LastAdmin):
        writes.suspend_idle_member(CLOCK, world.dora.member_id)


def test_who_signed_in_meanwhile_is_left_alone(world: World) -> None:
    idle_for(91, world.ben)
    at_entrance().post(reverse("sign-in"), {"username": "ben@hcf.example", "password": PASSWORD})

    with pytest.raises(NotIdle):
        writes.suspend_idle_member(CLOCK, world.ben.member_id)


def test_who_is_restored_has_ninety_days_again(world: World) -> None:
    idle_for(91, world.ben)
    idling.suspend_idle()

    writes.restore_member(world.dora, world.ben.member_id)

    assert idling.suspend_idle() == 0
    assert may_act(world.ben)
