"""A renewal is a new document that follows an agreement, by signatures (chapter 5.3)."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from django.utils import timezone

from agencies import reads, writes
from agencies.models import Agreement, Party, SupplyRight
from agencies.writes.renewing import NothingToRenew, RenewedBefore
from agencies.writes.reviewing import NotReady
from audit.refusals import NotAllowed
from tests.agencies.acts import clause, drafted, executed, hash_of, party, sent
from tests.agencies.browsers import page, send
from tests.agencies.systems import System
from tests.agencies.test_amend_an_agreement import sign, six
from tests.agencies.test_rest_and_end import of_three
from tests.agencies.test_what_is_in_force import bound
from tests.agreements import sealed
from tests.world import World, seeding

DAY = timedelta(days=1)


def renewal(world: World, pk: UUID, **changes: object) -> UUID:
    now = timezone.now()
    said = {"effective_at": now - DAY / 2, "expires_at": now + 900 * DAY, **changes}
    return writes.renew_agreement(world.dora, pk, **said).agreement


def over(world: World) -> UUID:
    """Signed by both, and over since yesterday."""
    ended = timezone.now() - DAY
    pk = drafted(world, effective_at=ended - 9 * DAY, expires_at=ended)
    with seeding():
        sealed(Agreement.objects.get(pk=pk), signed=True)
    return pk


def state(world: World, pk: UUID) -> str:
    return reads.agreement(world.dev, pk).state


def test_what_is_over_is_renewed_by_the_signatures_of_all(world: World) -> None:
    pk = over(world)
    document = renewal(world, pk)
    assert (state(world, pk), bound(document)) == ("expired", set())

    sign(world, document)

    assert bound(document) == {"HCF", "BCE"}
    assert (state(world, document), state(world, pk)) == ("in_force", "renewed")


def test_a_renewal_takes_the_place_of_what_it_follows_once_it_has_begun(world: World) -> None:
    pk = executed(world)
    begins = timezone.now() + 5 * DAY
    document = renewal(world, pk, effective_at=begins)

    sign(world, document)

    assert (bound(pk), bound(document)) == ({"HCF", "BCE"}, set())
    assert (bound(pk, begins), bound(document, begins)) == (set(), {"HCF", "BCE"})
    rights = SupplyRight.objects.filter(receiver=world.harbor_fire, agreement_title__contains="aid")
    assert rights.filter(agreement_id=pk).exists()


def test_until_all_have_signed_it_nothing_changes(world: World) -> None:
    pk = executed(world)
    document = renewal(world, pk)
    writes.send_for_signature(world.dora, document, text_hash=hash_of(document))
    writes.sign_agreement(world.dora, document, text_hash=hash_of(document))

    assert (bound(pk), bound(document)) == ({"HCF", "BCE"}, set())
    assert state(world, pk) == "in_force"


def test_a_renewal_says_what_was_amended(world: World) -> None:
    pk = executed(world)
    sign(world, six(world, pk))

    document = renewal(world, pk)

    found = reads.agreement(world.dora, document)
    assert [one.text for one in found.clauses][1] == "Bay sends six ambulances."
    assert (found.follows and found.follows.id, found.amends) == (pk, None)
    assert [one.id for one in reads.agreement(world.dora, pk).renewals] == [document]
    assert reads.agreement(world.dev, pk).renewals == ()


def test_whoever_is_bound_still_is_not_left_out(world: World) -> None:
    pk = of_three(world)
    document = renewal(world, pk)
    writes.remove_party(world.dora, party(document, world.northfield))

    with pytest.raises(NotReady, match="Northfield Power is bound by the agreement that this"):
        writes.send_for_signature(world.dora, document, text_hash=hash_of(document))


def test_after_the_term_others_may_go_on_without_one(world: World) -> None:
    ends = timezone.now() + 90 * DAY
    pk = of_three(world, expires_at=ends)
    document = renewal(world, pk, effective_at=ends)
    writes.remove_party(world.dora, party(document, world.northfield))

    sign(world, document)

    assert bound(document, ends) == {"HCF", "BCE"}


def test_who_has_left_is_not_asked_and_clauses_on_it_are_left_out(world: World) -> None:
    pk = of_three(world, notice_days=0)
    writes.give_notice(world.dev, party(pk, world.bay_ems))

    told = writes.renew_agreement(world.dora, pk, effective_at=timezone.now(), expires_at=None)

    assert told.left_out == ("2",)
    parties = Party.objects.filter(agreement=told.agreement)
    assert {one.agency_id for one in parties} == {world.harbor_fire.pk, world.northfield.pk}


def test_it_is_renewed_once(world: World) -> None:
    pk = executed(world)
    first = renewal(world, pk)
    with pytest.raises(RenewedBefore):
        renewal(world, pk)
    writes.abandon_agreement(world.dora, first, reason="Too early.")

    assert renewal(world, pk) != first


def test_what_was_never_signed_or_was_terminated_is_not_renewed(world: World) -> None:
    with pytest.raises(NothingToRenew):
        renewal(world, sent(world))
    pk = executed(world)
    writes.terminate_for_cause(world.dora, pk, clause=clause(pk, "2"), reason="They never came.")

    with pytest.raises(NothingToRenew):
        renewal(world, pk)


def test_only_its_leader_begins_to_renew_it(world: World) -> None:
    pk = executed(world)

    with pytest.raises(NotAllowed, match="your agency leads it"):
        writes.renew_agreement(world.dev, pk, effective_at=timezone.now(), expires_at=None)


def test_what_is_signed_says_what_it_follows(world: World) -> None:
    pk, at = executed(world), timezone.now()
    document = renewal(world, pk, effective_at=at, expires_at=at + DAY)
    before, other = hash_of(document), executed(world, title="Another")

    with seeding():
        Agreement.objects.filter(pk=document).update(follows=other)

    assert hash_of(document) != before


def test_it_is_renewed_on_its_page_and_by_another_system(world: World) -> None:
    pk, other = executed(world), executed(world, title="Another")
    assert b"Renew it" in page(world.dora, "agreement", pk).content

    answer = send(
        world.dora, "renew", pk, effective_at="2026-01-01T00:00", expires_at="2090-01-01T00:00"
    )
    said = {"effective_at": "2090-01-01T00:00:00Z"}
    by_system = System(world.dora).act(f"amendments/{other}/renew/", said)
    backwards = {**said, "expires_at": "2080-01-01T00:00:00Z"}

    assert answer["Location"] == f"/agreements/{Agreement.objects.get(follows=pk).pk}/"
    assert by_system.status_code == 201
    assert System(world.dev).act(f"amendments/{pk}/renew/", backwards).status_code == 403
