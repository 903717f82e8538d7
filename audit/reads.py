"""The only way to look: through a rule, through a sheet, with a record before the first byte."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial, wraps
from typing import Concatenate, ParamSpec, TypeVar

from django.db import DatabaseError, connection, transaction

from audit import claims, clock, ledger, looks, walls
from audit.actors import Actor, machine
from audit.looks import Looks
from audit.refusals import NotAllowed, NotFound, Refusal, Unrecordable

P = ParamSpec("P")
R = TypeVar("R")

READS: dict[str, Callable[..., object]] = {}

BECAUSE = "it was shown to them"
NOBODY = machine("the ledger", via="read")
# Each audience is then let through by itself, by both walls.
FOR_MANY = walls.Place(reach="one look is drawn for many audiences")


def read(
    function: Callable[Concatenate[Actor, P], R],
) -> Callable[Concatenate[Actor, P], R]:
    """Make a function a read.

    It runs in one transaction that knows who is asking. Whatever it draws of
    other agencies' rows is recorded in their access streams, and committed,
    before the answer leaves; where that fails, there is no answer. Called
    inside another read it is part of that one.
    """
    name = f"{function.__module__}.{function.__name__}"

    @wraps(function)
    def run(actor: Actor, /, *args: P.args, **wanted: P.kwargs) -> R:
        if looks.under_way():
            return function(actor, *args, **wanted)
        try:
            with looking(actor, Looks(viewer=actor.agency_id, read=name)):
                return function(actor, *args, **wanted)
        except (NotAllowed, NotFound) as refused:
            claims.when_over(partial(_remember, actor, name, refused))
            raise

    READS[name] = run
    return run


@contextmanager
def looking(actor: Actor, seen: Looks) -> Iterator[Looks]:
    """One transaction in which rows are drawn, closed by the record of what was shown."""
    with transaction.atomic(), walls.looking_from(walls.place_of(actor)) as moment:
        with clock.stands_at(moment), looks.gathered(seen):
            yield seen
        record((actor, seen))


@contextmanager
def looking_for_many(shown: Iterable[tuple[Actor, Looks]]) -> Iterator[None]:
    """One transaction in which several audiences are shown rows, closed by one record for all.

    ``shown`` may grow while they are drawn.
    """
    whole = not connection.in_atomic_block
    with transaction.atomic(), walls.looking_from(FOR_MANY) as moment:
        with clock.stands_at(moment):
            yield
        record(*shown, commit=whole)


def record(*shown: tuple[Actor, Looks], commit: bool = False) -> None:
    """Append what was shown, and to whom, to the streams of those whose data it was.

    ``commit`` ends the transaction in the same trip.
    """
    told = [(actor, fact, BECAUSE) for actor, seen in shown for fact in seen.facts()]
    if not told:
        return
    try:
        with transaction.atomic(savepoint=False):
            ledger.append(told, key_of=NOBODY, commit=commit)
    except DatabaseError as wrong:
        raise Unrecordable from wrong


def _remember(actor: Actor, name: str, refused: Refusal) -> None:
    with transaction.atomic():
        ledger.turn_away(actor, tried=name, subject="", code=refused.code, sentence=str(refused))
