"""RULE-MOU-03: certificates of insurance are told of by the same dates as the end of a term."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from uuid import UUID

from django.utils import timezone

from agencies import reads, tasks, writes
from agencies.models import InsuranceKind, Milestone
from agencies.standing_terms import InsuranceTerms
from audit.trail import Sought
from tests.agencies.acts import drafted, hash_of, wording
from tests.world import World, seeding

DAY = timedelta(days=1)


def insured(world: World, *, days: int) -> UUID:
    """Bay City EMS is insured, and its certificate is good for so many days."""
    pk = drafted(world, expires_at=None)
    terms = InsuranceTerms(
        insurance=next(iter(InsuranceKind)),
        minimum=Decimal(1_000_000),
        certificate_until=(timezone.now() + days * DAY).date(),
    )
    clause = wording(number="3", heading="Insurance", terms=terms, giver=world.bay_ems.pk)
    writes.add_clause(world.dora, pk, wording=clause)
    writes.send_for_signature(world.dora, pk, text_hash=hash_of(pk))
    for signatory in (world.dora, world.dev):
        writes.sign_agreement(signatory, pk, text_hash=hash_of(pk))
    return pk


def test_everybody_is_reminded_before_a_certificate_runs_out(world: World) -> None:
    """RULE-MOU-03: 180, 90, 60 and 30 days before."""
    pk = insured(world, days=100)

    planned = Milestone.objects.filter(agreement=pk).order_by("due_at")

    assert [(one.kind, one.days) for one in planned] == [
        ("insured_soon", 90),
        ("insured_soon", 60),
        ("insured_soon", 30),
        ("insured_not", 0),
    ]


def test_the_sweep_tells_it_in_a_sentence(world: World) -> None:
    """RULE-MOU-03."""
    pk = insured(world, days=100)
    with seeding():
        Milestone.objects.create(
            agreement_id=pk, kind="insured_soon", days=120, due_at=timezone.now() - DAY
        )

    tasks.tell_due()

    line = reads.agency_trail(world.dora, Sought()).lines[0].sentence
    assert line == ("A certificate of insurance under “Harbor and Bay aid” runs out in 120 days.")
