"""One of two ends an agreement for cause; what survives its end stays listed (chapter 5.3)."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from django.utils import timezone

from agencies import reads, writes
from agencies.models import LiabilityModel, Survival
from agencies.standing_terms import LiabilityTerms, RenewalTerms
from agencies.terms import CostTerms
from agencies.writes.motions import NoCause
from audit import streams
from tests.agencies.acts import clause, drafted, executed, hash_of, party, told_in, wording
from tests.agencies.browsers import page, send
from tests.agencies.systems import System
from tests.agencies.test_amend_an_agreement import sign, six
from tests.agencies.test_rest_and_end import of_three
from tests.agencies.test_what_is_in_force import bound
from tests.world import World

ENDS = RenewalTerms(survives=(Survival.LIABILITY, Survival.RECORDS))


def surviving(world: World, pk: UUID) -> dict[str, str]:
    return {one.clause.number: one.why for one in reads.agreement(world.dev, pk).surviving}


def with_survivors(world: World) -> UUID:
    """Signed by both: clause 4 survives by its own words, and 3 by what clause 5 says."""
    pk = drafted(world)
    for number, terms, survives in (
        ("3", LiabilityTerms(model=LiabilityModel.OWN), False),
        ("4", CostTerms(), True),
        ("5", ENDS, False),
    ):
        said = wording(number=number, terms=terms, survives=survives)
        writes.add_clause(world.dora, pk, wording=said)
    sign(world, pk)
    return pk


def test_it_is_terminated_for_cause_on_its_page(world: World) -> None:
    pk = executed(world)
    assert b"Terminate for cause" in page(world.dora, "agreement", pk).content
    empty = send(world.dora, "terminate", pk, reason="They never answered.")

    done = send(world.dora, "terminate", pk, clause=clause(pk, "2"), reason="They never answered.")

    assert (empty.status_code, done.status_code, bound(pk)) == (422, 302, set())
    assert reads.agreement(world.dev, pk).state == "terminated"


def test_it_may_end_on_a_day_to_come(world: World) -> None:
    pk, ends = executed(world), timezone.now() + timedelta(days=9)

    writes.terminate_for_cause(
        world.dora, pk, clause=clause(pk, "2"), reason="They never answered.", ends_at=ends
    )

    assert (bound(pk), bound(pk, ends)) == ({"HCF", "BCE"}, set())


def test_only_what_the_other_owes_and_may_have_broken_is_a_cause(world: World) -> None:
    """Bay sends ambulances by clause 2: Harbor may say that it did not, and Bay may not."""
    pk = executed(world)

    with pytest.raises(NoCause):
        writes.terminate_for_cause(world.dora, pk, clause=clause(pk, "1"), reason="A right.")
    with pytest.raises(NoCause):
        writes.terminate_for_cause(world.dev, pk, clause=clause(pk, "2"), reason="Our own duty.")

    assert bound(pk) == {"HCF", "BCE"}
    assert [one.number for one in reads.agreement(world.dora, pk).causes] == ["2"]
    assert reads.agreement(world.dev, pk).causes == ()


def test_what_is_paid_and_kept_secret_is_owed_by_both(world: World) -> None:
    pk = with_survivors(world)

    numbers = [
        [one.number for one in reads.agreement(who, pk).causes] for who in (world.dora, world.dev)
    ]

    assert numbers == [["2", "4"], ["4"]]


def test_a_clause_of_another_agreement_is_no_cause(world: World) -> None:
    pk, other = executed(world), executed(world, title="Another")

    with pytest.raises(NoCause):
        writes.terminate_for_cause(world.dora, pk, clause=clause(other, "2"), reason="There.")

    assert bound(pk) == {"HCF", "BCE"}


def test_the_ledger_keeps_which_clause_was_broken_and_how(world: World) -> None:
    """RULE-MOU-07: by its id, which means one wording for ever."""
    pk = executed(world)
    broken = clause(pk, "2")

    told = writes.terminate_for_cause(world.dora, pk, clause=broken, reason="They never answered.")

    assert (told.clause, told.number, told.reason) == (broken, "2", "They never answered.")
    assert told_in(streams.of_agency(world.bay_ems.pk))[-1].endswith("terminated_for_cause")


def test_a_clause_as_it_was_amended_may_be_the_cause(world: World) -> None:
    pk = executed(world)
    document = six(world, pk)
    sign(world, document)
    choices = dict(page(world.dora, "terminate", pk).context["form"].fields["clause"].choices)
    assert str(clause(document, "2")) in choices
    assert str(clause(pk, "2")) not in choices

    writes.terminate_for_cause(
        world.dora, pk, clause=clause(document, "2"), reason="They never answered."
    )

    assert bound(pk) == set()


def test_among_more_than_two_nobody_is_offered_to_end_it_for_all(world: World) -> None:
    assert "terminate" not in reads.agreement(world.dora, of_three(world)).may
    assert "terminate" in reads.agreement(world.dora, executed(world, title="Of two")).may


def test_what_survives_is_listed_once_it_has_ended_and_says_why(world: World) -> None:
    pk = with_survivors(world)
    assert surviving(world, pk) == {}

    writes.terminate_for_cause(
        world.dora, pk, clause=clause(pk, "2"), reason="They never answered."
    )

    assert surviving(world, pk) == {
        "3": "Clause 5 says that it goes on to bind.",
        "4": "It says itself that it binds beyond the end.",
        "5": "It says what goes on to bind: liability, keeping of records.",
    }
    shown = page(world.dora, "agreement", pk).content.decode()
    assert "What still binds" in shown


def test_what_survives_is_listed_for_who_has_left_alone(world: World) -> None:
    pk = of_three(world, notice_days=0)
    assert surviving(world, pk) == {}

    writes.give_notice(world.dev, party(pk, world.bay_ems))

    assert reads.agreement(world.dora, pk).state == "in_force"
    assert reads.agreement(world.dora, pk).surviving == ()


def test_what_survives_is_read_by_other_systems_and_not_by_strangers(world: World) -> None:
    pk = with_survivors(world)
    writes.terminate_for_cause(
        world.dora, pk, clause=clause(pk, "2"), reason="They never answered."
    )

    shown = System(world.dora).look(f"agreements/{pk}/").json()["surviving"]

    assert [one["clause"]["number"] for one in shown] == ["3", "4", "5"]
    assert System(world.ivy).look(f"agreements/{pk}/").status_code == 404
    assert hash_of(pk) == reads.agreement(world.dora, pk).text_hash
