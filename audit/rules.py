"""Rules: one sentence for people, one condition for the database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import Case, IntegerField, Model, Q, QuerySet, Value, When

from audit import bounds
from audit.actors import Actor

M = TypeVar("M", bound=Model)

NEVER = Q(pk__in=[])
ALWAYS = ~NEVER  # not Q(): an empty Q vanishes when it is or-ed with another


@dataclass(frozen=True, slots=True)
class Clause:
    """One sufficient reason: all of its conditions together."""

    because: str
    when: Callable[[Actor], Q]

    def __and__(self, other: Clause) -> Clause:
        def both(actor: Actor) -> Q:
            conditions = self.when(actor), other.when(actor)
            return NEVER if NEVER in conditions else conditions[0] & conditions[1]

        return Clause(because=f"{self.because}, and {other.because}", when=both)


@dataclass(frozen=True, slots=True)
class Rule:
    """When an actor may touch a row: one or more sufficient reasons.

    ``scope`` lists, ``explained`` lets in and says by which reason, ``because`` says
    what would be needed: the same condition each time, so that what is listed and
    what is allowed cannot drift.
    """

    clauses: tuple[Clause, ...]

    def __or__(self, other: Rule) -> Rule:
        return Rule(self.clauses + other.clauses)

    def __and__(self, other: Rule) -> Rule:
        return Rule(tuple(mine & theirs for mine in self.clauses for theirs in other.clauses))

    @property
    def because(self) -> str:
        """The whole condition, as the end of "you could if …"."""
        return ", or ".join(clause.because for clause in self.clauses)

    def when(self, actor: Actor) -> Q:
        """The condition itself, for this actor."""
        whole = NEVER
        for clause in self.clauses:
            whole |= clause.when(actor)
        return whole

    def scope(self, rows: QuerySet[M], actor: Actor) -> QuerySet[M]:
        """The rows this actor may touch."""
        return bounds.narrowed(rows.filter(self.when(actor)), actor.bound)

    def explained(self, rows: QuerySet[M], actor: Actor) -> QuerySet[M]:
        """The same rows, each with ``held``: which reason let the actor in.

        Where none of the others did, the last one that could have is the one.
        """
        conditions = enumerate(clause.when(actor) for clause in self.clauses)
        possible = [(n, when) for n, when in conditions if when != NEVER] or [(0, NEVER)]
        cases = [When(when, then=Value(n)) for n, when in possible[:-1]]
        held = Case(*cases, default=Value(possible[-1][0]), output_field=IntegerField())
        return self.scope(rows, actor).annotate(held=held)  # type: ignore[return-value]

    def sentence(self, held: int) -> str:
        """The sentence of the reason that let the actor in."""
        return self.clauses[held].because


def rule(because: str, *, machine: bool = False) -> Callable[[Callable[[Actor], Q]], Rule]:
    """Turn a function from actor to condition into a rule.

    A rule is for people unless it says ``machine``: without a member nothing
    matches, so that a missing id can never be read as "the rows without one".
    """

    def made(when: Callable[[Actor], Q]) -> Rule:
        def guarded(actor: Actor) -> Q:
            return when(actor) if machine or actor.is_person else NEVER

        return Rule((Clause(because, guarded),))

    return made


@rule("anyone may", machine=True)
def anyone(actor: Actor) -> Q:
    """Open to all. A word to search for: whatever uses it is public."""
    return ALWAYS


VISIBLE: dict[type[Model], Rule] = {}


def sees(model: type[Model], allowed: Rule) -> None:
    """Say who may see rows of a model at all. To everybody else they do not exist."""
    VISIBLE[model] = allowed
