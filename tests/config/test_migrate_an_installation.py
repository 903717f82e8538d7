"""An installation with people in it is brought up to date, and keeps them."""

from __future__ import annotations

import os
import secrets
import subprocess
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

from config.embedded import roles
from config.processes import manage
from tests.throwaway import ROOT, SUPERUSER_URL

# Where installations may stand that were laid out before.
BEFORE: Final = (
    ("incidents", "0010_red_notes_found"),
    ("mutualaid", "0005_declared_valid"),
    ("agencies", "0020_rights_at_a_moment"),
)
# A row of each sort that later migrations change or check, as that schema had it.
ROWS: Final = """
    SELECT set_config('app.reach', 'tests', true), set_config('app.write', 'tests', true);
    INSERT INTO agencies_agency (id, version, code, name, discipline, jurisdiction, time_zone,
        phone, email)
        VALUES (%(a)s, 1, 'HCF', 'Harbor County Fire', 'fire', 'Harbor County', 'UTC', '', ''),
        (%(g)s, 1, 'BCE', 'Bay City EMS', 'ems', 'Bay City', 'UTC', '', '');
    INSERT INTO agencies_account (id, password, email, is_active, sessions)
        VALUES (%(b)s, '!', 'ana@hcf.example', true, %(b)s);
    INSERT INTO agencies_member (id, version, agency_id, account_id, name, title, phone)
        VALUES (%(c)s, 1, %(a)s, %(b)s, 'Ana Lopes', '', '');
    INSERT INTO agencies_apitoken (id, version, member_id, name, digest, issued_at, expires_at)
        VALUES (%(d)s, 1, %(c)s, 'CAD', repeat('0', 64), now(), now() + interval '9 days');
    INSERT INTO incidents_incident (id, version, number, name, kind, place, mode, structure, status,
        time_zone, opened_by_id, opened_at)
        VALUES (%(e)s, 1, 'HCF-2025-0001', 'Pier 4 fire', 'fire', '', 'real_world', 'single',
            'active', 'UTC', %(a)s, now());
    INSERT INTO incidents_glass (id, version, incident_id, owner_id, agency_id, member_id,
        member_name, ground, reason, categories, opened_at, until, review_due_at, reviewer, outcome,
        finding)
        VALUES (%(f)s, 1, %(e)s, %(g)s, %(a)s, %(c)s, 'Ana Lopes', 'life', 'A child is in there',
            '{PII}', now(), now() + interval '1 hour', now() + interval '3 days', '', '', '');
"""
KEPT: Final = """
    SELECT m.name, a.agency_id = m.agency_id, t.name, t.bound, g.member_name
    FROM agencies_member m JOIN agencies_account a ON a.id = m.account_id
    JOIN agencies_apitoken t ON t.member_id = m.id JOIN incidents_glass g ON g.member_id = m.id
"""


@pytest.fixture
def database() -> Iterator[str]:
    """The address of an empty database, as its owner."""
    name = f"muster_before_{secrets.token_hex(3)}"
    with psycopg.connect(os.environ[SUPERUSER_URL], autocommit=True) as superuser:
        roles.make_database(superuser, name)
        yield urlunsplit(urlsplit(os.environ["DATABASE_OWNER_URL"])._replace(path=f"/{name}"))
        superuser.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def migrate(database: str, *where: str) -> None:
    done = subprocess.run(
        manage("migrate", *where, "--skip-checks", "--verbosity=0"),
        cwd=ROOT,
        env=os.environ | {"DATABASE_URL": database},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def asked(database: str, question: str, given: dict[str, Any] | None = None) -> list[Any]:
    with psycopg.connect(database, cursor_factory=psycopg.ClientCursor) as owner:
        owner.execute("SELECT set_config('app.reach', 'tests', false)")
        answer = owner.execute(question, given)
        return answer.fetchall() if answer.description else []


def test_who_is_there_before_is_there_after(database: str) -> None:
    for where in BEFORE:
        migrate(database, *where)
    rows = {
        letter: f"{number * 11111111}-0000-4000-8000-000000000000"
        for number, letter in enumerate("abcdefg", 1)
    }
    asked(database, ROWS, rows)

    migrate(database)

    assert asked(database, KEPT) == [("Ana Lopes", True, "CAD", "real", "Ana Lopes")]
