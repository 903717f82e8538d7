"""Queries on the path of every write, whose SQL is worked out once and not each time.

With the clock moving thousands of ladders in a second, working out the same SQL
again and again would cost more than all the rest of the work.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, Generic, TypeVar
from uuid import UUID, uuid4

import orjson
from django.db import connection
from django.db.models import JSONField, Model

M = TypeVar("M", bound=Model)
Row = dict[str, Any]


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
        with connection.cursor() as cursor:
            cursor.execute(self._sql, [list(pks)])
            found = cursor.fetchall()
        for values in found:
            row = list(values)
            for place in self._json:
                row[place] = orjson.loads(row[place])
            yield row

    @cached_property
    def _sql(self) -> str:
        chosen = self.model._default_manager.filter(**{self.by: uuid4()})
        sql, _given = chosen.order_by().values(*self.fields).query.sql_with_params()
        before, found, after = sql.rpartition("= %s")
        if not found or "%s" in before + after:
            raise TypeError(f"{self.model.__name__}: more than {self.by} would have to be given")
        return f"{before}= ANY(%s){after}"

    @cached_property
    def _json(self) -> tuple[int, ...]:
        own = {field.name: field for field in self.model._meta.get_fields()}
        places = enumerate(self.fields)
        return tuple(place for place, name in places if isinstance(own.get(name), JSONField))


class Loaded(Generic[M]):
    """The same, as instances of the model: all rows whose ``by`` is one given id."""

    def __init__(self, model: type[M], *, by: str) -> None:
        self.model = model
        self.by = by

    def __call__(self, pk: UUID) -> list[M]:
        return [
            self.model.from_db(connection.alias, self._names, values)
            for values in self._rows.fetched([pk])
        ]

    @cached_property
    def _names(self) -> tuple[str, ...]:
        return tuple(field.attname for field in self.model._meta.concrete_fields)

    @cached_property
    def _rows(self) -> Compiled:
        return Compiled(self.model, *self._names, by=self.by)
