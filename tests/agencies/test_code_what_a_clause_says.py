"""Every kind of clause of chapter 5.5: its terms are bounded, hashed, and said in sentences."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import get_args

import pytest
from django.db import DatabaseError

from agencies import reads, writes
from agencies.areas import contains, is_area
from agencies.hazards import Hazard
from agencies.meaning import informs, meaning
from agencies.models import (
    ArrestAuthority,
    AskingPosition,
    ClauseKind,
    Commitment,
    Control,
    CountedFrom,
    Declaration,
    InsuranceKind,
    LiabilityModel,
    Priority,
    SignatureRule,
    Survival,
)
from agencies.standing_terms import (
    AutoAidTerms,
    CommandTerms,
    InsuranceTerms,
    LiabilityTerms,
    PowersTerms,
    RenewalTerms,
    SignatureTerms,
)
from agencies.terms import (
    Answer,
    CostTerms,
    PreconditionTerms,
    RequestTerms,
    ResponseTerms,
    Supply,
    SupplyTerms,
    Terms,
    coded,
)
from audit.refusals import Refusal
from tests.agencies.acts import drafted, hash_of, wording
from tests.agencies.test_sealed_text import by_sql
from tests.agencies.test_what_a_clause_means import BAY, HARBOR, clause
from tests.world import AMBULANCE, World

TRIANGLE = ((44.9, -93.2), (44.9, -93.0), (45.1, -93.1))
BOW_TIE = ((0.0, 0.0), (1.0, 1.0), (1.0, 0.0), (0.0, 1.0))

WHOLE: tuple[Terms, ...] = (
    RequestTerms(
        lowest_priority=Priority.URGENT,
        positions=(AskingPosition.INCIDENT_COMMANDER, AskingPosition.DISPATCHER),
        event_types=(Hazard.FIRE, Hazard.FLOOD),
        area=TRIANGLE,
        declaration_required=True,
    ),
    PreconditionTerms(declaration=Declaration.STATE, eoc_level=2),
    SupplyTerms(
        supplies=(
            Supply(kind=AMBULANCE, max_quantity=2, max_hours=24, commitment=Commitment.COMMITTED),
        )
    ),
    ResponseTerms(
        answers=(
            Answer(
                priority=Priority.URGENT,
                seconds=900,
                acknowledge_seconds=60,
                arrival_seconds=3600,
                arrival_counted_from=CountedFrom.ACCEPTED,
            ),
        )
    ),
    CostTerms(
        free_hours=Decimal("12.00"),
        rate_card="State schedule 2026",
        share_percent=50,
        bill_within_days=60,
        waivable=True,
    ),
    AutoAidTerms(area=TRIANGLE, event_types=(Hazard.FIRE,), first_due=("Engine 4", "Tender 2")),
    CommandTerms(
        operational=Control.REQUESTER, administrative=Control.PROVIDER, recall_notice_hours=4
    ),
    PowersTerms(peace_officer=True, arrest=ArrestAuthority.HOST_PRESENT, limits="None alone."),
    InsuranceTerms(
        insurance=InsuranceKind.GENERAL,
        minimum=Decimal("1000000.00"),
        certificate_until=date(2027, 3, 1),
    ),
    LiabilityTerms(model=LiabilityModel.OWN),
    RenewalTerms(renews_for_months=12, notice_days=60, survives=(Survival.RECORDS,)),
    SignatureTerms(rule=SignatureRule.QUORUM, quorum=2),
)


def test_every_kind_of_chapter_5_5_has_terms() -> None:
    kinds = {terms.kind for terms in get_args(Terms)}

    assert kinds == set(ClauseKind)
    assert len(kinds) == 13


@pytest.mark.parametrize("terms", WHOLE, ids=lambda terms: terms.kind.value)
def test_what_is_coded_is_kept_hashed_and_shown(world: World, terms: Terms) -> None:
    pk = drafted(world)
    before = hash_of(pk)

    writes.add_clause(world.dora, pk, wording=wording(number="9", terms=terms))

    shown = reads.agreement(world.dora, pk).clauses[-1]
    assert shown.terms == coded(terms)
    assert shown.meaning or shown.informs
    assert hash_of(pk) != before


def test_parts_that_came_later_and_say_nothing_leave_signed_hashes_as_they_were() -> None:
    """RULE-MOU-02: what was signed before there were such parts is still the same text."""
    assert coded(RequestTerms()) == {"lowest_priority": "routine"}
    assert coded(SupplyTerms(supplies=(Supply(kind=AMBULANCE, max_quantity=2),))) == {
        "supplies": ({"kind": AMBULANCE, "type": None, "max_quantity": 2, "drawdown_floor": 0},)
    }
    assert coded(ResponseTerms(answers=(Answer(priority=Priority.URGENT, seconds=9),))) == {
        "answers": ({"priority": "urgent", "seconds": 9},)
    }
    assert set(coded(CostTerms())) == {"free_hours", "rate_per_hour", "currency", "counted"}


@pytest.mark.parametrize(
    "terms",
    [
        RequestTerms(area=BOW_TIE),
        RequestTerms(area=TRIANGLE[:2]),
        RequestTerms(area=((91.0, 0.0), (0.0, 0.0), (0.0, 1.0))),
        PreconditionTerms(),
        PreconditionTerms(eoc_level=4),
        SupplyTerms(supplies=(Supply(kind=AMBULANCE, max_quantity=1, max_hours=0),)),
        SupplyTerms(supplies=(Supply(kind=AMBULANCE, max_quantity=1, max_hours=10**9),)),
        ResponseTerms(
            answers=(Answer(priority=Priority.URGENT, seconds=60, acknowledge_seconds=90),)
        ),
        CostTerms(share_percent=101),
        CostTerms(bill_within_days=0),
        CostTerms(rate_card="x" * 121),
        AutoAidTerms(first_due=()),
        AutoAidTerms(first_due=("x" * 81,)),
        AutoAidTerms(first_due=("E4",), area=BOW_TIE),
        CommandTerms(
            operational=Control.UNIFIED, administrative=Control.PROVIDER, recall_notice_hours=721
        ),
        PowersTerms(arrest=ArrestAuthority.FULL),
        PowersTerms(limits="x" * 1001),
        PowersTerms(policy="no\0"),
        InsuranceTerms(insurance=InsuranceKind.GENERAL, minimum=Decimal(-1)),
        InsuranceTerms(insurance=InsuranceKind.GENERAL, minimum=Decimal(10**13)),
        InsuranceTerms(
            insurance=InsuranceKind.GENERAL, minimum=Decimal(1), certificate_until=date(9999, 1, 1)
        ),
        RenewalTerms(renews_for_months=0),
        RenewalTerms(notice_days=400),
        SignatureTerms(rule=SignatureRule.QUORUM),
        SignatureTerms(rule=SignatureRule.ALL, quorum=2),
    ],
    ids=str,
)
def test_terms_beyond_their_bounds_are_refused_in_a_sentence(world: World, terms: Terms) -> None:
    pk = drafted(world)

    with pytest.raises(Refusal):
        writes.add_clause(world.dora, pk, wording=wording(number="9", terms=terms))


@pytest.mark.parametrize("area", ["[[1, 2]]", "[1, 2, 3]", '{"a": 1}', "[[91,0],[0,0],[0,1]]"])
def test_the_database_keeps_no_area_that_is_none(world: World, area: str) -> None:
    """P14: what is kept can be read again."""
    pk = drafted(world)
    kept = (
        "INSERT INTO agencies_autoaidterm (id, version, clause_id, area, event_types, first_due)"
        f" SELECT gen_random_uuid(), 1, id, '{area}', '{{}}', '{{E4}}' FROM agencies_clause"
        " WHERE agreement_id = %(pk)s AND number = '1'"
    )

    with pytest.raises(DatabaseError, match="auto_aid_area_is_one"):
        by_sql(kept, pk)


def test_a_place_is_in_an_area_or_not() -> None:
    assert is_area(TRIANGLE)
    assert not is_area(BOW_TIE)
    assert contains(TRIANGLE, (44.95, -93.1))
    assert not contains(TRIANGLE, (44.85, -93.1))
    assert not contains(TRIANGLE, (45.05, -93.19))


def test_a_narrowed_right_says_each_way_in_which_it_is_narrow() -> None:
    said = meaning(clause(WHOLE[0], BAY, HARBOR))

    assert said[1:3] == (
        "Only as: incident commander or dispatcher.",
        "Only for: fire or flood.",
    )
    assert said[-1] == "Only once an emergency is declared."


def test_powers_to_arrest_are_said_in_so_many_words() -> None:
    """Chapter 4.3: the authority to arrest is explicit, and none unless it is said."""
    assert "They may not arrest." in informs(clause(PowersTerms(), BAY, HARBOR))
    assert "They may arrest only with an officer of Harbor County Fire present." in informs(
        clause(WHOLE[7], BAY, HARBOR)
    )


def test_what_is_committed_reads_otherwise_than_best_effort() -> None:
    best = SupplyTerms(supplies=(Supply(kind=AMBULANCE, max_quantity=2),))

    assert "commits to supply" in meaning(clause(WHOLE[2], BAY, HARBOR))[0]
    assert "commits" not in meaning(clause(best, BAY, HARBOR))[0]
