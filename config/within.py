"""Runs one of Django's commands on what `make run` has started: ``python -m config.within …``."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

from config.install import DATA, say
from config.processes import exists, manage

NOTE = DATA / "environment.json"


def leave(environment: Mapping[str, str], note: Path = NOTE) -> None:
    """Write down how to reach what runs, for its owner's eyes only."""
    note.unlink(missing_ok=True)
    with os.fdopen(os.open(note, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
        json.dump(dict(environment), out)


def main() -> int:
    command, *words = sys.argv[1:] or ["help"]
    if not NOTE.exists():
        say("Muster is not running from this checkout. Start it with `make run`, then come back.")
        return 1
    if command == "play_demo" and not exists(command):
        say("There is no demo to play here yet: no app brings `manage.py play_demo`.")
        return 1
    environment = os.environ | json.loads(NOTE.read_text(encoding="utf-8"))
    return _become(manage(command, *words), environment)


def _become(program: list[str], environment: dict[str, str]) -> NoReturn:
    """Run in our own place: a Ctrl-C is the command's, which may have to put things in order."""
    os.execve(program[0], program, environment)


if __name__ == "__main__":
    sys.exit(main())
