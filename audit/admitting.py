"""A row through its rule, locked, by SQL that is worked out once for each kind of actor.

Putting a rule's query together took longer than the database took to answer it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextvars import Context
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import Any, Final
from uuid import UUID, uuid4

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.backends.utils import CursorWrapper
from django.db.models import Model, QuerySet
from django.db.models.sql.compiler import SQLCompiler

from audit.actors import PROVED, Actor
from audit.rules import Rule

SUBJECT: Final = uuid4()
MEMBER: Final = uuid4()
AGENCY: Final = uuid4()
UNNAMED: Final = f"nobody {uuid4()}"

# Models of which some writes only need that a row stays as it is, and so share its lock.
SHARED: set[type[Model]] = set()

Found = Callable[[], tuple[Model, int] | None]
Converters = dict[int, tuple[list[Callable[..., Any]], Any]]


@dataclass(frozen=True, slots=True)
class Worked:
    """A query with places for the row that is asked for and for the actor's own ids."""

    model: type[Model]
    sql: str
    given: tuple[Any, ...]
    names: tuple[str, ...]
    converters: Converters

    def ask(self, pk: UUID, actor: Actor) -> Found:
        places = {SUBJECT: pk, MEMBER: actor.member_id, AGENCY: actor.agency_id}
        cursor = connection.cursor()
        cursor.execute(self.sql, [_filled(one, places) for one in self.given])
        return partial(self._first, cursor)

    def _first(self, cursor: CursorWrapper) -> tuple[Model, int] | None:
        found = cursor.fetchone()
        if found is None:
            return None
        *values, held = self._converted(found)
        return self.model.from_db(connection.alias, self.names, values), held

    def _converted(self, found: Sequence[Any]) -> list[Any]:
        values = list(found)
        for place, (converters, column) in self.converters.items():
            for convert in converters:
                values[place] = convert(values[place], column, connection)
        return values


def locking(
    rule: Rule, model: type[Model], pk: UUID, actor: Actor, *, shared: bool = False
) -> Found:
    """Lock the row with this id until the end, if the rule admits the actor to it.

    The answer is asked for later: the row, and which reason let the actor in;
    nothing where none did.
    """
    worked = _worked_out(rule, model, _kind_of(actor), shared)
    return worked.ask(pk, actor) if worked else lambda: None


def turn_of(model: type[Model], pk: UUID) -> str | None:
    """In which queue to wait before locking this row; only rows that some writes share have one."""
    return f"{model._meta.label_lower}:{pk}" if model in SHARED else None


def take_turn(model: type[Model], pk: UUID) -> None:
    """Wait in that queue. For whoever locks such a row other than as the subject of a write."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT audit_take_turn(%s, false)", [turn_of(model, pk)])


def lock_above(model: type[Model], under: str, pk: UUID) -> None:
    """Wait for the whole before looking at the part, which may have changed meanwhile."""
    if under:
        sql, given = _above(model, under)
        with connection.cursor() as cursor:
            cursor.execute(sql, [_filled(one, {SUBJECT: pk}) for one in given])


@lru_cache(maxsize=1024)
def _above(model: type[Model], under: str) -> tuple[str, tuple[Any, ...]]:
    steps = under.split("__")
    path = ["__".join(steps[: n + 1]) for n in range(len(steps))]
    parts = model._default_manager.filter(pk=SUBJECT).select_related(under).order_by()
    chosen = parts.select_for_update(of=(under,)).only(*path, f"{under}__id")
    sql, given = chosen.query.get_compiler(connection.alias).as_sql()
    return sql, tuple(given)


def _kind_of(actor: Actor) -> Actor:
    """Whom the actor stands for: everybody in the same seats, or this one machine.

    A rule may ask for seats, doors and what a token is for, and put ids into its condition. It is
    worked out with ids that are nobody's, so it cannot depend on whose they are.
    """
    if not actor.is_person:
        return replace(actor, key=None, origin="")
    return Actor(
        member_id=MEMBER,
        agency_id=AGENCY,
        name=UNNAMED,
        agency=UNNAMED,
        seats=actor.seats,
        via=actor.via,
        proved_at=PROVED if actor.proved_lately else None,
        bound=actor.bound,
    )


@lru_cache(maxsize=4096)
def _worked_out(rule: Rule, model: type[Model], actor: Actor, shared: bool) -> Worked | None:
    """The query for one rule and one kind of actor; nothing where it admits none of them."""
    rows: QuerySet[Model] = model._default_manager.select_for_update(of=("self",))
    # In a context of its own no clock stands, so a rule cannot put today's time into its SQL.
    chosen = Context().run(rule.explained, rows.filter(pk=SUBJECT).order_by(), actor)
    compiler = chosen.query.get_compiler(connection.alias)
    try:
        sql, given = compiler.as_sql()
    except EmptyResultSet:
        return None
    if UNNAMED in given:
        raise TypeError(f"a rule of {model.__name__} depends on a name: {rule.because}")
    if shared:
        sql = "FOR SHARE OF".join(sql.rsplit("FOR UPDATE OF", 1))
    names = tuple(field.attname for field in model._meta.concrete_fields)
    return Worked(model, sql, tuple(given), names, dict(_converters(compiler)))


def _converters(compiler: SQLCompiler) -> Iterator[tuple[int, tuple[list[Any], Any]]]:
    columns = [column for column, _sql, _alias in compiler.select]
    yield from compiler.get_converters(columns).items()


def _filled(given: Any, places: dict[UUID, UUID | None]) -> Any:
    return places.get(given, given) if isinstance(given, UUID) else given
