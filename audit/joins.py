"""Migration operations that keep apart what belongs to different wholes.

A foreign key takes any row of the other table: an engine of one agency could stand in another's
deployment. Where a row names both a part and its whole, one key over the two (`joined`) says that
they belong together; where it names two parts of one whole, a trigger does (`of_one_whole`).
"""

from __future__ import annotations

from django.db.migrations.operations import RunSQL

OF_ONE_WHOLE = """
CREATE FUNCTION audit_of_one_whole() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    said jsonb := to_jsonb(NEW);
    one uuid := said ->> TG_ARGV[0];
    other uuid := said ->> TG_ARGV[3];
    same boolean;
BEGIN
    IF one IS NULL OR other IS NULL THEN
        RETURN NULL;
    END IF;
    EXECUTE format(
        'SELECT (SELECT %I FROM %I WHERE id = $1) = (SELECT %I FROM %I WHERE id = $2)',
        TG_ARGV[2], TG_ARGV[1], TG_ARGV[5], TG_ARGV[4]) INTO same USING one, other;
    IF same IS NOT TRUE THEN
        RAISE EXCEPTION '% and % of % are of different wholes',
            TG_ARGV[0], TG_ARGV[3], TG_TABLE_NAME
            USING ERRCODE = 'foreign_key_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN NULL;
END $$;
"""

NO_ONE_WHOLE = "DROP FUNCTION audit_of_one_whole()"


def whole(table: str, column: str) -> RunSQL:
    """Let keys name a row of this table together with the whole that it belongs to."""
    name = f"{table}_with_{column}"
    return RunSQL(
        f"CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS {name} ON {table} (id, {column})",
        f"DROP INDEX CONCURRENTLY IF EXISTS {name}",
    )


def joined(name: str, table: str, columns: str, parent: str, parents: str) -> RunSQL:
    """The part that a row names is of the whole that it names; checked from now on."""
    return RunSQL(
        f"ALTER TABLE {table} ADD CONSTRAINT {name} FOREIGN KEY ({columns})"
        f" REFERENCES {parent} ({parents}) NOT VALID",
        f"ALTER TABLE {table} DROP CONSTRAINT {name}",
    )


def joined_before(table: str, *names: str) -> RunSQL:
    """And of rows that were there before, each of which must be seen: policies hold for owners."""
    return RunSQL(
        "SELECT set_config('app.reach', 'command', true);"
        + "".join(f"ALTER TABLE {table} VALIDATE CONSTRAINT {name};" for name in names),
        RunSQL.noop,
    )


def of_one_whole(name: str, table: str, *parts: tuple[str, str, str]) -> RunSQL:
    """Two rows that a row names are of one whole: each by column, table and its column there."""
    (one, _, _), (other, _, _) = parts
    named = ", ".join(f"'{word}'" for part in parts for word in part)
    return RunSQL(
        f"CREATE TRIGGER {name} AFTER INSERT OR UPDATE OF {one}, {other} ON {table}"
        f" FOR EACH ROW EXECUTE FUNCTION audit_of_one_whole({named})",
        f"DROP TRIGGER {name} ON {table}",
    )
