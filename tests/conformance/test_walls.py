"""The second wall: no table of agency data without row policies, and no way round them unseen."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from django.conf import settings
from django.db import connection

from audit.writes import WRITES
from tests.beyond import AT_WORK, BEYOND, MACHINES, TELLING, WIDE
from tests.sight import OURS

# What stands outside of the wall, and why nobody learns from it what is another agency's.
EXEMPT: Final = {
    "account_emailaddress": "the sign-in library's; asked before it is known who is there",
    "account_emailconfirmation": "the sign-in library's; asked before it is known who is there",
    "agencies_account": "asked before it is known who is there; carries no rights and no agency",
    "agencies_sitting": "found by nothing but its own unguessable id; holds nothing of an agency",
    "audit_checkpoint": "hashes and numbers of lines, published to the log anyway",
    "auth_group": "Django's; empty, rights come with seats",
    "auth_group_permissions": "Django's; empty, rights come with seats",
    "auth_permission": "Django's; the names of its models",
    "config_heartbeat": "which processes are alive",
    "django_content_type": "Django's; the names of its models",
    "django_migrations": "Django's; which migrations ran",
    "mfa_authenticator": "the sign-in library's; found by its account, before anybody is let in",
    "django_session": "found by nothing but its own unguessable key, before anybody is known",
}
HOW: Final = """
{table} holds rows that any agency could read: the database itself keeps nobody out of it.
Add to the migration that makes it, beside guards.guarded(...), one of (audit/policies.py):
    walled("{table}", own("{table}"))                         its agency_id says whose it is
    walled("{table}", with_its("{table}", "x_id", "app_x"))   who sees the x it belongs to sees it
    walled("{table}", "…")                                    SQL of your own; see also_seen()
Or, if it holds nothing of any agency's, say why in EXEMPT of {file}.
"""

TABLES: Final = """
    SELECT c.relname, c.relrowsecurity, c.relforcerowsecurity,
           EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid)
    FROM pg_class c WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
    ORDER BY 1
"""
VIEWS: Final = """
    SELECT relname FROM pg_class WHERE relkind IN ('v', 'm')
    AND relnamespace = 'public'::regnamespace
    AND NOT coalesce(reloptions::text[] @> ARRAY['security_invoker=true'], false)
"""

# Functions that answer at the end of a transaction, when who asks may stand anywhere.
AT_THE_END: Final = """
    SELECT p.proname, p.prosrc LIKE '%%set_config(''app.reach'', ''wall'', true)%%'
    FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
    WHERE t.tgdeferrable AND NOT t.tgisinternal ORDER BY 1
"""


def asked(sql: str, *given: object) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        return cursor.fetchall()


def test_every_table_stands_behind_the_wall_or_says_why_not(db: None) -> None:
    open_to_all = [name for name, *walled in asked(TABLES) if not all(walled)]

    told = [HOW.format(table=one, file=__file__) for one in open_to_all if one not in EXEMPT]
    assert not told, "\n".join(told)


def test_nothing_is_exempt_that_is_not_there_or_stands_behind_the_wall(db: None) -> None:
    assert set(EXEMPT) == {name for name, *walled in asked(TABLES) if not all(walled)}


def test_a_view_asks_as_whoever_looks_at_it(db: None) -> None:
    """Without ``security_invoker`` it would show its owner's rows to everybody (M20)."""
    assert asked(VIEWS) == []


def test_the_applications_role_cannot_step_round_the_wall(db: None) -> None:
    role = asked(
        "SELECT rolname, rolsuper, rolbypassrls,"
        " (SELECT count(*) FROM pg_class WHERE relowner = r.oid)"
        " FROM pg_roles r WHERE rolname = current_user"
    )

    assert role == [(settings.DATABASE_ROLE, False, False, 0)]


def test_what_is_asked_at_the_end_of_a_transaction_looks_by_itself(db: None) -> None:
    """Nor by where `audit.ledger.append` happens to have left the transaction."""
    assert asked(AT_THE_END) == [("agencies_clause_has_terms", True)]


@pytest.mark.parametrize("name", [name for name in ("agencies_member", "incidents_incident")])
def test_the_wall_is_forced_on_the_owner_too(db: None, name: str) -> None:
    assert asked("SELECT relforcerowsecurity FROM pg_class WHERE relname = %s", name) == [(True,)]


def calls(tree: ast.AST, inside: str = "") -> Iterator[tuple[str, str]]:
    """Every call in this code, by the innermost function that it stands in."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), inside
        named = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        yield from calls(node, node.name if named else inside)


def made(*names: str) -> set[str]:
    """Where in the application one of these functions is called."""
    found = set()
    for app in OURS:
        for file in Path(app).rglob("*.py"):
            module = ".".join(file.relative_to(Path(app).parent).with_suffix("").parts)
            module = module.removesuffix(".__init__")
            if module not in {"audit.walls", "audit.actors"}:
                told = calls(ast.parse(file.read_text()))
                found |= {f"{module}.{at}".rstrip(".") for name, at in told if name in names}
    return found


def test_nobody_looks_beyond_the_wall_in_silence() -> None:
    """Who does stands in `tests/beyond.py`, with the reason."""
    assert made("walls.beyond", "walls.beyond_along", "walls.beyond_from_here") == set(BEYOND)
    assert made("walls.at_work") == set(AT_WORK)
    assert made(
        "walls.told", "walls.say", "walls.standing", "walls.looking_from", "walls.Place"
    ) - {"audit.reads"} == set(TELLING)


def test_a_write_looks_no_further_than_its_actor_unless_it_says_why() -> None:
    assert {name for name, write in WRITES.items() if write.wide} == set(WIDE)
    assert len(WIDE) <= 4


def test_no_door_looks_beyond_the_wall() -> None:
    assert not [one for one in (*BEYOND, *AT_WORK, *TELLING) if ".web." in one]


def test_no_door_makes_a_machine_of_whoever_comes_in() -> None:
    assert {one for one in made("machine") if not one.startswith(tuple(MACHINES))} == set()
