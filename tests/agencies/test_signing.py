from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from django.utils import timezone

from agencies import writes
from agencies.models import Agreement, Bound, Clause, Effect, Signature
from agencies.writes.sealing import NotADraft, NotBeingSigned
from agencies.writes.signing import BindsAlready, NotReady, TermOver, TextChanged
from audit import streams
from audit.refusals import Conflict, NotAllowed, NotFound, Stale
from audit.roads import NoSuchRoad
from tests.agencies.acts import (
    agreement_details,
    drafted,
    executed,
    hash_of,
    sent,
    supply,
    told_in,
)
from tests.agreements import sealed
from tests.world import World, seeding


def status_of(pk: UUID) -> str:
    return Agreement.objects.values_list("status", flat=True).get(pk=pk)


def test_a_text_is_sealed_and_sent_to_every_party(world: World) -> None:
    pk = drafted(world)

    told = writes.send_for_signature(world.dora, pk, text_hash=hash_of(pk))

    assert set(told.parties) == {world.harbor_fire.pk, world.bay_ems.pk}
    assert Agreement.objects.get(pk=pk).text_hash == hash_of(pk)
    assert told_in(streams.of_agency(world.bay_ems.pk)) == ["agencies.agreement_sealed"]


def test_a_draft_that_lacks_something_is_not_sent_and_every_gap_is_named(world: World) -> None:
    pk = writes.draft_agreement(
        world.dora,
        world.harbor_fire.pk,
        details=agreement_details(purpose=" ", scope=""),
        signatory_title="Fire chief",
    ).agreement

    with pytest.raises(NotReady) as refused:
        writes.send_for_signature(world.dora, pk, text_hash=hash_of(pk))

    assert str(refused.value) == (
        "Name at least two parties. Say what it is for: its purpose. "
        "Say what it covers: its scope. Write at least one clause or section."
    )


def test_a_duty_that_nobody_may_call_on_is_not_sent(world: World) -> None:
    pk = drafted(world)
    writes.remove_clause(world.dora, Clause.objects.get(agreement=pk, number="1").pk)

    with pytest.raises(NotReady, match="nobody may ask"):
        writes.send_for_signature(world.dora, pk, text_hash=hash_of(pk))


def test_a_term_that_is_over_is_not_sent(world: World) -> None:
    ended = timezone.now() - timedelta(days=1)
    pk = drafted(world, effective_at=ended - timedelta(days=9), expires_at=ended)

    with pytest.raises(NotReady, match="has not ended"):
        writes.send_for_signature(world.dora, pk, text_hash=hash_of(pk))


def test_what_a_colleague_changed_meanwhile_is_not_sent_unseen(world: World) -> None:
    pk = drafted(world)
    seen = hash_of(pk)
    writes.add_clause(world.dora, pk, wording=supply("3"))

    with pytest.raises(Stale):
        writes.send_for_signature(world.dora, pk, text_hash=seen)


def test_a_party_does_not_send_what_it_does_not_lead(world: World) -> None:
    pk = sent(world)

    with pytest.raises(NotAllowed, match="your agency leads it"):
        writes.reopen_agreement(world.dev, pk, reason="We want more.")


def test_the_last_signature_makes_it_executed(world: World) -> None:
    pk = sent(world)

    first = writes.sign_agreement(world.dora, pk, text_hash=hash_of(pk))
    last = writes.sign_agreement(world.dev, pk, text_hash=hash_of(pk))

    assert [fact.kind for fact in first] == ["agencies.agreement_signed"]
    assert [fact.kind for fact in last] == [
        "agencies.agreement_signed",
        "agencies.agreement_executed",
    ]
    assert status_of(pk) == "executed"
    assert told_in(streams.of_agency(world.harbor_fire.pk))[-3:] == [
        "agencies.agreement_signed",
        "agencies.agreement_signed",
        "agencies.agreement_executed",
    ]


def test_a_signature_says_who_signed_which_text(world: World) -> None:
    pk = sent(world)

    writes.sign_agreement(world.dev, pk, text_hash=hash_of(pk))

    signature = Signature.objects.get(party__agreement=pk)
    assert (signature.signer, signature.signed_by) == ("Dev Rao", world.dev.member_id)
    assert signature.text_hash == hash_of(pk)


def test_only_a_signatory_signs(world: World) -> None:
    pk = sent(world)

    with pytest.raises(NotAllowed, match="you are seated as authorized signatory"):
        writes.sign_agreement(world.cleo, pk, text_hash=hash_of(pk))


def test_a_signatory_of_another_agency_finds_nothing_to_sign(world: World) -> None:
    pk = sent(world)

    with pytest.raises(NotFound):
        writes.sign_agreement(world.ivy, pk, text_hash=hash_of(pk))


