"""Taking down one of the two walls, in tests only, to see whether the other holds alone."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import psycopg
import pytest
from django.db.models import IntegerField, QuerySet, Value
from psycopg import sql

from agencies import sharing
from audit import admitting, bounds
from audit.actors import Actor
from audit.rules import ALWAYS, Rule
from incidents.reads import views
from tests.canaries.ears import Ears

WALLED: Final = """
    SELECT relname FROM pg_class
    WHERE relrowsecurity AND relnamespace = 'public'::regnamespace ORDER BY 1
"""


@contextmanager
def rules_alone() -> Iterator[list[str]]:
    """No table has row policies, in this process's own database; which tables had them.

    Their owner takes them down, as the application's role could not. Around the transaction of
    a test, for which it would have to wait.
    """
    with psycopg.connect(os.environ["DATABASE_OWNER_URL"], autocommit=True) as owner:
        tables = [name for (name,) in owner.execute(WALLED)]
        _alter(owner, tables, "DISABLE")
        try:
            yield tables
        finally:
            _alter(owner, tables, "ENABLE")


def _alter(owner: psycopg.Connection[Any], tables: list[str], how: str) -> None:
    for name in tables:
        statement = sql.SQL("ALTER TABLE {} {} ROW LEVEL SECURITY")
        owner.execute(statement.format(sql.Identifier(name), sql.SQL(how)))


@contextmanager
def policies_alone() -> Iterator[None]:
    """Every rule answers yes, whoever asks and whatever it is about.

    Rows that an agency may know of then open whole: no rule asked for a sheet, and nobody listens.
    """
    admitting._worked_out.cache_clear()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Rule, "when", lambda _rule, _actor: ALWAYS)
        patch.setattr(Rule, "explained", _admitting_all)
        patch.setattr(bounds, "narrowed", lambda rows, _bound: rows)
        for module in (bounds, sharing, views):
            patch.setattr(module, "within", lambda _bound, _mode: True)
        patch.setattr(Ears, "hear", lambda *_: None)
        yield
    admitting._worked_out.cache_clear()


def _admitting_all(_rule: Rule, rows: QuerySet[Any], _actor: Actor) -> QuerySet[Any]:
    return rows.annotate(held=Value(0, output_field=IntegerField()))
