"""Writing down the coded terms that hold while help is given, and of the agreement itself."""

from __future__ import annotations

from dataclasses import asdict

from django.utils.translation import gettext as _

from agencies.models import (
    AutoAidTerm,
    Clause,
    CommandTerm,
    InsuranceTerm,
    LiabilityTerm,
    PowersTerm,
    RenewalTerm,
    SignatureTerm,
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
from agencies.writes.bounds import BadTerms, require_area, require_between, require_short

MOST_FIRST_DUE = 30

Standing = (
    AutoAidTerms
    | CommandTerms
    | PowersTerms
    | InsuranceTerms
    | LiabilityTerms
    | RenewalTerms
    | SignatureTerms
)


def write_standing(clause: Clause, terms: Standing) -> None:
    """The one row of a clause of these kinds."""
    match terms:
        case AutoAidTerms():
            _auto_aid(clause, terms)
        case CommandTerms():
            CommandTerm.objects.create(clause=clause, **asdict(terms))
        case PowersTerms():
            require_short(terms.limits, 1000)
            require_short(terms.policy, 200)
            PowersTerm.objects.create(clause=clause, **asdict(terms))
        case InsuranceTerms():
            require_between(terms.minimum, 0, 10**12 - 1, _("A minimum is below a trillion."))
            InsuranceTerm.objects.create(clause=clause, **asdict(terms))
        case LiabilityTerms():
            LiabilityTerm.objects.create(clause=clause, **asdict(terms))
        case RenewalTerms():
            said = asdict(terms) | {"survives": list(terms.survives)}
            RenewalTerm.objects.create(clause=clause, **said)
        case SignatureTerms():
            SignatureTerm.objects.create(clause=clause, **asdict(terms))


def _auto_aid(clause: Clause, terms: AutoAidTerms) -> None:
    require_area(terms.area)
    if not 1 <= len(terms.first_due) <= MOST_FIRST_DUE or not all(terms.first_due):
        raise BadTerms(_("Name between 1 and 30 that are first due."))
    for name in terms.first_due:
        require_short(name, 80)
    AutoAidTerm.objects.create(
        clause=clause,
        area=terms.area,
        event_types=list(terms.event_types),
        first_due=list(terms.first_due),
    )
