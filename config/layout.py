"""Laying out the database of `make run`, and filling it with the demo the first time.

What was done for this very code is not done again: a start then takes two Django
processes less.
"""

from __future__ import annotations

import subprocess
import tempfile
from urllib.parse import unquote, urlsplit

import psycopg

from config.embedded import CannotStart, Home, Running, roles
from config.install import LOCK, ROOT, digest, in_time, say, told
from config.processes import exists, manage


def lay_out(home: Home, running: Running, environment: dict[str, str]) -> str:
    """Bring the database to what the code wants: what the demo says of its sign-ins."""
    done, sign_ins = home.folder / "laid-out", home.folder / "sign-ins"
    _begin_again_if_half_seeded(home, running)
    code = digest([LOCK, *ROOT.glob("[a-z]*/**/*.py")])
    if running.superuser_url and told(done) == code:
        return told(sign_ins)
    done.unlink(missing_ok=True)
    say("Laying out the database")
    _migrate(environment, running)
    if exists("seed_demo"):
        say("Looking after the demo region")
    sign_ins.write_text(_prepare(environment, home), encoding="utf-8")
    done.write_text(code, encoding="utf-8")
    return told(sign_ins)


def _begin_again_if_half_seeded(home: Home, running: Running) -> None:
    """A database whose first filling was broken off holds nothing that anybody made."""
    half_seeded = home.folder / "seeding"
    if not half_seeded.exists():
        return
    if not running.superuser_url:
        raise CannotStart(
            "The first start broke off while the demo was being written to DATABASE_URL.",
            f"empty that database and remove {half_seeded}, or only the file to keep all of it.",
        )
    say("The first start broke off while the demo was being written; beginning it again")
    (home.folder / "laid-out").unlink(missing_ok=True)
    with psycopg.connect(running.superuser_url, autocommit=True) as superuser:
        roles.start_over(superuser)
    half_seeded.unlink()


def _migrate(environment: dict[str, str], running: Running) -> None:
    """As the owner of the tables, which the application's own role is not."""
    as_owner = environment | {"DATABASE_URL": running.owner_url}
    as_owner.setdefault("MUSTER_DATABASE_ROLE", _user(running.database_url))
    _finish("migrate", as_owner, "--skip-checks", "--verbosity=0")


def _user(url: str) -> str:
    return unquote(urlsplit(url).username or "")


def _prepare(environment: dict[str, str], home: Home) -> str:
    return _finish("prepare", environment, "--while-seeding", str(home.folder / "seeding"))


def _finish(command: str, environment: dict[str, str], *words: str) -> str:
    """Run one of Django's commands to its end: what it printed."""
    with tempfile.TemporaryFile("w+") as printed, tempfile.TemporaryFile("w+") as failed:
        running = subprocess.Popen(
            manage(command, *words), env=environment, stdout=printed, stderr=failed
        )
        try:
            code = in_time(running)
        finally:
            running.kill()
            running.wait()
        if code:
            failed.seek(0)
            raise CannotStart(
                f"{failed.read()[-3000:]}\n`manage.py {command}` failed (see above).",
                "mend what it names and start again; the data that was there is kept.",
            )
        printed.seek(0)
        return printed.read()
