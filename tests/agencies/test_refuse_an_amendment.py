"""What an amendment may not say, and who may not write one: RULE-MOU-02, -05."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.utils import timezone

from agencies import reads, writes
from agencies.models import Agreement, Instrument
from agencies.writes.amending import ChangedByLaw, NoClauseInForce, NotAnAmendment, NotInForce
from agencies.writes.drafts import OfTheAgreement
from agencies.writes.reviewing import NotReady
from audit.refusals import Conflict, NotAllowed, NotFound
from tests.agencies.acts import (
    agreement_details,
    clause,
    drafted,
    executed,
    party,
    sent,
    wording,
)
from tests.agencies.test_amend_an_agreement import DAY, amendment, send, sign, six
from tests.world import World


def test_what_another_amendment_has_changed_meanwhile_is_not_sent(world: World) -> None:
    pk = executed(world)
    late = six(world, pk)
    sign(world, six(world, pk))

    with pytest.raises(NotReady, match="Clause 2 was changed since by another amendment"):
        send(world, late)


def test_two_amendments_are_not_signed_at_the_same_time(world: World) -> None:
    pk = executed(world)
    first, second = six(world, pk), amendment(world, pk)
    writes.add_clause(world.dora, second, wording=wording(number="9"))
    send(world, first)

    with pytest.raises(Conflict, match="one after the other"):
        send(world, second)


def test_a_number_that_is_taken_is_not_used_again(world: World) -> None:
    pk = executed(world)
    document = amendment(world, pk)
    writes.add_clause(world.dora, document, wording=wording())

    with pytest.raises(NotReady, match="There is a clause 1: replace it"):
        send(world, document)


def test_it_is_between_those_whom_the_agreement_binds(world: World) -> None:
    pk = executed(world)
    document = six(world, pk)
    writes.add_party(world.dora, document, agency=world.northfield.pk, signatory_title="President")

    with pytest.raises(NotReady, match="Northfield Power is not bound by the agreement"):
        send(world, document)


def test_its_term_is_that_of_the_agreement(world: World) -> None:
    document = six(world, executed(world))
    version = reads.draft(world.dora, document).version
    longer = agreement_details(expires_at=timezone.now() + 900 * DAY)

    with pytest.raises(OfTheAgreement):
        writes.edit_agreement(world.dora, document, details=longer, version=version)


def test_only_what_is_in_force_is_amended(world: World) -> None:
    with pytest.raises(NotInForce):
        amendment(world, sent(world))


def test_an_amendment_is_not_amended(world: World) -> None:
    document = six(world, executed(world))
    sign(world, document)

    with pytest.raises(NotInForce):
        amendment(world, document)


def test_a_compact_is_changed_by_legislation(world: World) -> None:
    """RULE-MOU-05: compact changes need legislation."""
    pk = executed(world, instrument=Instrument.COMPACT)

    with pytest.raises(ChangedByLaw, match="A compact is law"):
        amendment(world, pk)
    assert "amend" not in reads.agreement(world.dora, pk).may


def test_whoever_does_not_lead_it_does_not_amend_it(world: World) -> None:
    pk = executed(world)

    with pytest.raises(NotAllowed, match="your agency leads it"):
        writes.amend_agreement(world.dev, pk, purpose="More.", effective_at=timezone.now())
    with pytest.raises(NotFound):
        writes.amend_agreement(world.ivy, pk, purpose="More.", effective_at=timezone.now())


def test_only_what_was_signed_is_replaced_or_struck(world: World) -> None:
    pk, document = drafted(world), six(world, executed(world))

    with pytest.raises(NotAnAmendment):
        writes.strike_clause(world.dora, pk, clause=clause(pk, "2"))
    with pytest.raises(NoClauseInForce):
        writes.strike_clause(world.dora, document, clause=clause(document, "2"))


def test_a_clause_is_changed_once_and_left_as_it_was_if_wanted(world: World) -> None:
    pk = executed(world)
    document = six(world, pk)
    with pytest.raises(Conflict, match="changes that clause already"):
        writes.strike_clause(world.dora, document, clause=clause(pk, "2"))

    writes.keep_clause(world.dora, document, clause=clause(pk, "2"))

    assert reads.agreement(world.dora, document).changes == ()
    assert {one.number for one in reads.amendable(world.dora, document)} == {"1", "2"}


def test_amendments_take_effect_in_the_order_in_which_they_build_on_each_other(
    world: World,
) -> None:
    pk, later = executed(world), timezone.now() + 9 * DAY
    first = six(world, pk, effective_at=later)
    sign(world, first)
    document = amendment(world, pk)
    writes.strike_clause(world.dora, document, clause=clause(first, "2"))

    with pytest.raises(NotReady, match="before Amendment"):
        send(world, document)


def test_an_amendment_of_an_agreement_that_ended_meanwhile_is_not_sent(world: World) -> None:
    ends: datetime = timezone.now() + DAY
    pk = executed(world, expires_at=ends)
    document = six(world, pk)
    writes.suspend_for_us(
        world.dev, party(pk, world.bay_ems), reason="Spent.", authority="Board order 7"
    )
    writes.suspend_for_us(world.dora, party(pk, world.harbor_fire), reason="Us too.", authority="7")

    with pytest.raises(NotReady, match="is not in force"):
        send(world, document)
    assert Agreement.objects.get(pk=document).status == "draft"
