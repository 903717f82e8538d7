"""What the application's role may do. Renewed after each migration, by the owner."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import connections

APPEND_ONLY = (
    "audit_stream",
    "audit_entry",
    "audit_testimony",
    "audit_image",
    "audit_usedkey",
    "audit_turned",
    "audit_bookmark",
    "audit_checkpoint",
    "audit_alarm",
)
MAY_DELETE = ("django_session", "mfa_authenticator", "agencies_sitting")


def renew(using: str = "default", **_: Any) -> None:
    """Let the application's role read everything, write what triggers guard, and own nothing."""
    role = settings.DATABASE_ROLE
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT current_user, 1 FROM pg_roles WHERE rolname = %s", [role])
        found = cursor.fetchone()
        if found is None or found[0] == role:
            return
        cursor.execute(
            f"""
            GRANT USAGE ON SCHEMA public TO "{role}";
            GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO "{role}";
            GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO "{role}";
            REVOKE INSERT, UPDATE ON {", ".join(_existing(cursor, APPEND_ONLY))} FROM "{role}";
            GRANT DELETE ON {", ".join(_existing(cursor, MAY_DELETE))} TO "{role}";
            REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
            GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO "{role}";
            """
        )


def _existing(cursor: Any, tables: tuple[str, ...]) -> list[str]:
    cursor.execute("SELECT tablename FROM pg_tables WHERE tablename = ANY(%s)", [list(tables)])
    return [row[0] for row in cursor.fetchall()]
