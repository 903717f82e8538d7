"""RULE-MOU-08 in spirit: the coded form stands beside the text, in plain sentences."""

from __future__ import annotations

from decimal import Decimal
from uuid import uuid4

import pytest

from agencies.agreement_text import ClauseText, PartyText
from agencies.categories import Category, Purpose
from agencies.meaning import informs, meaning
from agencies.models import Priority
from agencies.terms import (
    Answer,
    CostTerms,
    RequestTerms,
    ResponseTerms,
    Share,
    ShareTerms,
    Supply,
    SupplyTerms,
    Terms,
)
from tests.world import AMBULANCE, ENGINE


def party(name: str) -> PartyText:
    return PartyText(
        id=uuid4(), agency=uuid4(), code="X", name=name, signatory_title="Chief", authority=""
    )


HARBOR, BAY = party("Harbor County Fire"), party("Bay City EMS")


def clause(
    terms: Terms, giver: PartyText | None = None, receiver: PartyText | None = None
) -> ClauseText:
    return ClauseText(
        id=uuid4(),
        number="1",
        kind=terms.kind,
        heading="",
        text="",
        giver=giver,
        receiver=receiver,
        terms=terms,
    )


def test_a_supply_says_how_many_and_what_stays_at_home() -> None:
    terms = SupplyTerms(
        supplies=(
            Supply(kind=AMBULANCE, max_quantity=3, drawdown_floor=1),
            Supply(kind=ENGINE, type=1, max_quantity=2),
        )
    )

    assert meaning(clause(terms, BAY, HARBOR)) == (
        "Bay City EMS supplies Harbor County Fire with up to 3 of: Ambulance Ground Team"
        " - Advanced Life Support (ALS), keeping at least 1 at home.",
        "Bay City EMS supplies Harbor County Fire with up to 2 of: Engine – Fire (Pumper) Type 1.",
    )


@pytest.mark.parametrize(
    ("priority", "sentence"),
    [
        (Priority.ROUTINE, "Every party may ask every other party for help at any priority."),
        (
            Priority.URGENT,
            "Every party may ask every other party for help when it is urgent or worse.",
        ),
        (
            Priority.EMERGENCY,
            "Every party may ask every other party for help in an emergency only.",
        ),
    ],
)
def test_a_right_to_request_says_from_which_priority(priority: Priority, sentence: str) -> None:
    assert meaning(clause(RequestTerms(lowest_priority=priority))) == (sentence,)


@pytest.mark.parametrize(
    ("seconds", "time"),
    [
        (1, "1 second"),
        (90, "90 seconds"),
        (60, "1 minute"),
        (900, "15 minutes"),
        (3600, "1 hour"),
        (14400, "4 hours"),
        (86400, "1 day"),
        (90000, "25 hours"),
    ],
)
def test_a_time_to_answer_is_said_as_people_say_it(seconds: int, time: str) -> None:
    terms = ResponseTerms(answers=(Answer(priority=Priority.URGENT, seconds=seconds),))

    assert meaning(clause(terms, BAY)) == (
        f"Bay City EMS answers every party within {time} when the priority is urgent.",
    )


def test_a_share_names_category_and_purpose() -> None:
    terms = ShareTerms(shares=(Share(category=Category.PII, purpose=Purpose.INCIDENT),))

    assert meaning(clause(terms, HARBOR, BAY)) == (
        "Harbor County Fire shows Bay City EMS its data marked Personal data (PII):"
        " running an incident together.",
    )


@pytest.mark.parametrize(
    ("terms", "sentences"),
    [
        (CostTerms(), ("What every party sends to every other party costs nothing.",)),
        (
            CostTerms(free_hours=Decimal("12.00")),
            (
                "The first 12 hours of what every party sends to every other party are free.",
                "What is owed after that is settled by the text.",
            ),
        ),
        (
            CostTerms(rate_per_hour=Decimal("85.50")),
            ("Each hour costs USD 85.50, counted for each resource.",),
        ),
    ],
)
def test_a_cost_says_what_is_free_and_what_is_not(
    terms: CostTerms, sentences: tuple[str, ...]
) -> None:
    assert informs(clause(terms)) == sentences
    assert meaning(clause(terms)) == ()
