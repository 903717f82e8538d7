"""Who may do what in the embedded PostgreSQL.

``muster_owner`` owns the database and runs migrations. ``muster`` is what the
application runs under: it owns nothing, so it can neither drop a trigger nor TRUNCATE.
"""

from __future__ import annotations

from typing import LiteralString

from psycopg import Connection, sql

SUPERUSER = "postgres"
OWNER = "muster_owner"
APPLICATION = "muster"
DATABASE = "muster"
POWERLESS = "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS"


def settle(superuser: Connection, secrets: dict[str, str]) -> None:
    """Make the roles and the database, or mend what a broken-off start left of them."""
    for role, secret in ((OWNER, "owner"), (APPLICATION, "application")):
        if not _there(superuser, "SELECT FROM pg_roles WHERE rolname = %s", role):
            superuser.execute(sql.SQL("CREATE ROLE {}").format(sql.Identifier(role)))
        superuser.execute(
            sql.SQL("ALTER ROLE {} WITH {} PASSWORD {}").format(
                sql.Identifier(role), sql.SQL(POWERLESS), sql.Literal(secrets[secret])
            )
        )
    if not _there(superuser, "SELECT FROM pg_database WHERE datname = %s", DATABASE):
        make_database(superuser, DATABASE)
    superuser.execute("REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC")
    close_to_others(superuser, DATABASE)


def make_database(superuser: Connection, name: str, template: str = "template1") -> None:
    """A database of the owner's, empty or a copy of another."""
    superuser.execute(
        sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE {}").format(
            sql.Identifier(name), sql.Identifier(OWNER), sql.Identifier(template)
        )
    )
    close_to_others(superuser, name)


def start_over(superuser: Connection) -> None:
    """Throw the database away and make it anew, empty."""
    superuser.execute(
        sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(DATABASE))
    )
    make_database(superuser, DATABASE)


def close_to_others(superuser: Connection, name: str) -> None:
    """Let the application's role connect, and nobody else but the owner."""
    database = sql.Identifier(name)
    superuser.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(database))
    superuser.execute(
        sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(database, sql.Identifier(APPLICATION))
    )


def _there(superuser: Connection, question: LiteralString, name: str) -> bool:
    return superuser.execute(question, [name]).fetchone() is not None
