"""Saving rows by SQL that is worked out once: writes change the same few fields again and again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from django.db import DatabaseError, connection
from django.db.models import Field, Model

Columns = Sequence["Field[Any, Any]"]


def save_together(rows: Sequence[Model], fields: Iterable[str]) -> None:
    """Give rows of one model, in one UPDATE, the values that the first of them has."""
    if not rows:
        return
    sql, columns = _updating(type(rows[0]), tuple(fields), len(rows))
    _execute(sql, [*_values(rows[0], columns, add=False), *(row.pk for row in rows)], len(rows))


def save_new(rows: Sequence[Model]) -> None:
    """Insert rows of one model, all at once."""
    if not rows:
        return
    sql, columns = _inserting(type(rows[0]), len(rows))
    _execute(sql, [value for row in rows for value in _values(row, columns, add=True)], len(rows))
    for row in rows:
        row._state.adding, row._state.db = False, connection.alias


def _execute(sql: str, given: list[Any], count: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        if cursor.rowcount != count:
            raise DatabaseError(f"{cursor.rowcount} of {count} rows were there to be saved")


def _values(row: Model, columns: Columns, *, add: bool) -> Iterable[Any]:
    for column in columns:
        yield column.get_db_prep_save(column.pre_save(row, add), connection)


@lru_cache(maxsize=1024)
def _updating(model: type[Model], fields: tuple[str, ...], count: int) -> tuple[str, Columns]:
    columns: Columns = [model._meta.get_field(name) for name in fields]  # type: ignore[misc]
    changes = ", ".join(f"{_name(column)} = {_place(column)}" for column in columns)
    pks = ", ".join(["%s"] * count)
    return f'UPDATE "{model._meta.db_table}" SET {changes} WHERE id IN ({pks})', columns


@lru_cache(maxsize=1024)
def _inserting(model: type[Model], count: int) -> tuple[str, Columns]:
    columns: Columns = model._meta.concrete_fields
    names = ", ".join(map(_name, columns))
    row = f"({', '.join(map(_place, columns))})"
    places = ", ".join([row] * count)
    return f'INSERT INTO "{model._meta.db_table}" ({names}) VALUES {places}', columns


def _name(column: Field[Any, Any]) -> str:
    return connection.ops.quote_name(column.column or "")


def _place(column: Field[Any, Any]) -> str:
    """Where a value goes. Of an array the database must be told what it is an array of."""
    place = getattr(column, "get_placeholder", None)
    return place(None, None, connection) if place else "%s"
