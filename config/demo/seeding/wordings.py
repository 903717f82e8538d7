"""Clauses of the demo region as the writes take them."""

from __future__ import annotations

from datetime import date, timedelta

from agencies import terms
from agencies.categories import Category, Purpose
from agencies.details import SectionWording, Wording
from agencies.elements import Element
from agencies.models import InsuranceKind, Priority
from agencies.standing_terms import InsuranceTerms
from config.demo.seeding.peopled import Peopled
from config.demo.shapes import (
    Clause,
    CostTerm,
    InsuranceTerm,
    RequestTerm,
    ResponseTerm,
    Section,
    ShareTerm,
    SupplyTerm,
    Term,
)


def wording(clause: Clause, peopled: Peopled) -> Wording:
    agencies = peopled.agencies
    return Wording(
        number=clause.number,
        heading=clause.heading,
        text=clause.text,
        giver=agencies[clause.giver] if clause.giver else None,
        receiver=agencies[clause.receiver] if clause.receiver else None,
        terms=_terms(clause.terms, peopled.now.date()),
    )


def section_wording(section: Section) -> SectionWording:
    return SectionWording(
        number=section.number,
        heading=section.heading,
        text=section.text,
        elements=frozenset(map(Element, section.elements)),
    )


def _terms(said: tuple[Term, ...], today: date) -> terms.Terms:
    """A clause's terms are all of one sort."""
    match said[0]:
        case RequestTerm(lowest_priority):
            return terms.RequestTerms(lowest_priority=Priority(lowest_priority))
        case CostTerm(free_hours, rate, counted, currency):
            return terms.CostTerms(
                free_hours=free_hours, rate_per_hour=rate, counted=counted, currency=currency
            )
        case SupplyTerm():
            return terms.SupplyTerms(
                supplies=tuple(_supply(one) for one in said if isinstance(one, SupplyTerm))
            )
        case ResponseTerm():
            return terms.ResponseTerms(
                answers=tuple(_answer(one) for one in said if isinstance(one, ResponseTerm))
            )
        case ShareTerm():
            return terms.ShareTerms(
                shares=tuple(_share(one) for one in said if isinstance(one, ShareTerm))
            )
        case InsuranceTerm(insurance, minimum, days):
            return InsuranceTerms(
                insurance=InsuranceKind(insurance),
                minimum=minimum,
                certificate_until=today + timedelta(days=days),
            )
        case whole:
            return whole


def _supply(term: SupplyTerm) -> terms.Supply:
    return terms.Supply(
        kind=term.kind,
        type=term.type,
        max_quantity=term.max_quantity,
        drawdown_floor=term.drawdown_floor,
    )


def _answer(term: ResponseTerm) -> terms.Answer:
    seconds = round(term.answer_within.total_seconds())
    return terms.Answer(priority=Priority(term.priority), seconds=seconds)


def _share(term: ShareTerm) -> terms.Share:
    return terms.Share(category=Category(term.category), purpose=Purpose(term.purpose))
