"""The system account that embedded parts run under when we are root.

PostgreSQL refuses to run as root, and Redis should not. Everybody else's embedded
parts run as themselves.
"""

from __future__ import annotations

import os
import pwd
import struct
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from config.embedded.troubles import CannotStart

NAME = "muster"
ACL = "system.posix_acl_access"
ACL_VERSION = struct.pack("<I", 2)
OWNER, USER, GROUP, MASK, OTHERS = 0x01, 0x02, 0x04, 0x10, 0x20
NOBODY_IN_PARTICULAR = 0xFFFFFFFF
SEARCH = 0o1


@dataclass(frozen=True)
class Account:
    """Somebody to run as: a user id and its group id."""

    uid: int
    gid: int


def account() -> Account | None:
    """Whom to run as instead of root; nobody else when we are not root."""
    if os.geteuid() != 0:
        return None
    with suppress(KeyError):
        return _known(NAME)
    with suppress(OSError):
        subprocess.run(
            ["useradd", "--system", "--user-group", "--no-create-home", NAME],
            capture_output=True,
            check=False,
        )
    with suppress(KeyError):
        return _known(NAME)
    raise CannotStart(
        f"PostgreSQL refuses to run as root, and the user {NAME!r} cannot be made here.",
        f"make it (useradd --system {NAME}), run as an ordinary user, or set DATABASE_URL.",
    )


def _known(name: str) -> Account:
    entry = pwd.getpwnam(name)
    return Account(entry.pw_uid, entry.pw_gid)


def let_in(who: Account | None, path: Path) -> None:
    """Let the account pass through the folders above a path, and nobody else.

    A checkout below root's home or a private temporary folder is closed to it.
    An access list opens each closed folder to this one account; where the file
    system knows no such lists, the folder is opened for passing (not for listing).
    """
    if who is None:
        return
    for folder in [*reversed(path.resolve().parents), path.resolve()]:
        if not _passes(who, folder):
            _open(who, folder)


def _passes(who: Account, folder: Path) -> bool:
    tried = subprocess.run(
        ["/bin/sh", "-c", 'test -x "$1"', "sh", folder],
        user=who.uid,
        group=who.gid,
        extra_groups=[],
        cwd="/",
        check=False,
    )
    return tried.returncode == 0


def _open(who: Account, folder: Path) -> None:
    try:
        os.setxattr(folder, ACL, _with_search(who, _entries(folder)))
    except (OSError, AttributeError):
        folder.chmod(folder.stat().st_mode | SEARCH)
        sys.stderr.write(f"Opened {folder} for passing through, so that PostgreSQL can.\n")


def _entries(folder: Path) -> list[tuple[int, int, int]]:
    """The access list of a folder: who (kind and id) may do what."""
    try:
        packed = os.getxattr(folder, ACL)
    except OSError:
        mode = folder.stat().st_mode
        return [
            (OWNER, mode >> 6 & 7, NOBODY_IN_PARTICULAR),
            (GROUP, mode >> 3 & 7, NOBODY_IN_PARTICULAR),
            (MASK, mode >> 3 & 7, NOBODY_IN_PARTICULAR),
            (OTHERS, mode & 7, NOBODY_IN_PARTICULAR),
        ]
    return list(struct.iter_unpack("<HHI", packed[len(ACL_VERSION) :]))


def _with_search(who: Account, entries: list[tuple[int, int, int]]) -> bytes:
    kept = [entry for entry in entries if (entry[0], entry[2]) != (USER, who.uid)]
    listed = [(kind, may | SEARCH if kind == MASK else may, whom) for kind, may, whom in kept]
    listed.append((USER, SEARCH, who.uid))
    order = sorted(listed, key=lambda entry: (entry[0], entry[2]))
    return ACL_VERSION + b"".join(struct.pack("<HHI", *entry) for entry in order)
