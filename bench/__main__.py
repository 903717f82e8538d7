"""``python -m bench [name …]``: measure, and print one plain table."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from importlib import import_module

from bench.figures import Figure, table
from bench.ground import ground
from bench.sizes import FULL, SHORT, Sizes

NAMES = ("fanout", "answered", "writes", "ladder", "proof", "storm", "snapshot", "narrowing")


def main(words: list[str]) -> int:
    wanted = [word for word in words if not word.startswith("-")]
    if unknown := set(wanted) - set(NAMES):
        sys.stderr.write(f"No measurement is called {', '.join(unknown)}: {', '.join(NAMES)}.\n")
        return 2
    sizes = SHORT if "--short" in words else FULL
    with ground():
        figures = [figure for name in wanted or NAMES for figure in measured(name, sizes)]
    sys.stdout.write(f"{table(figures)}\n")
    return 0


def measured(name: str, sizes: Sizes) -> list[Figure]:
    """One measurement by name. Its module is loaded once there is ground to stand on."""
    sys.stderr.write(f"measuring {name} …\n")
    measure: Callable[[Sizes], Iterator[Figure]] = import_module(f"bench.{name}").measure
    return list(measure(sizes))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
