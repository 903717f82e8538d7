"""Days of grace after a term, where a clause gives them (chapter 5.3, `expired`)."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from django.utils import timezone

from agencies import reads, tasks, writes
from agencies.models import Agreement, Milestone
from agencies.standing_terms import RenewalTerms
from audit.trail import Sought
from tests.agencies.acts import check_all, drafted, hash_of, sent, wording
from tests.agencies.test_amend_an_agreement import sign
from tests.agencies.test_what_is_in_force import bound
from tests.world import World, seeding

DAY = timedelta(days=1)


def with_grace(world: World, days: int | None) -> UUID:
    """Signed by both, for a term that ends tomorrow."""
    pk = drafted(world, expires_at=timezone.now() + DAY)
    terms = RenewalTerms(grace_days=days, notice_days=30)
    clause = wording(number="3", heading="Term", text="Days of grace.", terms=terms)
    writes.add_clause(world.dora, pk, wording=clause)
    writes.send_for_signature(world.dora, pk, text_hash=hash_of(pk))
    for signatory in (world.dora, world.dev):
        writes.sign_agreement(signatory, pk, text_hash=hash_of(pk))
        check_all(signatory, pk)
    return pk


def ends(pk: UUID, ago: timedelta) -> None:
    """As if its term had ended a while ago."""
    with seeding():
        Agreement.objects.filter(pk=pk).update(status="draft", sealed_at=None, executed_at=None)
