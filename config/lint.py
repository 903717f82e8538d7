"""``make lint``: everything that is checked besides the tests, one line a step."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from config.embedded import services
from config.frontend import FRONTEND, npm_with_node
from config.install import ROOT, VENV, say
from config.processes import manage

PRODUCTION_LIKE = {"MUSTER_SECRET_KEY": "only for linting " * 4, "MUSTER_LOG_LEVEL": "ERROR"}
NOT_OURS = "prefer-text-field,prefer-bigint-over-int,prefer-bigint-over-smallint"
SET_BY_WHO_MIGRATES = "require-lock-timeout,require-statement-timeout"
AUDIT_PATIENCE = 60

Step = tuple[str, Callable[[], str]]


def main() -> int:
    failed = [name for name, run in steps() if not _passes(name, run)]
    say(f"lint: {len(failed)} failed: {', '.join(failed)}" if failed else "lint: all passed")
    return 1 if failed else 0


def steps() -> Iterator[Step]:
    """Each step's name and how to run it; a step that has nothing to say is content."""
    yield "ruff format", lambda: said([*program("ruff"), "format", "--check", "."])
    yield "ruff check", lambda: said([*program("ruff"), "check", "."])
    yield "import contracts", lambda: said(program("lint-imports"))
    with TemporaryDirectory(prefix="muster-lint-") as folder:
        place = Path(folder)
        with services(place / "home", durable=False, environment={}) as running:
            settings = os.environ | PRODUCTION_LIKE | running.environment()
            settings["MUSTER_SECRET_KEY"] = PRODUCTION_LIKE["MUSTER_SECRET_KEY"]
            yield "mypy", lambda: said([sys.executable, "-m", "mypy"], settings)
            yield "check --deploy", lambda: said(DEPLOYABLE, settings)
            yield "makemigrations --check", lambda: said(COMPLETE, settings)
            yield "squawk", lambda: said(manage("migration_sql", folder), settings) or squawk(place)
    if (FRONTEND / "package.json").exists():
        yield "tsc", lambda: npm("types")
        yield "eslint", lambda: npm("lint")
        yield "node --test", lambda: npm("test")
        yield "esbuild", lambda: npm("build")
    yield "pip-audit", pip_audit


DEPLOYABLE = manage("check", "--deploy", "--fail-level", "WARNING")
COMPLETE = manage("makemigrations", "--check", "--dry-run", "--verbosity", "1")


def _passes(name: str, run: Callable[[], str]) -> bool:
    begun = time.monotonic()
    trouble = run()
    say(f"{'FAILED' if trouble else 'ok':6} {name} ({time.monotonic() - begun:.1f} s)")
    if trouble:
        say(trouble)
    return not trouble


def program(name: str) -> list[str]:
    """One of the environment's programs, by its own Python: its first line may name another."""
    found = VENV / "bin" / name
    script = found.read_bytes()[:2] == b"#!"
    return [sys.executable, str(found)] if script else [str(found)]


def said(command: list[str], environment: dict[str, str] | None = None) -> str:
    """What a command said if it failed; nothing if it did not."""
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr + f"(exit {done.returncode})" if done.returncode else ""


def squawk(folder: Path) -> str:
    """Locks and rewrites in migrations. A first one makes tables that hold nothing yet."""
    files = sorted(str(path) for path in folder.glob("*.sql") if ".0001_" not in path.name)
    excluded = f"--exclude={NOT_OURS},{SET_BY_WHO_MIGRATES}"
    return said([*program("squawk"), "--pg-version=17", excluded, *files]) if files else ""


def npm(script: str) -> str:
    command, environment = npm_with_node()
    return said([*command, "--prefix", str(FRONTEND), "run", "--silent", script], environment)


def pip_audit() -> str:
    """Known holes in what the lock names; silent where the list cannot be fetched."""
    lock = str(ROOT / "requirements.txt")
    options = ["--require-hashes", "--disable-pip", "--progress-spinner=off", "-r", lock]
    try:
        done = subprocess.run(
            [*program("pip-audit"), *options],
            capture_output=True,
            text=True,
            timeout=AUDIT_PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return _unreachable()
    if "known vulnerabilit" in done.stdout + done.stderr and done.returncode:
        return done.stdout + done.stderr
    return _unreachable() if done.returncode else ""


def _unreachable() -> str:
    say("       the list of known holes is out of reach from here, so pip-audit did not look")
    return ""


if __name__ == "__main__":
    sys.exit(main())
