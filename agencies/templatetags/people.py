"""Who somebody was, in words."""

from __future__ import annotations

from collections.abc import Iterable

from django import template

from agencies.words import SeatKind
from audit.actors import Actor

register = template.Library()


@register.filter
def in_words(seats: Iterable[str]) -> str:
    """Seats as they stand in the ledger: ``Dispatcher, Auditor``."""
    held = frozenset(seats)
    return ", ".join(str(kind.label) for kind in SeatKind if kind in held)


@register.filter
def incident_of(about: str) -> str:
    """The incident whose stream was looked at; nothing where it was another's."""
    sort, _colon, pk = about.partition(":")
    return pk if sort == "incident" else ""


@register.filter
def may_narrow(actor: Actor) -> bool:
    """Whether a look offers to end what opened it; who may asks the write once more."""
    return bool(actor.seats & {SeatKind.DISPATCHER, SeatKind.COMMANDER})
