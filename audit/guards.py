"""Migration operations that make the database refuse what the code must not do."""

from __future__ import annotations

from django.db.migrations.operations import RunSQL


def guarded(table: str) -> RunSQL:
    """Refuse any change to this table that is not part of a write, and count its versions."""
    return RunSQL(
        f"""
        CREATE TRIGGER guarded BEFORE INSERT OR UPDATE OR DELETE ON {table}
            FOR EACH STATEMENT EXECUTE FUNCTION audit_require_write();
        CREATE TRIGGER counted BEFORE UPDATE ON {table}
            FOR EACH ROW EXECUTE FUNCTION audit_count_version();
        """,
        f"DROP TRIGGER guarded ON {table}; DROP TRIGGER counted ON {table}",
    )


def append_only(table: str) -> RunSQL:
    """Refuse to change or remove lines of this table, whoever asks."""
    return RunSQL(
        f"""
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
            FOR EACH STATEMENT EXECUTE FUNCTION audit_append_only();
        """,
        f"DROP TRIGGER append_only ON {table}",
    )
