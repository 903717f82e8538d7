"""Migration operations for the second wall: which rows the database itself lets an agency see.

The first wall is the rule in the query. This one holds where a query forgot it: each table
that holds agency data has row policies, forced, and whoever asks sees what its agency may
see at all, and nothing where nobody said who asks. Reasons are written once, as SQL over the
table's own columns, and name the columns in full.
"""

from __future__ import annotations

from django.db.migrations.operations import RunSQL

# Who asks, as `audit.walls` told this transaction. They set no search path, so that the database
# puts them in the place of each call.
WALLS = """
CREATE FUNCTION wall_agency() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT nullif(current_setting('app.agency', true), '')::uuid
$$;
CREATE FUNCTION wall_member() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT nullif(current_setting('app.actor', true), '')::uuid
$$;
CREATE FUNCTION wall_open() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(current_setting('app.reach', true), '') <> ''
$$;
"""

# What a token is for (`audit.bounds`), which is nobody else's concern.
BOUNDS = """
CREATE FUNCTION wall_bound() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(current_setting('app.bound', true), '')
$$;
CREATE FUNCTION wall_within(mode text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT wall_bound() = '' OR (mode = 'real_world') = (wall_bound() = 'real')
$$;
"""

NO_BOUNDS = "DROP FUNCTION wall_within(text), wall_bound()"

NO_WALLS = "DROP FUNCTION wall_agency(), wall_member(), wall_open()"

KNOWN_TO_ALL = "wall_agency() IS NOT NULL"


def walled(table: str, *reasons: str) -> RunSQL:
    """Let an agency see the rows of this table for which one of these reasons holds.

    Nobody else sees any, the table's owner included; nor may anybody leave a row there
    that they could not see. Machines, and what is named in `audit.walls`, look beyond.
    """
    seen = " OR ".join(f"({reason})" for reason in ("wall_open()", *reasons))
    return RunSQL(
        f"""
        ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY seen ON {table} USING ({seen});
        """,
        f"""
        DROP POLICY seen ON {table};
        ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY;
        ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;
        """,
    )


def also_seen(table: str, name: str, reason: str) -> RunSQL:
    """A further reason for a lower app's table, which knows nothing of ours.

    The database asks policies in the order of their names, from the last: after ``seen``.
    """
    return RunSQL(
        f"CREATE POLICY also_{name} ON {table} USING ({reason})",
        f"DROP POLICY also_{name} ON {table}",
    )


def only_shown(table: str, name: str, reason: str) -> RunSQL:
    """A further reason to see rows, as `also_seen` gave it, but neither to lock nor to change them.

    Whose rows they are decides what becomes of them: no write begins at what is only shown.
    """
    return RunSQL(
        f"""
        DROP POLICY also_{name} ON {table};
        CREATE POLICY also_{name} ON {table} FOR SELECT USING ({reason});
        """,
        f"""
        DROP POLICY also_{name} ON {table};
        CREATE POLICY also_{name} ON {table} USING ({reason});
        """,
    )


def no_longer_seen(table: str, name: str, reason: str) -> RunSQL:
    """Take back what `also_seen` gave, where whoever needs it now looks for it by name."""
    return RunSQL(
        f"DROP POLICY also_{name} ON {table}",
        f"CREATE POLICY also_{name} ON {table} USING ({reason})",
    )


def seen_by_less(table: str, before: tuple[str, ...], *reasons: str) -> RunSQL:
    """Let fewer reasons do than `walled` gave before."""

    def said(those: tuple[str, ...]) -> str:
        seen = " OR ".join(f"({reason})" for reason in ("wall_open()", *those))
        return f"ALTER POLICY seen ON {table} USING ({seen})"

    return RunSQL(said(reasons), said(before))


def kept(table: str, reason: str, *, once_there: bool = False) -> RunSQL:
    """Let nobody add, lock, change or remove rows for whom this does not hold, if they see them.

    With ``once_there``, who may see a row of their own making may still lay it there.
    """
    acts = {"kept": "UPDATE USING", "kept_there": "DELETE USING"}
    acts |= {} if once_there else {"kept_new": "INSERT WITH CHECK"}
    return RunSQL(
        [
            f"CREATE POLICY {name} ON {table} AS RESTRICTIVE FOR {act} (wall_open() OR ({reason}))"
            for name, act in acts.items()
        ],
        [f"DROP POLICY {name} ON {table}" for name in acts],
    )


def bounded(table: str, reason: str) -> RunSQL:
    """Keep from a token what is not of the mode that it is for, whoever else may see it.

    Asked once for the whole question whether anybody is bound: hardly anybody is.
    """
    unbound = "(SELECT wall_bound() = '' OR wall_open())"
    return RunSQL(
        f"CREATE POLICY bounded ON {table} AS RESTRICTIVE USING ({unbound} OR ({reason}))",
        f"DROP POLICY bounded ON {table}",
    )


def also_told(table: str) -> RunSQL:
    """Anybody may leave a row there; for tables that only the database's own functions fill."""
    return RunSQL(
        f"CREATE POLICY told ON {table} FOR INSERT WITH CHECK (true)",
        f"DROP POLICY told ON {table}",
    )


def own(table: str, column: str = "agency_id") -> str:
    """It is the agency's own."""
    return f"{table}.{column} = wall_agency()"


def with_its(table: str, column: str, parent: str) -> str:
    """Whoever may see the row that it belongs to may see it: the parent's policies decide."""
    return f"EXISTS (SELECT FROM {parent} whole WHERE whole.id = {table}.{column})"


def decides(name: str, argument: str, question: str) -> RunSQL:
    """A function that answers whether the agency may see something, looking beyond the wall itself.

    For questions that would lead a policy back to its own table, and for long paths:
    the database plans it once for each connection.
    """
    return RunSQL(
        f"""
        CREATE FUNCTION {name}({argument} uuid) RETURNS boolean
        LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        DECLARE
            reach text := coalesce(current_setting('app.reach', true), '');
            found boolean;
        BEGIN
            IF reach <> '' THEN
                RETURN true;
            END IF;
            reach := set_config('app.reach', 'wall', true);
            SELECT {question} INTO found;
            reach := set_config('app.reach', '', true);
            RETURN found;
        END $$;
        """,
        f"DROP FUNCTION {name}(uuid)",
    )
