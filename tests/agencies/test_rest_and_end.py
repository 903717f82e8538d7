"""How an agreement rests and ends, for one party or for all: RULE-MOU-01, RULE-MOU-04."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from django.utils import timezone

from agencies import reads, writes
from agencies.models import Agreement, Effect, MotionKind, SupplyRight
from agencies.writes.leaving import NoNotice, NothingToLeave
from agencies.writes.motions import ForTwoOnly
from agencies.writes.signing import DeadlinePast
from agencies.writes.suspending import DoesNotBind
from audit.refusals import Conflict, NotAllowed
from tests.agencies.acts import clause, drafted, executed, hash_of, party, sent
from tests.agencies.test_what_is_in_force import bound
from tests.world import World, seeding

DAY = timedelta(days=1)


def of_three(world: World, **changes: object) -> UUID:
    """Signed by three, each for itself unless said otherwise."""
    pk = drafted(world, **{"effect": Effect.PER_PARTY, **changes})
    writes.add_party(world.dora, pk, agency=world.northfield.pk, signatory_title="President")
    writes.send_for_signature(world.dora, pk, text_hash=hash_of(pk))
    for signatory in (world.dora, world.dev, world.ivy):
        writes.sign_agreement(signatory, pk, text_hash=hash_of(pk))
    return pk


def rests(world: World, pk: UUID, **changes: object) -> None:
    said = {"reason": "Our crews are spent.", "authority": "Board order 7", **changes}
    writes.suspend_for_us(world.dev, party(pk, world.bay_ems), **said)


def standing_of(world: World, pk: UUID) -> dict[str, str]:
    return {one.code: one.standing for one in reads.agreement(world.dora, pk).parties}


def test_a_party_that_suspends_for_itself_is_not_bound_and_the_others_are(world: World) -> None:
    """RULE-MOU-01."""
    pk = of_three(world)

    rests(world, pk)

    assert bound(pk) == {"HCF", "NPC"}
    assert standing_of(world, pk) == {"HCF": "bound", "BCE": "suspended", "NPC": "bound"}
    assert reads.agreement(world.dora, pk).state == "in_force"


def test_between_two_a_suspension_leaves_nothing_to_ask_for(world: World) -> None:
    pk = executed(world)
    rights = SupplyRight.objects.filter(agreement_id=pk, receiver=world.harbor_fire)
    assert rights.exists()

    rests(world, pk)

    assert not rights.exists()


def test_a_suspension_ends_at_its_moment_whether_or_not_anything_runs(world: World) -> None:
    pk, until = executed(world), timezone.now() + 5 * DAY

    rests(world, pk, until=until)

    assert bound(pk, until - timedelta(microseconds=1)) == {"HCF"}
    assert bound(pk, until) == {"HCF", "BCE"}


def test_whoever_suspended_it_resumes_it(world: World) -> None:
    pk = executed(world)
    rests(world, pk)

    writes.resume_for_us(world.dev, party(pk, world.bay_ems))

    assert bound(pk) == {"HCF", "BCE"}


def test_only_its_own_signatory_suspends_it_for_a_party(world: World) -> None:
    pk = executed(world)

    with pytest.raises(NotAllowed, match="your agency is this party"):
        writes.suspend_for_us(
            world.dora, party(pk, world.bay_ems), reason="Not them.", authority="None"
        )


def test_what_does_not_bind_is_not_suspended(world: World) -> None:
    pk = sent(world)

    with pytest.raises(DoesNotBind):
        rests(world, pk)


def test_whoever_gives_notice_is_bound_until_the_days_are_over(world: World) -> None:
    pk = of_three(world, notice_days=60)

    told = writes.give_notice(world.dev, party(pk, world.bay_ems), reason="We merge.")

    leaves = told.leaves_at
    assert timedelta(days=59) < leaves - timezone.now() <= timedelta(days=60)
    assert bound(pk, leaves - timedelta(microseconds=1)) == {"HCF", "BCE", "NPC"}
    assert bound(pk, leaves) == {"HCF", "NPC"}
    assert standing_of(world, pk)["BCE"] == "leaving"


def test_a_notice_is_taken_back_before_it_takes_effect(world: World) -> None:
    pk = of_three(world)
    bay = party(pk, world.bay_ems)
    told = writes.give_notice(world.dev, bay)

    writes.rescind_notice(world.dev, bay)

    assert bound(pk, told.leaves_at + DAY) == {"HCF", "BCE", "NPC"}
    with pytest.raises(NoNotice):
        writes.rescind_notice(world.dev, bay)


def test_notice_is_given_once(world: World) -> None:
    pk = of_three(world)
    bay = party(pk, world.bay_ems)
    writes.give_notice(world.dev, bay)

    with pytest.raises(Conflict, match="has given notice"):
        writes.give_notice(world.dev, bay)


def test_when_too_few_remain_it_ends_for_all(world: World) -> None:
    pk = of_three(world, min_parties=3, notice_days=0)

    leaves = writes.give_notice(world.dev, party(pk, world.bay_ems)).leaves_at

    assert bound(pk, leaves + DAY) == set()


def test_what_nobody_signed_is_not_left(world: World) -> None:
    pk = sent(world)

    with pytest.raises(NothingToLeave):
        writes.give_notice(world.dev, party(pk, world.bay_ems))


def test_all_together_terminate_it(world: World) -> None:
    pk = executed(world)

    told = writes.move_for_all(world.dora, pk, kind=MotionKind.TERMINATE, reason="Replaced.")
    assert bound(pk) == {"HCF", "BCE"}
    writes.consent_to_motion(world.dev, told[0].motion)

    assert bound(pk) == set()
    assert reads.agreement(world.dev, pk).state == "terminated"


def test_all_together_suspend_it_and_resume_it(world: World) -> None:
    pk = executed(world)
    told = writes.move_for_all(
        world.dora, pk, kind=MotionKind.SUSPEND, reason="Storm.", authority="Both chiefs"
    )
    writes.consent_to_motion(world.dev, told[0].motion)
    assert (bound(pk), reads.agreement(world.dev, pk).state) == (set(), "suspended")

    again = writes.move_for_all(world.dev, pk, kind=MotionKind.RESUME, reason="It is over.")
    writes.consent_to_motion(world.dora, again[0].motion)

    assert bound(pk) == {"HCF", "BCE"}


def test_a_motion_without_everybodys_consent_does_nothing(world: World) -> None:
    pk = of_three(world)
    told = writes.move_for_all(world.dora, pk, kind=MotionKind.TERMINATE, reason="Replaced.")
    writes.consent_to_motion(world.dev, told[0].motion)

    assert bound(pk) == {"HCF", "BCE", "NPC"}
    writes.drop_motion(world.dora, told[0].motion)
    with pytest.raises(Conflict):
        writes.consent_to_motion(world.ivy, told[0].motion)


def test_one_of_two_ends_it_for_cause_by_a_clause_of_it(world: World) -> None:
    pk = executed(world)

    writes.terminate_for_cause(world.dora, pk, clause=clause(pk, "2"), reason="They never came.")

    assert bound(pk) == set()


def test_one_of_many_leaves_and_does_not_end_it_for_all(world: World) -> None:
    pk = of_three(world)

    with pytest.raises(ForTwoOnly):
        writes.terminate_for_cause(world.dev, pk, clause=clause(pk, "2"), reason="Cause.")


def test_a_term_that_renews_itself_has_no_end_of_its_own(world: World) -> None:
    ends = timezone.now() + 10 * DAY
    pk = executed(world, expires_at=ends, renews_months=12)

    assert bound(pk, ends + 400 * DAY) == {"HCF", "BCE"}
    assert bound(executed(world, expires_at=ends, title="Other"), ends) == set()


def test_enough_signatures_bind_those_who_gave_them(world: World) -> None:
    pk = drafted(world, effect=Effect.QUORUM, quorum=2)
    writes.add_party(world.dora, pk, agency=world.northfield.pk, signatory_title="President")
    writes.send_for_signature(world.dora, pk, text_hash=hash_of(pk))
    writes.sign_agreement(world.dora, pk, text_hash=hash_of(pk))
    assert bound(pk) == set()

    writes.sign_agreement(world.dev, pk, text_hash=hash_of(pk))

    assert bound(pk) == {"HCF", "BCE"}


def test_on_its_day_it_binds_those_who_had_signed_by_then(world: World) -> None:
    begins = timezone.now() + 5 * DAY
    pk = drafted(world, effect=Effect.ON_DATE, effective_at=begins)
    writes.add_party(world.dora, pk, agency=world.northfield.pk, signatory_title="President")
    writes.send_for_signature(world.dora, pk, text_hash=hash_of(pk))
    for signatory in (world.dora, world.dev):
        writes.sign_agreement(signatory, pk, text_hash=hash_of(pk))

    assert bound(pk) == set()
    assert bound(pk, begins) == {"HCF", "BCE"}


def test_after_the_deadline_nobody_signs(world: World) -> None:
    pk = sent(world)
    with seeding():
        Agreement.objects.filter(pk=pk).update(sign_by=timezone.now() - DAY)

    with pytest.raises(DeadlinePast):
        writes.sign_agreement(world.dev, pk, text_hash=hash_of(pk))

    assert reads.agreement(world.dev, pk).state == "lapsed"
