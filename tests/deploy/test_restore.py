"""A backup that is brought back is as guarded as the database that it was taken of."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from psycopg import errors

from config.embedded import roles
from config.embedded.programs import postgres_programs
from incidents import writes
from incidents.models import DivisionKind
from tests.throwaway import ROOT, SUPERUSER_URL
from tests.world import World, build

RESTORED = "muster_restored"


def at(url: str, database: str) -> str:
    return urlunsplit(urlsplit(url)._replace(path=f"/{database}"))


def run(*command: str | Path, **changes: str) -> str:
    """Run a program to its end: what it printed."""
    done = subprocess.run(
        command, cwd=ROOT, env=os.environ | changes, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


@pytest.fixture
def world(transactional_db: None) -> World:
    return build()


@pytest.fixture
def restored(world: World, place: Path) -> Iterator[str]:
    """Where the application finds a database that came out of a dump, as the guide says."""
    writes.add_division(world.ana, world.fire.pk, kind=DivisionKind.DIVISION, name="Seawall")
    superuser, ours = os.environ[SUPERUSER_URL], os.environ["DATABASE_URL"]
    database = urlsplit(ours).path.strip("/")
    pg_dump, pg_restore = (postgres_programs() / name for name in ("pg_dump", "pg_restore"))
    run(pg_dump, "--format=custom", f"--file={place}/muster.dump", at(superuser, database))
    with psycopg.connect(superuser, autocommit=True) as settling:
        roles.make_database(settling, RESTORED)
        into = f"--dbname={at(superuser, RESTORED)}"
        try:
            run(pg_restore, "--exit-on-error", into, place / "muster.dump")
            yield at(ours, RESTORED)
        finally:
            settling.execute(f"DROP DATABASE {RESTORED} WITH (FORCE)")


def test_its_ledger_holds_and_its_guards_stand(restored: str) -> None:
    said = run(sys.executable, "manage.py", "verify_ledger", DATABASE_URL=restored)
    owned = at(os.environ["DATABASE_OWNER_URL"], RESTORED)
    run(sys.executable, "manage.py", "migrate", "--check", DATABASE_URL=owned)

    assert "1 lines in 1 streams hold" in said
    with psycopg.connect(restored, autocommit=True) as application:
        with pytest.raises(errors.InsufficientPrivilege):
            application.execute("TRUNCATE audit_entry")
        with pytest.raises(errors.InsufficientPrivilege):
            application.execute("DELETE FROM audit_entry")
        with pytest.raises(psycopg.Error, match="outside a write"):
            application.execute("UPDATE incidents_incident SET name = 'Another'")