def test_nobody_signs_a_text_that_they_did_not_see(world: World) -> None:
    """RULE-MOU-02: the hash that was shown is the hash that is signed."""
    pk = sent(world)

    with pytest.raises(TextChanged):
        writes.sign_agreement(world.dev, pk, text_hash="0" * 64)

    assert not Signature.objects.filter(party__agreement=pk).exists()


def test_an_agency_signs_a_text_once(world: World) -> None:
    pk = sent(world)
    writes.sign_agreement(world.dev, pk, text_hash=hash_of(pk))

    with pytest.raises(Conflict, match="has signed this text"):
        writes.sign_agreement(world.dev, pk, text_hash=hash_of(pk))


def test_a_signature_sent_twice_with_its_key_is_given_once(world: World) -> None:
    pk = sent(world)
    dev = replace(world.dev, key="signing-1")

    first = writes.sign_agreement(dev, pk, text_hash=hash_of(pk))
    again = writes.sign_agreement(dev, pk, text_hash=hash_of(pk))

    assert [fact.payload() for fact in again] == [fact.payload() for fact in first]
    assert Signature.objects.filter(party__agreement=pk).count() == 1


def test_a_draft_is_not_signed(world: World) -> None:
    pk = drafted(world)

    with pytest.raises(NotBeingSigned):
        writes.reopen_agreement(world.dora, pk, reason="Typo.")
    with pytest.raises(NotFound):
        writes.sign_agreement(world.dev, pk, text_hash=hash_of(pk))


def test_what_is_over_is_not_signed(world: World) -> None:
    ended = timezone.now() - timedelta(days=1)
    pk = drafted(world, effective_at=ended - timedelta(days=9), expires_at=ended)
    with seeding():
        sealed(Agreement.objects.get(pk=pk), signed=False)

    with pytest.raises(TermOver):
        writes.sign_agreement(world.dev, pk, text_hash=hash_of(pk))


def test_a_changed_text_voids_the_signatures_it_had(world: World) -> None:
    """RULE-MOU-02: who signed the text before has not signed this one."""
    pk = sent(world)
    writes.sign_agreement(world.dev, pk, text_hash=hash_of(pk))
    before = hash_of(pk)

    told = writes.reopen_agreement(world.dora, pk, reason="A number was wrong.")
    clause = Clause.objects.get(agreement=pk, number="2", removed_at=None)
    writes.edit_clause(world.dora, clause.pk, wording=supply(text="Bay sends two."))
    writes.send_for_signature(world.dora, pk, text_hash=hash_of(pk))
    writes.sign_agreement(world.dora, pk, text_hash=hash_of(pk))

    assert told.void_signatures == 1
    assert (before != hash_of(pk), status_of(pk)) == (True, "signing")
    assert not Bound.objects.filter(agreement=pk).exists()


def test_what_all_have_signed_cannot_be_reopened(world: World) -> None:
    pk = executed(world)

    with pytest.raises(NotBeingSigned):
        writes.reopen_agreement(world.dora, pk, reason="We changed our mind.")
    with pytest.raises(NoSuchRoad):
        writes.abandon_agreement(world.dora, pk, reason="We changed our mind.")


def test_what_binds_two_by_their_own_signatures_cannot_be_taken_back(world: World) -> None:
    pk = drafted(world, effect=Effect.PER_PARTY)
    writes.add_party(world.dora, pk, agency=world.northfield.pk, signatory_title="President")
    writes.send_for_signature(world.dora, pk, text_hash=hash_of(pk))
    writes.sign_agreement(world.dora, pk, text_hash=hash_of(pk))
    writes.sign_agreement(world.dev, pk, text_hash=hash_of(pk))

    with pytest.raises(BindsAlready):
        writes.reopen_agreement(world.dora, pk, reason="We changed our mind.")
    with pytest.raises(BindsAlready):
        writes.abandon_agreement(world.dora, pk, reason="We changed our mind.")


def test_a_draft_that_is_given_up_is_nobody_elses_business(world: World) -> None:
    pk = drafted(world)

    told = writes.abandon_agreement(world.dora, pk, reason="Not needed.")

    assert (told.parties, status_of(pk)) == ((), "abandoned")
    with pytest.raises(NotADraft):
        writes.add_clause(world.dora, pk, wording=supply("3"))


def test_who_was_asked_to_sign_hears_that_it_was_given_up(world: World) -> None:
    pk = sent(world)

    writes.abandon_agreement(world.dora, pk, reason="Not needed.")

    assert told_in(streams.of_agency(world.bay_ems.pk))[-1] == "agencies.agreement_abandoned"


def test_a_party_does_not_give_it_up_for_all(world: World) -> None:
    pk = sent(world)

    with pytest.raises(NotAllowed, match="your agency leads it"):
        writes.abandon_agreement(world.dev, pk, reason="Not needed.")
