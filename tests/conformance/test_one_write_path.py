"""One write path: nothing saves but writes, and the database holds everybody else to it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection

from audit.rules import VISIBLE
from audit.writes import WRITES, Write
from tests.conformance.source import modules, tree

DOMAIN = ("agencies", "incidents", "mutualaid")
SAVES = frozenset(
    {"save", "create", "bulk_create", "bulk_update", "delete", "get_or_create", "update_or_create"}
    | {"save_new", "save_together"}
)
# What people sign in with, what only lives for a moment, and views that hold nothing of their own.
UNGUARDED = frozenset({"agencies_account", "agencies_sitting", "agencies_tokenuse"})
OURS = [write for write in WRITES.values() if not write.name.startswith("tests.")]


@pytest.mark.parametrize(
    "path", [path for path in modules(*DOMAIN) if "writes" not in path.parts], ids=str
)
def test_only_writes_save(path: Path) -> None:
    saves = [
        node.lineno
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and (getattr(node.func, "attr", "") in SAVES or getattr(node.func, "id", "") in SAVES)
    ]

    assert not saves


def test_the_database_guards_and_counts_every_table_of_the_domain(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname IN ('guarded', 'counted')"
            " GROUP BY 1 HAVING count(*) = 2"
        )
        guarded = {row[0] for row in cursor.fetchall()}
    tables = {
        model._meta.db_table
        for app in DOMAIN
        for model in apps.get_app_config(app).get_models()
        if model._meta.managed
    }

    assert tables
    assert tables - guarded == UNGUARDED


def test_the_application_owns_nothing_and_cannot_truncate_or_delete(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT relname FROM pg_class
            WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND (
                pg_get_userbyid(relowner) = current_user
                OR has_table_privilege(oid, 'TRUNCATE') OR has_table_privilege(oid, 'DELETE'))
            """
        )
        found = {row[0] for row in cursor.fetchall()}

    assert found == {"agencies_sitting", "django_session", "mfa_authenticator"}


def test_the_application_is_no_superuser_and_cannot_bypass_row_policies(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolsuper, rolbypassrls, rolcreatedb, rolcreaterole"
            " FROM pg_roles WHERE rolname = current_user"
        )
        assert cursor.fetchone() == (False, False, False, False)


@pytest.mark.parametrize("write", OURS, ids=lambda write: write.name)
def test_a_write_says_what_it_does(write: Write) -> None:
    assert (write.function.__doc__ or "").strip()


@pytest.mark.parametrize("write", OURS, ids=lambda write: write.name)
def test_somebody_may_see_what_a_write_is_about(write: Write) -> None:
    assert write.subject in VISIBLE
