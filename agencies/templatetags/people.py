"""Who somebody was, and on what ground they looked, in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from django import template
from django.utils.translation import gettext_lazy as _

from agencies.words import Purpose, SeatKind
from audit.actors import Actor

register = template.Library()

# A ledger keeps the words that were said to whoever looked; here its owner reads them.
TO_THE_OWNER: Final = {
    "your agency is a party to it": _("their agency is a party to it"),
    "your agency may ask under it": _("their agency may ask under it"),
    "your agency is at this incident": _("their agency is at this incident"),
    "your agency is at this incident, or invited to it": _(
        "their agency is at this incident, or invited to it"
    ),
    "your agency is asked": _("their agency is asked"),
    "your resource is committed to it": _("their resource is committed to it"),
    "you are named as a recipient": _("they are named as a recipient"),
}


@register.filter
def in_words(seats: Iterable[str]) -> str:
    """Seats as they stand in the ledger: ``Dispatcher, Auditor``."""
    held = frozenset(seats)
    return ", ".join(str(kind.label) for kind in SeatKind if kind in held)


@register.filter
def as_purposes(said: Iterable[str]) -> str:
    """What whoever looked had said that they look for: a word of the ledger may be older."""
    known = dict(Purpose.choices)
    return ", ".join(str(known.get(one, one)).lower() for one in said)


@register.filter
def may_narrow(actor: Actor) -> bool:
    """Whether a look offers to end what opened it; who may asks the write once more."""
    return bool(actor.seats & {SeatKind.DISPATCHER, SeatKind.COMMANDER})


@register.filter
def to_the_owner(said: str) -> str:
    """The grounds of a look, as the agency whose data it was reads them."""
    return "; ".join(str(TO_THE_OWNER.get(one, one)) for one in said.split("; "))
