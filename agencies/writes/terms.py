"""Writing a clause's coded terms down as rows."""

from __future__ import annotations

from dataclasses import asdict
from datetime import timedelta

from django.utils.translation import gettext as _

from agencies.categories import Onward
from agencies.models import (
    Agency,
    Clause,
    CostTerm,
    RequestTerm,
    ResponseTerm,
    ShareLimit,
    ShareTerm,
    SupplyTerm,
)
from agencies.models.share import LONGEST_RETENTION
from agencies.terms import CostTerms, RequestTerms, ResponseTerms, ShareTerms, SupplyTerms, Terms
from agencies.writes.resources import require_typed
from audit.refusals import Refusal


class TermsEmpty(Refusal):
    """Say at least one thing that the clause promises."""


class BadTerms(Refusal):
    """These terms cannot be kept."""


def write_terms(clause: Clause, terms: Terms) -> None:
    """One row for each thing that the clause promises."""
    match terms:
        case RequestTerms():
            RequestTerm.objects.create(clause=clause, **asdict(terms))
        case SupplyTerms():
            _supplies(clause, terms)
        case ResponseTerms():
            _answers(clause, terms)
        case ShareTerms():
            _shares(clause, terms)
        case CostTerms():
            _cost(clause, terms)


def _supplies(clause: Clause, terms: SupplyTerms) -> None:
    _something(terms.supplies)
    for said in terms.supplies:
        require_typed(said.kind, said.type)
        if not 0 <= said.drawdown_floor <= 999:
            raise BadTerms(_("Keep between 0 and 999 at home."))
        SupplyTerm.objects.create(clause=clause, **asdict(said))


def _answers(clause: Clause, terms: ResponseTerms) -> None:
    _something(terms.answers)
    for said in terms.answers:
        ResponseTerm.objects.create(
            clause=clause, priority=said.priority, answer_within=timedelta(seconds=said.seconds)
        )


def _shares(clause: Clause, terms: ShareTerms) -> None:
    _something(terms.shares)
    for said in terms.shares:
        ShareTerm.objects.create(clause=clause, **asdict(said))
    if terms != ShareTerms(shares=terms.shares):
        _limits(clause, terms)


def _limits(clause: Clause, terms: ShareTerms) -> None:
    """A row where the clause says more than what is shared, and for which purpose."""
    if (terms.onward == Onward.NAMED) != bool(terms.onward_to):
        raise BadTerms(_("Name the agencies to which it may be passed on, or none."))
    if Agency.objects.filter(pk__in=terms.onward_to).count() != len(set(terms.onward_to)):
        raise BadTerms(_("It may be passed on to agencies of the directory only."))
    if not 0 <= (terms.retention_days or 0) <= LONGEST_RETENTION:
        raise BadTerms(_("Keep it for ten years at most."))
    ShareLimit.objects.create(
        clause=clause,
        seats=sorted(set(terms.seats)),
        needs=sorted(set(terms.needs)),
        incident_only=terms.incident_only,
        onward=terms.onward,
        onward_to=sorted(set(terms.onward_to)),
        retention_days=terms.retention_days,
    )


def _cost(clause: Clause, terms: CostTerms) -> None:
    rate = terms.rate_per_hour or 0
    if not (0 <= terms.free_hours < 1000 and 0 <= rate < 10_000_000):
        raise BadTerms(_("Free hours are below 1,000, and a rate below 10,000,000."))
    CostTerm.objects.create(clause=clause, **asdict(terms))


def _something(promised: tuple[object, ...]) -> None:
    if not promised:
        raise TermsEmpty
