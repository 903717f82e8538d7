"""A draft started from a text that others of its sort mostly begin with."""

from __future__ import annotations

from uuid import UUID

import pytest

from agencies import reads, writes
from agencies.models import Instrument
from agencies.starts import BLANK, Start, instrument_of
from agencies.terms import CostTerms
from tests.agencies.acts import agreement_details, wording
from tests.agencies.browsers import send
from tests.world import World


@pytest.mark.parametrize("start", Start)
def test_every_start_is_a_draft_whose_clauses_say_what_they_do(world: World, start: Start) -> None:
    told = writes.draft_agreement(
        world.dora,
        world.harbor_fire.pk,
        details=agreement_details(),
        signatory_title="Fire chief",
        start=start,
    )

    shown = reads.agreement(world.dora, told.agreement)
    assert [clause.id for clause in shown.clauses] == list(told.clauses)
    assert all(clause.meaning or clause.informs for clause in shown.clauses)


def test_what_is_left_open_is_filled_in_before_it_is_sent(world: World) -> None:
    told = writes.draft_agreement(
        world.dora,
        world.harbor_fire.pk,
        details=agreement_details(),
        signatory_title="Fire chief",
        start=Start.MUTUAL_AID,
    )

    shown = reads.agreement(world.dora, told.agreement)

    assert BLANK in shown.clauses[-1].text
    assert "Fill in what is left open in clause 5." in shown.missing


def test_an_unwritten_practice_gives_no_more_than_asking(world: World) -> None:
    told = writes.draft_agreement(
        world.dora,
        world.harbor_fire.pk,
        details=agreement_details(instrument=Instrument.UNWRITTEN),
        signatory_title="Fire chief",
        start=Start.UNWRITTEN,
    )
    before = reads.agreement(world.dora, told.agreement).missing

    writes.add_clause(world.dora, told.agreement, wording=wording(number="9", terms=CostTerms()))

    more = "Clause 9 is more than an unwritten practice gives: asking, on best effort."
    assert more not in before
    assert more in reads.agreement(world.dora, told.agreement).missing


NEW = {
    "title": "Aid",
    "tier": "2",
    "effective_at": "2026-06-01T00:00",
    "effect": "all",
    "min_parties": "2",
    "notice_days": "30",
    "renews_months": "0",
    "signatory_title": "Fire chief",
}


def test_the_page_of_a_new_draft_offers_them(world: World) -> None:
    answer = send(world.dora, "draft", **NEW, instrument="mutual_aid", start="mutual_aid")

    assert answer.status_code == 302, answer.context["form"].errors


@pytest.mark.parametrize("start", Start)
def test_a_draft_is_what_it_starts_from_unless_one_says_otherwise(
    world: World, start: Start
) -> None:
    answer = send(world.dora, "draft", **NEW, start=start)

    pk = UUID(answer.headers["Location"].split("/")[2])
    assert reads.draft(world.dora, pk).details.instrument == instrument_of(start)


def test_a_draft_from_an_empty_page_is_said_to_be_something(world: World) -> None:
    answer = send(world.dora, "draft", **NEW)

    assert answer.status_code == 422
    assert "Say what it is, or what it starts from." in str(answer.context["form"].errors)
