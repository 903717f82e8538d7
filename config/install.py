#!/usr/bin/env python3
"""Makes .venv from the hashed lock, with nothing there yet but Python itself.

Run by path, before any package is installed; so it leans on the standard library
alone. Does nothing when the lock has not changed since.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOCK = ROOT / "requirements-dev.txt"
BOOTSTRAP = ROOT / "requirements-bootstrap.txt"
DATA = Path(os.environ.get("MUSTER_FOLDER") or ROOT / ".muster")
LOG = DATA / "logs" / "install.log"
STAMP = VENV / "installed"
SUPPORTED = ((3, 11), (3, 12))
TICK = 10


def main() -> int:
    _use_a_python_that_we_support()
    DATA.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (DATA / "install.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        install_packages()
    return subprocess.run([PYTHON, "-m", "config.frontend"], cwd=ROOT, check=False).returncode


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def digest(paths: Iterable[Path]) -> str:
    """What a set of files holds, as one word."""
    seen = hashlib.sha256()
    for path in sorted(paths):
        seen.update(f"\0{path.relative_to(ROOT)}\0".encode() + path.read_bytes())
    return seen.hexdigest()


def told(stamp: Path) -> str:
    try:
        return stamp.read_text(encoding="utf-8")
    except OSError:
        return ""


def _use_a_python_that_we_support() -> None:
    if sys.version_info[:2] in SUPPORTED:
        return
    for major, minor in SUPPORTED:
        if found := shutil.which(f"python{major}.{minor}"):
            os.execv(found, [found, *sys.argv])
    sys.exit(
        "Muster needs Python 3.11 or 3.12; this is "
        f"{sys.version_info[0]}.{sys.version_info[1]} and no other is on the PATH."
    )


def install_packages() -> None:
    """Bring .venv to what the lock says. The stamp is written last, so that a broken-off
    installation is seen and begun again."""
    place = f"{VENV} Python {sys.version_info[0]}.{sys.version_info[1]} "
    wanted = place + digest([LOCK, BOOTSTRAP])
    if told(STAMP) == wanted and PYTHON.exists():
        return
    begun = time.monotonic()
    if not told(STAMP).startswith(place) or not PYTHON.exists():
        _make_venv()
    STAMP.unlink(missing_ok=True)
    say("Installing the packages of the lock (about 150 MB the first time)")
    _install()
    STAMP.write_text(wanted, encoding="utf-8")
    say(f"Installed in {time.monotonic() - begun:.0f} s")


def _make_venv() -> None:
    say(f"Making {VENV.name} with Python {sys.version.split()[0]}")
    made = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", VENV],
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode:
        sys.exit(
            f"No virtual environment can be made: {made.stdout}{made.stderr}\n"
            "Way out: on Debian and Ubuntu, apt install python3-venv."
        )


def _install() -> None:
    """With uv, which takes seconds; with pip, where uv cannot reach what pip can."""
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    hashed = ["--require-hashes", "-r"]
    environment = os.environ | uv_settings(pip_settings())
    uv = [str(VENV / "bin" / "uv"), "pip", "install", "--python", str(PYTHON)]
    if runs([*pip, *hashed, str(BOOTSTRAP)], os.environ):
        if runs([*uv, *hashed, str(LOCK)], environment):
            return
        say("uv did not manage; pip goes on, which takes a few minutes")
    if not runs([*pip, *hashed, str(LOCK)], os.environ):
        sys.exit(
            f"{last_words()}\nThe packages could not be installed.\n"
            "Way out: check the network, or the index that pip is set up with, and start again."
        )


def runs(command: list[str], environment: Mapping[str, str], folder: Path = ROOT) -> bool:
    """Run a long command into a log, and show that it is alive."""
    LOG.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with LOG.open("ab") as log:
        running = subprocess.Popen(
            command, stdout=log, stderr=subprocess.STDOUT, env=dict(environment), cwd=folder
        )
        return in_time(running) == 0


def in_time(running: subprocess.Popen[bytes]) -> int:
    """Wait for the end, and say now and then that it is not forgotten."""
    begun = time.monotonic()
    while True:
        try:
            return running.wait(TICK)
        except subprocess.TimeoutExpired:
            say(f"  … still at it ({time.monotonic() - begun:.0f} s)")


def last_words() -> str:
    return LOG.read_text(encoding="utf-8", errors="replace")[-2000:]


def pip_settings() -> dict[str, str]:
    """What pip is told about indexes, by its files or by the environment."""
    listed = subprocess.run(
        [PYTHON, "-m", "pip", "config", "list"], capture_output=True, text=True, check=False
    )
    pairs = (line.partition("=") for line in listed.stdout.splitlines())
    settings = {name.split(".")[-1]: value.strip("'\"") for name, _, value in pairs}
    for name in ("index-url", "extra-index-url", "find-links", "cert"):
        if said := os.environ.get(f"PIP_{name.upper().replace('-', '_')}"):
            settings[name] = said
    return settings


def uv_settings(pip: Mapping[str, str]) -> dict[str, str]:
    """The same for uv, which does not read pip's; what uv was told itself comes first."""
    same = {
        "UV_DEFAULT_INDEX": pip.get("index-url", ""),
        "UV_INDEX": pip.get("extra-index-url", ""),
        "UV_FIND_LINKS": ",".join(pip.get("find-links", "").split()),
        "SSL_CERT_FILE": pip.get("cert", ""),
        # As pip does: the newest that the hashes allow, whichever index has it.
        "UV_INDEX_STRATEGY": "unsafe-best-match",
        "UV_LINK_MODE": "copy",
        "UV_HTTP_TIMEOUT": pip.get("default-timeout", "60"),
    }
    return {name: value for name, value in same.items() if value and name not in os.environ}


if __name__ == "__main__":
    sys.exit(main())
