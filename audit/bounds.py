"""What other systems are let in for: what is real, or exercises. Nothing is both.

An incident is one or the other for life, and so is all that happens at it. What an agency has
besides, its people, resources and agreements, is neither. A token is bound to one of the two
and finds nothing of the other, so that no exercise can reach a system that takes it for real.
"""

from __future__ import annotations

from typing import Final, TypeVar

from django.db.models import Model, Q, QuerySet

from audit import walls
from audit.actors import Actor
from audit.refusals import NotAllowed

M = TypeVar("M", bound=Model)

REAL: Final = "real"
EXERCISE: Final = "exercise"
REAL_WORLD: Final = "real_world"  # of the modes that incidents have; all others are exercised

# By which path rows of a model lead to the mode of their incident.
MODES: dict[type[Model], str] = {}


def of_incidents(paths: dict[type[Model], str]) -> None:
    """Say of which models rows are real or exercised, and by which path they know it."""
    MODES.update(paths)


def within(bound: str, mode: str | None) -> bool:
    """Whether whoever is bound so, if at all, may come upon something of this mode."""
    return not bound or (mode is not None and (mode == REAL_WORLD) == (bound == REAL))


class OfTheOther(NotAllowed):
    """This token is for what is real, and that is an exercise; or the other way round."""


def keep_within(actor: Actor, mode: str) -> None:
    """Refuse to begin, by a token for the one, what is the other."""
    if not within(actor.bound, mode):
        raise OfTheOther


def narrowed(rows: QuerySet[M], bound: str) -> QuerySet[M]:
    """Of rows that are real or exercised, those that whoever is bound so may come upon."""
    path = MODES.get(rows.model)
    if not bound or path is None:
        return rows
    real = Q(**{path: REAL_WORLD})
    return rows.filter(real if bound == REAL else ~real)


def narrowed_here(rows: QuerySet[M]) -> QuerySet[M]:
    """The same for whom the read or write that is under way is for."""
    stood = walls.place()
    return narrowed(rows, stood.bound if stood else "")
