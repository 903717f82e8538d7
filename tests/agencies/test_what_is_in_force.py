"""RULE-MOU-01: in force is derived, for each party, at a moment."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection
from django.utils import timezone

from agencies import writes
from agencies.models import (
    Agency,
    Agreement,
    AnswerTarget,
    Bound,
    Clause,
    Effect,
    ShareGrant,
    SupplyRight,
)
from tests.agencies.acts import drafted, executed, hash_of, sent, supply
from tests.world import World


def bound(pk: UUID, at: datetime | None = None) -> set[str]:
    """The codes of the parties whom an agreement binds at a moment."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT a.code FROM agencies_bound_at(%s) b JOIN agencies_agency a"
            " ON a.id = b.agency_id WHERE b.agreement_id = %s",
            [at or timezone.now(), pk],
        )
        return {row[0] for row in cursor.fetchall()}


def rights(receiver: Agency, giver: Agency) -> list[str]:
    found = SupplyRight.objects.filter(receiver=receiver, giver=giver)
    return sorted(found.values_list("agreement_title", flat=True))


def test_a_draft_binds_nobody(world: World) -> None:
    assert bound(drafted(world)) == set()


def test_what_only_one_has_signed_binds_nobody(world: World) -> None:
    pk = sent(world)
    writes.sign_agreement(world.dora, pk, text_hash=hash_of(pk))

    assert bound(pk) == set()


def test_what_both_have_signed_binds_both(world: World) -> None:
    assert bound(executed(world)) == {"HCF", "BCE"}


def test_it_binds_from_the_moment_its_term_begins_until_the_moment_it_ends(
    world: World,
) -> None:
    begins = timezone.now() + timedelta(days=5)
    ends = begins + timedelta(days=10)
    pk = executed(world, effective_at=begins, expires_at=ends)
    instant = timedelta(microseconds=1)

    assert bound(pk) == set()
    assert bound(pk, begins - instant) == set()
    assert bound(pk, begins) == {"HCF", "BCE"}
    assert bound(pk, ends - instant) == {"HCF", "BCE"}
    assert bound(pk, ends) == set()


def test_without_an_end_it_binds_on(world: World) -> None:
    pk = executed(world, expires_at=None)

    assert bound(pk, timezone.now() + timedelta(days=9000)) == {"HCF", "BCE"}


def test_it_did_not_bind_before_the_last_signature(world: World) -> None:
    pk = executed(world)
    signed = max(
        Agreement.objects.get(pk=pk).parties.values_list("signatures__signed_at", flat=True)
    )

    assert bound(pk, signed - timedelta(microseconds=1)) == set()
    assert bound(pk, signed) == {"HCF", "BCE"}


def test_signed_by_each_for_itself_it_binds_those_who_have_signed(world: World) -> None:
    pk = drafted(world, effect=Effect.PER_PARTY)
    writes.add_party(world.dora, pk, agency=world.northfield.pk, signatory_title="President")
    writes.send_for_signature(world.dora, pk, text_hash=hash_of(pk))

    writes.sign_agreement(world.dora, pk, text_hash=hash_of(pk))
    writes.sign_agreement(world.dev, pk, text_hash=hash_of(pk))

    assert bound(pk) == {"HCF", "BCE"}
    assert rights(world.harbor_fire, world.bay_ems).count("Harbor and Bay aid") == 1
    assert "Harbor and Bay aid" not in rights(world.northfield, world.bay_ems)


def test_signed_only_together_one_missing_signature_binds_nobody(world: World) -> None:
    pk = drafted(world, effect=Effect.ALL)
    writes.add_party(world.dora, pk, agency=world.northfield.pk, signatory_title="President")
    writes.send_for_signature(world.dora, pk, text_hash=hash_of(pk))
    writes.sign_agreement(world.dora, pk, text_hash=hash_of(pk))
    writes.sign_agreement(world.dev, pk, text_hash=hash_of(pk))

    assert bound(pk) == set()

    writes.sign_agreement(world.ivy, pk, text_hash=hash_of(pk))

    assert bound(pk) == {"HCF", "BCE", "NPC"}


def test_a_signature_under_another_text_binds_nobody(world: World) -> None:
    pk = sent(world)
    writes.sign_agreement(world.dora, pk, text_hash=hash_of(pk))
    writes.reopen_agreement(world.dora, pk, reason="A number was wrong.")
    clause = Clause.objects.get(agreement=pk, number="2", removed_at=None)
    writes.edit_clause(world.dora, clause.pk, wording=supply(text="Bay sends two."))
    writes.send_for_signature(world.dora, pk, text_hash=hash_of(pk))

    writes.sign_agreement(world.dev, pk, text_hash=hash_of(pk))

    assert bound(pk) == set()


def test_a_party_that_was_taken_out_neither_binds_nor_holds_up(world: World) -> None:
    pk = drafted(world)
    party = writes.add_party(
        world.dora, pk, agency=world.northfield.pk, signatory_title="President"
    ).party
    writes.remove_party(world.dora, party)
    writes.send_for_signature(world.dora, pk, text_hash=hash_of(pk))
    writes.sign_agreement(world.dora, pk, text_hash=hash_of(pk))
    writes.sign_agreement(world.dev, pk, text_hash=hash_of(pk))

    assert bound(pk) == {"HCF", "BCE"}


def test_a_named_giver_gives_and_does_not_receive(world: World) -> None:
    executed(world)

    assert "Harbor and Bay aid" in rights(world.harbor_fire, world.bay_ems)
    assert "Harbor and Bay aid" not in rights(world.bay_ems, world.harbor_fire)


def test_a_clause_that_was_taken_out_gives_nothing(world: World) -> None:
    pk = drafted(world)
    extra = writes.add_clause(world.dora, pk, wording=supply("3", giver=world.harbor_fire.pk))
    writes.remove_clause(world.dora, extra.clause)
    writes.send_for_signature(world.dora, pk, text_hash=hash_of(pk))
    writes.sign_agreement(world.dora, pk, text_hash=hash_of(pk))
    writes.sign_agreement(world.dev, pk, text_hash=hash_of(pk))

    assert "Harbor and Bay aid" not in rights(world.bay_ems, world.harbor_fire)


def test_shares_and_targets_come_and_go_with_what_binds(world: World) -> None:
    assert ShareGrant.objects.filter(giver=world.harbor_fire, receiver=world.bay_ems).exists()
    assert AnswerTarget.objects.filter(giver=world.harbor_fire, receiver=world.bay_ems).exists()

    assert not ShareGrant.objects.filter(receiver=world.northfield).exists()
    assert not AnswerTarget.objects.filter(receiver=world.northfield).exists()


def test_the_view_and_the_function_say_the_same_now(world: World) -> None:
    pk = executed(world)

    parties = Bound.objects.filter(agreement=pk).values_list("agency__code", flat=True)
    assert set(parties) == bound(pk)
