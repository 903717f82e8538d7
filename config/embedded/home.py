"""The folder that embedded parts live in: whose it is now, and its secrets."""

from __future__ import annotations

import fcntl
import json
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from config.embedded.account import Account, account, let_in
from config.embedded.troubles import CannotStart

SECRETS = ("superuser", "owner", "application", "redis", "secret_key")


@dataclass(frozen=True)
class Home:
    """A folder that this process holds, the account its parts run under, their passwords."""

    folder: Path
    account: Account | None
    secrets: dict[str, str]

    @property
    def logs(self) -> Path:
        """Where each process writes its log."""
        place = self.folder / "logs"
        place.mkdir(mode=0o700, exist_ok=True)
        return place

    def room(self, name: str) -> Path:
        """A private folder for one part, made if it is not there."""
        place = self.folder / name
        place.mkdir(mode=0o700, exist_ok=True)
        self.give(place)
        return place

    def give(self, path: Path) -> None:
        """Hand a path to the account that the parts run under."""
        if self.account:
            os.chown(path, self.account.uid, self.account.gid)


class InUse(CannotStart):
    """The folder is held by another process."""

    def __init__(self, holder: str) -> None:
        self.holder = holder
        super().__init__(f"It is already running ({holder}).", "use that one, or stop it first.")


@contextmanager
def claim(folder: Path) -> Iterator[Home]:
    """Hold a folder for this process alone; the kernel lets go of it even after kill -9."""
    folder = folder.resolve()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    who = account()
    let_in(who, folder)
    with (folder / "lock").open("a+", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise InUse(_holder(folder)) from None
        announce(folder, f"process {os.getpid()}")
        try:
            yield Home(folder, who, _secrets(folder / "secrets.json"))
        finally:
            (folder / "holder").unlink(missing_ok=True)


def announce(folder: Path, holder: str) -> None:
    """Leave word for whoever comes second."""
    (folder / "holder").write_text(holder, encoding="utf-8")


def _holder(folder: Path) -> str:
    with suppress(OSError):
        return (folder / "holder").read_text(encoding="utf-8")
    return "just starting"


def _secrets(path: Path) -> dict[str, str]:
    """Passwords as they were, and new ones for what had none, readable by the owner only."""
    known: dict[str, str] = {}
    with suppress(FileNotFoundError, ValueError):
        known = json.loads(path.read_text(encoding="utf-8"))
    if set(known) >= set(SECRETS):
        return known
    known = {name: secrets.token_urlsafe(32) for name in SECRETS} | known
    fresh = path.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
        json.dump(known, out)
    fresh.replace(path)
    return known
