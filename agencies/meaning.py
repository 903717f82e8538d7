"""What a clause's coded form comes to, in plain sentences beside its text (RULE-MOU-08).

Whoever signs must be able to see what the system will do because of a clause,
and that it is what the words say.
"""

from __future__ import annotations

from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agencies.agreement_text import ClauseText
from agencies.meaning_of_shares import limits
from agencies.meaning_of_shares import share as _share
from agencies.models import Priority
from agencies.terms import (
    Answer,
    CostTerms,
    RequestTerms,
    ResponseTerms,
    ShareTerms,
    Supply,
    SupplyTerms,
)
from agencies.typing import catalogue


def meaning(clause: ClauseText) -> tuple[str, ...]:
    """What the system does because of this clause."""
    who = {
        "giver": clause.giver.name if clause.giver else _("Every party"),
        "receiver": _receiver(clause),
    }
    match clause.terms:
        case RequestTerms() as terms:
            return (_asking(terms, clause),)
        case SupplyTerms(supplies=supplies):
            return tuple(_supply(said, who) for said in supplies)
        case ResponseTerms(answers=answers):
            return tuple(_answer(said, who) for said in answers)
        case ShareTerms(shares=shares) as terms:
            return tuple(_share(said, who) for said in shares) + limits(terms, who["receiver"])
        case CostTerms() as terms:
            return _cost(terms, clause)


def _receiver(clause: ClauseText) -> str:
    if clause.receiver:
        return clause.receiver.name
    return _("every other party") if clause.giver is None else _("every party")


def _asking(terms: RequestTerms, clause: ClauseText) -> str:
    said = {
        "asker": clause.receiver.name if clause.receiver else _("Every party"),
        "asked": clause.giver.name if clause.giver else _("every other party"),
        "priority": terms.lowest_priority.label.lower(),
    }
    if terms.lowest_priority == Priority.ROUTINE:
        return _("%(asker)s may ask %(asked)s for help at any priority.") % said
    if terms.lowest_priority == Priority.EMERGENCY:
        return _("%(asker)s may ask %(asked)s for help in an emergency only.") % said
    return _("%(asker)s may ask %(asked)s for help when it is %(priority)s or worse.") % said


def _supply(supply: Supply, who: dict[str, str]) -> str:
    said = {
        **who,
        "kind": kind_and_type(supply.kind, supply.type),
        "most": supply.max_quantity,
        "floor": supply.drawdown_floor,
    }
    if not supply.drawdown_floor:
        return _("%(giver)s supplies %(receiver)s with up to %(most)s of: %(kind)s.") % said
    return (
        _(
            "%(giver)s supplies %(receiver)s with up to %(most)s of: %(kind)s,"
            " keeping at least %(floor)s at home."
        )
        % said
    )


def kind_and_type(code: str, type_: int | None) -> str:
    """A kind by its name, with its type where one is named."""
    name = catalogue.kind(code).name
    return name if type_ is None else _("%(kind)s Type %(type)s") % {"kind": name, "type": type_}


def _answer(answer: Answer, who: dict[str, str]) -> str:
    said = {**who, "priority": answer.priority.label.lower(), "time": duration(answer.seconds)}
    return (
        _("%(giver)s answers %(receiver)s within %(time)s when the priority is %(priority)s.")
        % said
    )


def _cost(terms: CostTerms, clause: ClauseText) -> tuple[str, ...]:
    said = {
        "giver": clause.giver.name if clause.giver else _("every party"),
        "receiver": _receiver(clause),
        "hours": terms.free_hours.normalize().__format__("f"),
        "rate": terms.rate_per_hour,
        "currency": terms.currency,
        "counted": terms.counted or _("each resource"),
    }
    if terms.rate_per_hour is None and not terms.free_hours:
        return (_("What %(giver)s sends to %(receiver)s costs nothing.") % said,)
    free = _("The first %(hours)s hours of what %(giver)s sends to %(receiver)s are free.") % said
    if terms.rate_per_hour is None:
        return (free, _("What is owed after that is settled by the text."))
    rate = _("Each hour costs %(currency)s %(rate)s, counted for %(counted)s.") % said
    return (free, _("After that:") + " " + rate) if terms.free_hours else (rate,)


def duration(seconds: int) -> str:
    """So long as people say it: ``10 minutes``."""
    whole = timedelta(seconds=seconds)
    minutes, rest = divmod(seconds, 60)
    if rest:
        return ngettext("%d second", "%d seconds", seconds) % seconds
    hours, rest = divmod(minutes, 60)
    if rest:
        return ngettext("%d minute", "%d minutes", minutes) % minutes
    if whole.days and not hours % 24:
        return ngettext("%d day", "%d days", whole.days) % whole.days
    return ngettext("%d hour", "%d hours", hours) % hours
