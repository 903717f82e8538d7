"""What a demo clause says in words is what its terms say (RULE-MOU-08)."""

import re

import pytest

from agencies.typing import catalogue
from config.demo.region import REGION
from config.demo.shapes import CostTerm, RequestTerm, ResponseTerm, SupplyTerm, Term

WORDS = {1: "one", 2: "two", 4: "four", 5: "five", 8: "eight", 10: "ten", 12: "twelve"} | {
    15: "fifteen",
    20: "twenty",
    30: "thirty",
    45: "forty-five",
}
LOWEST = {"urgent": "urgent priority or above", "emergency": "only in an emergency"}
CLAUSES = [
    pytest.param(clause, id=f"{one.title} {clause.number}")
    for one in REGION.agreements
    for clause in one.clauses
]
ASKING = [one for one in CLAUSES if one.values[0].kind == "request_right"]


@pytest.mark.parametrize("clause", CLAUSES)
def test_every_figure_that_is_coded_is_in_the_text(clause):
    unsaid = [
        said
        for term in clause.terms
        for said in _figures(term)
        if not re.search(rf"\b{said}\b", clause.text)
    ]

    assert unsaid == []


@pytest.mark.parametrize("clause", ASKING)
def test_only_a_text_that_names_no_one_side_is_coded_for_every_party(clause):
    everybodys = re.search(r"\b(any|either) party\b", clause.text, re.IGNORECASE)

    assert bool(everybodys) == (clause.receiver is None)


def _figures(term: Term) -> list[str]:
    match term:
        case RequestTerm(lowest_priority=lowest):
            return [LOWEST[lowest]] if lowest in LOWEST else []
        case SupplyTerm(max_quantity=most, drawdown_floor=floor):
            return [WORDS[n] for n in (most, floor) if n] + _type(term)
        case ResponseTerm(answer_within=within):
            return [_time(int(within.total_seconds()))]
        case CostTerm(free_hours=free, rate_per_hour=rate):
            hours = [WORDS[int(free)]] if free and rate else []
            return hours + ([f"{rate:.0f} dollars"] if rate else [])
    return []


def _type(term: SupplyTerm) -> list[str]:
    """A type is named where the kind has several."""
    several = len(catalogue.kind(term.kind).types) > 1
    return [f"Type {term.type}"] if several else []


def _time(seconds: int) -> str:
    for unit, length in (("hour", 3600), ("minute", 60), ("second", 1)):
        if seconds % length == 0:
            number = seconds // length
            return f"{WORDS[number]} {unit}" + "s" * (number > 1)
    raise AssertionError(seconds)
