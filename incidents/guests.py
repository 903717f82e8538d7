"""What a guest who may assist does, by the seat in which they are one: the table, and its rules.

Whoever may only look does nothing. What a guest writes is the host's, in the guest's name.
"""

from __future__ import annotations

from typing import Final

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Now

from agencies.categories import OF_PARTICIPANTS, Category
from audit.actors import Actor
from audit.rules import NEVER, Rule, rule
from incidents.models import Guest, GuestSeat, Tier

GUESTS_SEAT: Final = "guest"  # no rule of any agency's people is about it

WRITES_NOTES: Final = "write notes"
MOVES_UNITS: Final = "move units that are at the incident"

MAY: Final[dict[GuestSeat, frozenset[str]]] = {
    GuestSeat.DISPATCHER: frozenset({WRITES_NOTES}),
    GuestSeat.COMMANDER: frozenset({WRITES_NOTES, MOVES_UNITS}),
}

# A guest is shown what everybody there sees, and writes nothing that they could not read again.
CATEGORIES: Final[frozenset[Category]] = OF_PARTICIPANTS


@rule("you are this guest")
def is_the_guest(actor: Actor) -> Q:
    return Q(pk=actor.member_id)


@rule("they are your agency's guest")
def hosts(actor: Actor) -> Q:
    return Q(host=actor.agency_id)


def _assists(incident: str, do: str, because: str) -> Rule:
    @rule(because)
    def assisting(actor: Actor) -> Q:
        if GUESTS_SEAT not in actor.seats or actor.member_id is None:
            return NEVER
        stays = Guest.objects.filter(
            pk=actor.member_id,
            incident=OuterRef(incident),
            incident__closed_at__isnull=True,
            tier=Tier.ASSIST,
            seat__in=[seat for seat, deeds in MAY.items() if do in deeds],
            ended_at__isnull=True,
            due_at__gt=Now(),
        )
        return Q(Exists(stays))

    return assisting


notes_as_guest = _assists("pk", WRITES_NOTES, "you are a guest there who may write notes")
moves_as_guest = _assists(
    "incident", MOVES_UNITS, "you are a guest at its incident who may move units"
)
moves_there_as_guest = _assists("pk", MOVES_UNITS, "you are a guest there who may move units")
