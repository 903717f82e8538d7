"""Queries on the path of every write, whose SQL is worked out once and not each time.

With the clock moving thousands of ladders in a second, working out the same SQL
again and again would cost more than all the rest of the work.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate
from typing import Any, Generic, TypeVar, cast
from uuid import UUID, uuid4

import orjson
from django.db import connection
from django.db.models import JSONField, Model

M = TypeVar("M", bound=Model)
Row = dict[str, Any]

# Of an array the database does not know how many it holds, and plans for it anew each time.
FEW = 4


class Compiled:
    """A ``values()`` query for rows whose ``by`` is among given ids."""

    def __init__(self, model: type[Model], *fields: str, by: str = "pk") -> None:
        self.model = model
        self.fields = fields
        self.by = by

    def __call__(self, pks: Iterable[UUID]) -> Iterator[Row]:
        for values in self.fetched(pks):
            yield dict(zip(self.fields, values, strict=True))

    def fetched(self, pks: Iterable[UUID]) -> Iterator[list[Any]]:
        wanted = list(pks)
        few = 0 < len(wanted) <= FEW
        with connection.cursor() as cursor:
            cursor.execute(self._sql(len(wanted) if few else None), wanted if few else [wanted])
            found = cursor.fetchall()
        for values in found:
            row = list(values)
            for place in self._json:
                row[place] = None if row[place] is None else orjson.loads(row[place])
            yield row

    def _sql(self, count: int | None) -> str:
        """The query for so many ids, which the database plans once; or for an array of many."""
        before, after = self._around
        ids = f"= ANY(ARRAY[{', '.join(['%s'] * count)}]::uuid[])" if count else "= ANY(%s)"
        return f"{before}{ids}{after}"

    @cached_property
    def _around(self) -> tuple[str, str]:
        """The query, before and after the ids."""
        chosen = self.model._default_manager.filter(**{self.by: uuid4()})
        sql, _given = chosen.order_by().values(*self.fields).query.sql_with_params()
        before, found, after = sql.rpartition("= %s")
        if not found or "%s" in before + after:
            raise TypeError(f"{self.model.__name__}: more than {self.by} would have to be given")
        return before, after

    @cached_property
    def _json(self) -> tuple[int, ...]:
        return tuple(place for place, name in enumerate(self.fields) if self._is_json(name))

    def _is_json(self, path: str) -> bool:
        *steps, last = path.split("__")
        model: Any = self.model
        for step in steps:
            model = model._meta.get_field(step).related_model
        fields = {field.name: field for field in model._meta.get_fields()}
        return isinstance(fields.get(last), JSONField)


class Loaded(Generic[M]):
    """The same, as instances of the model: all rows whose ``by`` is one given id.

    ``along`` is a path of relations ("request__incident") that are loaded with each row.
    """

    def __init__(self, model: type[M], *, by: str, along: str = "") -> None:
        self.model = model
        self.by = by
        self.along = along.split("__") if along else []

    def __call__(self, pk: UUID) -> list[M]:
        return [self._row(values) for values in self._rows.fetched([pk])]

    def _row(self, values: list[Any]) -> M:
        """The first row, and each further one set where its relation leads to it."""
        rows: list[Model] = []
        for model, names, start in self._parts:
            part = values[start : start + len(names)]
            rows.append(model.from_db(connection.alias, names, part))
        for above, name, row in zip(rows, self.along, rows[1:], strict=False):
            setattr(above, name, row)
        return cast(M, rows[0])

    @cached_property
    def _parts(self) -> tuple[tuple[type[Model], tuple[str, ...], int], ...]:
        """Which models a row is made of, their fields, and where those begin."""
        models: list[Any] = [self.model]
        for name in self.along:
            models.append(models[-1]._meta.get_field(name).related_model)
        names = [tuple(field.attname for field in one._meta.concrete_fields) for one in models]
        starts = accumulate((len(those) for those in names), initial=0)
        return tuple(zip(models, names, starts, strict=False))

    @cached_property
    def _rows(self) -> Compiled:
        paths = ["".join(f"{name}__" for name in self.along[:depth]) for depth in range(9)]
        names = [
            f"{path}{name}"
            for path, (_model, those, _start) in zip(paths, self._parts, strict=False)
            for name in those
        ]
        return Compiled(self.model, *names, by=self.by)
