"""Days of grace after a term, where a clause gives them (chapter 5.3: expired)."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from agencies import reads, writes
from agencies.models import Agreement, Milestone, Party, RenewalTerm, Signature
from agencies.standing_terms import RenewalTerms
from agencies.terms import coded
from agencies.writes.paper import TermStillRuns
from tests.agencies.acts import clause, drafted, hash_of, wording
from tests.agencies.browsers import page
from tests.agencies.test_amend_an_agreement import amendment, sign
from tests.agencies.test_record_past_agreement import record, signatures
from tests.agencies.test_what_is_in_force import bound
from tests.world import World, seeding

DAY = timedelta(days=1)


def written(world: World, *, ends: timedelta, **said: int) -> UUID:
    """A draft whose term began long ago and ends so far from now, with a clause on its term."""
    now = timezone.now()
    pk = drafted(world, effective_at=now - 700 * DAY, expires_at=now + ends)
    terms = wording(number="3", heading="Term", text="Days of grace.", terms=RenewalTerms(**said))
    writes.add_clause(world.dora, pk, wording=terms)
    return pk


def signed_long_ago(world: World, **said: int) -> UUID:
    """Signed by both long ago, for a term that ended ten days ago."""
    pk, then = written(world, ends=-10 * DAY, **said), timezone.now() - 699 * DAY
    text_hash = hash_of(pk)
    with seeding():
        Agreement.objects.filter(pk=pk).update(
            status="executed", text_hash=text_hash, sealed_at=then, executed_at=then
        )
        for party in Party.objects.filter(agreement=pk):
            Signature.objects.create(
                party=party, text_hash=text_hash, signed_by=pk, signer="A chief", signed_at=then
            )
    return pk


def test_it_binds_until_its_days_of_grace_are_over_and_no_longer(world: World) -> None:
    pk = signed_long_ago(world, grace_days=30)

    assert bound(pk) == {"HCF", "BCE"}
    assert bound(pk, timezone.now() + 19 * DAY) == {"HCF", "BCE"}
    assert bound(pk, timezone.now() + 21 * DAY) == set()


def test_without_such_a_clause_it_is_over_when_its_term_is(world: World) -> None:
    pk = signed_long_ago(world, notice_days=30)

    assert bound(pk) == set()
    assert reads.agreement(world.dora, pk).state == "expired"


def test_its_page_says_until_when(world: World) -> None:
    pk = signed_long_ago(world, grace_days=30)

    shown = reads.agreement(world.dora, pk)

    assert shown.state == "in_force"
    assert shown.expires_at is not None
    assert shown.grace_until == shown.expires_at + 30 * DAY
    assert "In its days of grace, until" in page(world.dora, "agreement", pk).content.decode()
    (meaning,) = [one.meaning for one in shown.clauses if one.number == "3"]
    assert "It binds for 30 days more after its term." in meaning


def test_the_end_of_grace_is_told_of_too(world: World) -> None:
    """RULE-MOU-03."""
    pk = written(world, ends=40 * DAY, grace_days=30)
    writes.send_for_signature(world.dora, pk, text_hash=hash_of(pk))
    for signatory in (world.dora, world.dev):
        writes.sign_agreement(signatory, pk, text_hash=hash_of(pk))

    planned = Milestone.objects.filter(agreement=pk).order_by("due_at")

    assert list(planned.values_list("kind", flat=True)) == ["ends_soon", "expires", "grace_over"]


def test_whoever_runs_the_installation_binds_nobody_by_days_of_grace(world: World) -> None:
    """RULE-MOU-02."""
    pk = written(world, ends=-10 * DAY, grace_days=30)
    then = timezone.now() - 699 * DAY

    with pytest.raises(TermStillRuns):
        record(pk, signatures=signatures(world.dora, world.dev, at=then))


def test_an_amendment_gives_and_changes_days(world: World) -> None:
    """RULE-MOU-02: by the same signatures as the agreement itself."""
    pk = written(world, ends=40 * DAY, notice_days=30)
    sign(world, pk)
    assert reads.agreement(world.dora, pk).leaves_after_days == 30

    document = amendment(world, pk)
    longer = wording(
        number="3", heading="Term", text="More.", terms=RenewalTerms(notice_days=90, grace_days=20)
    )
    writes.replace_clause(world.dora, document, clause=clause(pk, "3"), wording=longer)
    assert reads.agreement(world.dora, pk).leaves_after_days == 30
    sign(world, document)

    assert reads.agreement(world.dora, pk).leaves_after_days == 90
    assert bound(pk, timezone.now() + 59 * DAY) == {"HCF", "BCE"}
    assert bound(pk, timezone.now() + 61 * DAY) == set()


def test_what_was_signed_before_there_was_grace_is_still_the_same_text(world: World) -> None:
    """RULE-MOU-02."""
    assert "grace_days" not in coded(RenewalTerms(notice_days=30))
    assert coded(RenewalTerms(grace_days=5))["grace_days"] == 5


@pytest.mark.parametrize("days", [0, 367])
def test_the_database_takes_a_year_at_most(world: World, days: int) -> None:
    pk = written(world, ends=40 * DAY, grace_days=1)
    row = RenewalTerm.objects.get(clause=clause(pk, "3"))

    with pytest.raises(IntegrityError), transaction.atomic(), seeding():
        RenewalTerm.objects.create(clause=row.clause, grace_days=days)
