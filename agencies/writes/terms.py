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
    PreconditionTerm,
    RequestTerm,
    ResponseTerm,
    ShareLimit,
    ShareTerm,
    SupplyTerm,
)
from agencies.models.share import LONGEST_RETENTION
from agencies.terms import (
    Answer,
    CostTerms,
    PreconditionTerms,
    RequestTerms,
    ResponseTerms,
    ShareTerms,
    SupplyTerms,
    Terms,
)
from agencies.writes.bounds import BadTerms, require_area, require_between, require_short
from agencies.writes.resources import require_typed
from agencies.writes.standing_terms import write_standing
from audit.refusals import Refusal


class TermsEmpty(Refusal):
    """Say at least one thing that the clause promises."""


def write_terms(clause: Clause, terms: Terms) -> None:
    """One row for each thing that the clause promises."""
    match terms:
        case RequestTerms():
            require_area(terms.area)
            RequestTerm.objects.create(clause=clause, **listed(terms))
        case PreconditionTerms():
            _precondition(clause, terms)
        case SupplyTerms():
            _supplies(clause, terms)
        case ResponseTerms():
            _answers(clause, terms)
        case ShareTerms():
            _shares(clause, terms)
        case CostTerms():
            _cost(clause, terms)
        case _:
            write_standing(clause, terms)


def listed(terms: RequestTerms) -> dict[str, object]:
    """As a row takes them, which has lists."""
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in asdict(terms).items()
    }


def _precondition(clause: Clause, terms: PreconditionTerms) -> None:
    PreconditionTerm.objects.create(
        clause=clause, declaration=terms.declaration or "", eoc_level=terms.eoc_level
    )


def _supplies(clause: Clause, terms: SupplyTerms) -> None:
    _something(terms.supplies)
    for said in terms.supplies:
        require_typed(said.kind, said.type)
        if not 0 <= said.drawdown_floor <= 999:
            raise BadTerms(_("Keep between 0 and 999 at home."))
        require_between(said.max_hours, 1, 8784, _("Send for between 1 and 8784 hours."))
        SupplyTerm.objects.create(clause=clause, **asdict(said))


def _answers(clause: Clause, terms: ResponseTerms) -> None:
    _something(terms.answers)
    for said in terms.answers:
        ResponseTerm.objects.create(
            clause=clause,
            priority=said.priority,
            answer_within=timedelta(seconds=said.seconds),
            **_around(said),
        )


def _around(said: Answer) -> dict[str, object]:
    """When an ask is seen, and when help is on scene."""
    return {
        "acknowledge_within": _length(said.acknowledge_seconds),
        "arrive_within": _length(said.arrival_seconds),
        "arrival_counted_from": said.arrival_counted_from,
    }


def _length(seconds: int | None) -> timedelta | None:
    return None if seconds is None else timedelta(seconds=seconds)


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
    require_between(terms.share_percent, 0, 100, _("A share is between 0 and 100 percent."))
    require_between(terms.bill_within_days, 1, 3660, _("Bill within 1 to 3660 days."))
    require_short(terms.rate_card, 120)
    require_short(terms.counted, 120)
    CostTerm.objects.create(clause=clause, **asdict(terms))


def _something(promised: tuple[object, ...]) -> None:
    if not promised:
        raise TermsEmpty
