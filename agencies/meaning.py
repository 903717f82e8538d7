"""What a clause's coded form comes to, in plain sentences beside its text (RULE-MOU-08).

Whoever signs must be able to see what the system will do because of a clause,
and that it is what the words say. ``meaning`` is what it does; ``informs`` is what it
only shows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agencies import meaning_standing as standing
from agencies.agreement_text import ClauseText
from agencies.meaning_cost import cost
from agencies.meaning_of_shares import limits, share
from agencies.models import Commitment, CountedFrom, Priority
from agencies.speaking import corners, duration, kind_and_type, one_of
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
    ShareTerms,
    Supply,
    SupplyTerms,
)

Who = dict[str, str]

STANDING: Final[Mapping[type[object], Callable[[Any, Who], tuple[str, ...]]]] = {
    AutoAidTerms: standing.auto_aid,
    CommandTerms: standing.command,
    PowersTerms: standing.powers,
    InsuranceTerms: standing.insurance,
    LiabilityTerms: standing.liability,
    RenewalTerms: standing.renewal,
    SignatureTerms: standing.signature,
}


def meaning(clause: ClauseText) -> tuple[str, ...]:
    """What the system does because of this clause."""
    who = _who(clause)
    match clause.terms:
        case RequestTerms() as terms:
            return (_asking(terms, clause), *_narrowed(terms))
        case PreconditionTerms() as terms:
            return _condition(terms, clause)
        case SupplyTerms(supplies=supplies):
            return tuple(_supply(said, who) for said in supplies)
        case ResponseTerms(answers=answers):
            return tuple(_answer(said, who) for said in answers)
        case RenewalTerms() as terms:
            return standing.lasting(terms)
        case ShareTerms(shares=shares) as terms:
            return tuple(share(said, who) for said in shares) + limits(terms, who["receiver"])
        case _:
            return ()


def informs(clause: ClauseText) -> tuple[str, ...]:
    """What this clause says that is shown, and decides nothing here."""
    who = _who(clause)
    match clause.terms:
        case SupplyTerms(supplies=supplies):
            return tuple(_lasting(said, who) for said in supplies if said.max_hours)
        case ResponseTerms(answers=answers):
            return tuple(sentence for said in answers for sentence in _around(said, who))
        case CostTerms() as terms:
            return cost(
                terms, clause.giver.name if clause.giver else _("every party"), _receiver(clause)
            )
        case terms:
            says = STANDING.get(type(terms))
            return says(terms, who) if says else ()


def _who(clause: ClauseText) -> Who:
    return {
        "giver": clause.giver.name if clause.giver else _("Every party"),
        "receiver": _receiver(clause),
    }


def _receiver(clause: ClauseText) -> str:
    if clause.receiver:
        return clause.receiver.name
    return _("every other party") if clause.giver is None else _("every party")


def _asking(terms: RequestTerms, clause: ClauseText) -> str:
    said = _ask_and_asked(clause) | {"priority": terms.lowest_priority.label.lower()}
    if terms.lowest_priority == Priority.ROUTINE:
        return _("%(asker)s may ask %(asked)s for help at any priority.") % said
    if terms.lowest_priority == Priority.EMERGENCY:
        return _("%(asker)s may ask %(asked)s for help in an emergency only.") % said
    return _("%(asker)s may ask %(asked)s for help when it is %(priority)s or worse.") % said


def _ask_and_asked(clause: ClauseText) -> Who:
    return {
        "asker": clause.receiver.name if clause.receiver else _("Every party"),
        "asked": clause.giver.name if clause.giver else _("every other party"),
    }


def _narrowed(terms: RequestTerms) -> tuple[str, ...]:
    """Each thing by which the right is less than a right to ask for anything, anywhere."""
    said = (
        (terms.positions, _("Only as: %s.") % one_of(terms.positions)),
        (terms.event_types, _("Only for: %s.") % one_of(terms.event_types)),
        (terms.area, _("Only inside the area with the corners %s.") % corners(terms.area)),
        (terms.declaration_required, _("Only once an emergency is declared.")),
    )
    return tuple(sentence for narrows, sentence in said if narrows)


def _condition(terms: PreconditionTerms, clause: ClauseText) -> tuple[str, ...]:
    said = _ask_and_asked(clause)
    declared = (
        _("%(asker)s may ask %(asked)s only under: %(declaration)s, or one further up.")
        % (said | {"declaration": terms.declaration.label.lower()})
        if terms.declaration
        else ""
    )
    active = (
        _(
            "%(asker)s may ask %(asked)s only while its operations center is activated at level"
            " %(level)d or higher (1 is full activation)."
        )
        % (said | {"level": terms.eoc_level})
        if terms.eoc_level
        else ""
    )
    return tuple(sentence for sentence in (declared, active) if sentence)


def _supply(supply: Supply, who: Who) -> str:
    said = {
        **who,
        "kind": kind_and_type(supply.kind, supply.type),
        "most": supply.max_quantity,
        "floor": supply.drawdown_floor,
    }
    return _SUPPLIES[supply.commitment, bool(supply.drawdown_floor)] % said


_SUPPLIES: Final = {
    (Commitment.BEST_EFFORT, False): gettext_lazy(
        "%(giver)s supplies %(receiver)s with up to %(most)s of: %(kind)s."
    ),
    (Commitment.BEST_EFFORT, True): gettext_lazy(
        "%(giver)s supplies %(receiver)s with up to %(most)s of: %(kind)s,"
        " keeping at least %(floor)s at home."
    ),
    (Commitment.COMMITTED, False): gettext_lazy(
        "%(giver)s commits to supply %(receiver)s with up to %(most)s of: %(kind)s."
    ),
    (Commitment.COMMITTED, True): gettext_lazy(
        "%(giver)s commits to supply %(receiver)s with up to %(most)s of: %(kind)s,"
        " keeping at least %(floor)s at home."
    ),
}


def _lasting(supply: Supply, who: Who) -> str:
    said = {**who, "kind": kind_and_type(supply.kind, supply.type), "hours": supply.max_hours}
    return _("What %(giver)s sends of %(kind)s stays for %(hours)s hours at most.") % said


def _answer(answer: Answer, who: Who) -> str:
    said = {**who, "priority": answer.priority.label.lower(), "time": duration(answer.seconds)}
    return (
        _("%(giver)s answers %(receiver)s within %(time)s when the priority is %(priority)s.")
        % said
    )


def _around(answer: Answer, who: Who) -> tuple[str, ...]:
    """When an ask is to be seen, and when help is to be there: kept in sight, not enforced."""
    said = {**who, "priority": answer.priority.label.lower()}
    seen = _("When the priority is %(priority)s, it is seen within %(time)s.")
    there = (
        _("When the priority is %(priority)s, help is there within %(time)s of being accepted.")
        if answer.arrival_counted_from == CountedFrom.ACCEPTED
        else _("When the priority is %(priority)s, help is there within %(time)s of the asking.")
    )
    pairs = ((seen, answer.acknowledge_seconds), (there, answer.arrival_seconds))
    return tuple(
        sentence % (said | {"time": duration(seconds)}) for sentence, seconds in pairs if seconds
    )
