"""A party that has left joins again, and its first stay stays on record (chapter 5.3)."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from django.utils import timezone

from agencies import reads, writes
from agencies.models import ClauseCheck, Party
from agencies.writes.joining import LeaderGone, PartyBefore, RenewalUnderWay
from agencies.writes.leaving import NoNotice
from audit.refusals import Conflict
from tests.agencies.acts import check_all, hash_of, party
from tests.agencies.browsers import page
from tests.agencies.systems import System
from tests.agencies.test_amend_an_agreement import sign
from tests.agencies.test_join_an_agreement import at_the_quay, invited, joins, open_to_all
from tests.agencies.test_renew_an_agreement import renewal
from tests.agencies.test_rest_and_end import of_three
from tests.agencies.test_what_is_in_force import bound, rights
from tests.world import World

DAY = timedelta(days=1)


def left(world: World) -> tuple[UUID, UUID]:
    """Northfield Power joined what Harbor and Bay have signed, and left it: its first stay."""
    pk = open_to_all(world, notice_days=0)
    first = invited(world, pk)
    joins(world, pk)
    writes.give_notice(world.ivy, first)
    return pk, first


def stands(world: World, pk: UUID) -> list[tuple[str, str]]:
    found = reads.agreement(world.dora, pk).parties
    return [(one.code, one.standing) for one in found]


def test_who_has_left_is_asked_again_and_joins(world: World) -> None:
    """RULE-MOU-05: by a joinder of its own, to the text as it stands by then."""
    pk, first = left(world)
    assert (bound(pk), rights(world.northfield, world.bay_ems)) == ({"HCF", "BCE"}, [])

    second = invited(world, pk)
    joins(world, pk)

    assert second != first
    assert bound(pk) == {"HCF", "BCE", "NPC"}
    assert rights(world.northfield, world.bay_ems) == ["Harbor and Bay aid"]


def test_its_first_stay_stays_on_record(world: World) -> None:
    pk, first = left(world)
    assert stands(world, pk)[-1] == ("NPC", "left")

    invited(world, pk)
    assert stands(world, pk)[-2:] == [("NPC", "left"), ("NPC", "invited")]
    joins(world, pk)

    assert stands(world, pk)[-2:] == [("NPC", "left"), ("NPC", "bound")]
    assert Party.objects.get(pk=first).signatures.count() == 1
    shown = System(world.dora).look(f"agreements/{pk}/").json()["parties"]
    assert [one["standing"] for one in shown if one["code"] == "NPC"] == ["left", "bound"]
    assert "It left on" in page(world.dora, "agreement", pk).content.decode()


def test_the_new_stay_is_left_suspended_and_taken_back_by_itself(world: World) -> None:
    pk, first = left(world)
    second = invited(world, pk)
    joins(world, pk)
    said = {"reason": "Our crews are spent.", "authority": "Board order 7"}

    writes.suspend_for_us(world.ivy, second, **said)
    assert stands(world, pk)[-2:] == [("NPC", "left"), ("NPC", "suspended")]
    writes.resume_for_us(world.ivy, second)

    with pytest.raises(NoNotice):
        writes.rescind_notice(world.ivy, first)
    assert "leave" in reads.agreement(world.ivy, pk).may
    assert reads.agreement(world.ivy, pk).our_party == second


def test_an_agency_is_one_of_the_parties_however_often_it_joined(world: World) -> None:
    pk, _first = left(world)
    invited(world, pk)
    joins(world, pk)

    listed = {one.id: one.parties for one in reads.agreements(world.dora)}

    assert listed[pk] == 3
    assert reads.agreement(world.ivy, pk).surviving == ()


def test_who_declines_to_come_back_has_left_as_before(world: World) -> None:
    pk, _first = left(world)

    writes.uninvite(world.ivy, invited(world, pk))

    assert stands(world, pk)[-1] == ("NPC", "left")
    assert reads.agreement(world.ivy, pk).joinder is None


def test_who_is_bound_until_it_leaves_takes_its_notice_back_instead(world: World) -> None:
    pk = open_to_all(world, notice_days=30)
    first = invited(world, pk)
    joins(world, pk)
    writes.give_notice(world.ivy, first)

    with pytest.raises(PartyBefore):
        invited(world, pk)


def test_nobody_is_asked_twice_at_a_time(world: World) -> None:
    pk, _first = left(world)
    invited(world, pk)

    with pytest.raises(Conflict, match="party already"):
        invited(world, pk)


def test_what_it_checked_in_its_first_stay_it_may_doubt_in_the_next(world: World) -> None:
    """RULE-MOU-08: the words are the same."""
    pk = open_to_all(world, notice_days=0)
    first = invited(world, pk)
    joins(world, pk)
    check_all(world.ivy, pk)
    writes.give_notice(world.ivy, first)
    invited(world, pk)
    joins(world, pk)
    clauses = [one.id for one in reads.agreement(world.ivy, pk).clauses]

    writes.withdraw_checks(world.ivy, pk, clauses=clauses, doubt="We read it otherwise now.")

    assert not ClauseCheck.objects.filter(party=first, withdrawn_at__isnull=True).exists()


def test_nobody_joins_while_what_follows_is_being_signed(world: World) -> None:
    """It would be bound for days only, and be no party to what takes the place of that."""
    pk = open_to_all(world)
    ours = invited(world, pk)
    document = renewal(world, pk, effective_at=timezone.now() + 5 * DAY)
    writes.send_for_signature(world.dora, document, text_hash=hash_of(document))
    joinder = reads.agreement(world.ivy, pk).joinder
    assert joinder is not None

    with pytest.raises(RenewalUnderWay):
        writes.sign_joinder(world.ivy, ours, joinder_hash=joinder.hash)
    writes.abandon_agreement(world.dora, document, reason="Not yet.")

    writes.sign_joinder(world.ivy, ours, joinder_hash=joinder.hash)
    assert "NPC" in bound(pk)


def test_who_joined_before_a_renewal_is_sent_is_added_to_it(world: World) -> None:
    pk = open_to_all(world)
    invited(world, pk)
    document = renewal(world, pk, effective_at=timezone.now() + 5 * DAY)
    assert not reads.agreement(world.dora, document).missing

    joins(world, pk)

    assert "is bound by the agreement that this follows" in "".join(
        reads.agreement(world.dora, document).missing
    )


def test_what_all_have_signed_is_joined_before_it_begins(world: World) -> None:
    """So nobody falls between what ends and what follows it."""
    pk, begins = open_to_all(world), timezone.now() + 5 * DAY
    document = renewal(world, pk, effective_at=begins)
    sign(world, document)
    for each in (pk, document):
        assert "invite" in reads.agreement(world.dora, each).may
        invited(world, each)
        joins(world, each)

    assert (bound(pk), bound(document)) == ({"HCF", "BCE", "NPC"}, set())
    assert bound(document, begins) == {"HCF", "BCE", "NPC"}
    assert party(document, world.northfield) is not None


def test_an_invitation_does_not_outlive_that_who_made_it_is_there(world: World) -> None:
    quay, quin = at_the_quay()
    pk = of_three(world, joinable=True, notice_days=0)
    ours = invited(world, pk, agency=quay.pk)
    joinder = reads.agreement(quin, pk).joinder
    assert joinder is not None

    writes.give_notice(world.dora, party(pk, world.harbor_fire))

    assert bound(pk) == {"BCE", "NPC"}
    with pytest.raises(LeaderGone):
        writes.sign_joinder(quin, ours, joinder_hash=joinder.hash)
    writes.uninvite(world.dora, ours)
    with pytest.raises(LeaderGone):
        invited(world, pk, agency=quay.pk)
    assert "invite" not in reads.agreement(world.dora, pk).may
