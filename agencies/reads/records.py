"""The records that somebody was shown, as the agency calls them whose records they are.

A look keeps the keys of rows ("deployment:<id>"). Each app registers how it counts its sorts
of row, and what the owner calls each of them, if it calls it anything.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from audit.actors import Actor

if TYPE_CHECKING:
    from django.utils.functional import Promise

Names = Iterable[tuple[UUID, str]]
Called = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sort:
    """How rows of a sort are counted, "%d engine", "%d engines", and what each is called."""

    counted: Promise
    names: Callable[[Actor, frozenset[UUID]], Names]


SORTS: dict[str, Sort] = {}


def calls(sort: str, counted: Promise) -> Callable[[Callable[..., Names]], Callable[..., Names]]:
    """Register what an owner calls its rows of a sort; names are of its own rows alone."""

    def register(names: Callable[..., Names]) -> Callable[..., Names]:
        SORTS[sort] = Sort(counted=counted, names=names)
        return names

    return register


def called(actor: Actor, keys: Iterable[str]) -> dict[str, str]:
    """What the actor's agency calls its own; a question for each sort. What is gone has no name."""
    return {
        f"{sort}:{pk}": name
        for sort, pks in _by_sort(keys).items()
        if sort in SORTS
        for pk, name in SORTS[sort].names(actor, frozenset(map(UUID, pks)))
    }


def counted(keys: Iterable[str], names: Called) -> str:
    """``2 units (E9, M21), 1 note``: rows by sort, each by its name where it has one."""
    return ", ".join(
        _counted(sort, len(pks), [names[key] for pk in pks if (key := f"{sort}:{pk}") in names])
        for sort, pks in sorted(_by_sort(keys).items())
    )


def _by_sort(keys: Iterable[str]) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for key in keys:
        sort, _colon, pk = key.partition(":")
        found[sort].append(pk)
    return dict(found)


def _counted(sort: str, many: int, names: list[str]) -> str:
    words = str(SORTS[sort].counted % many) if sort in SORTS else sort.replace("_", " ")
    return f"{words} ({', '.join(sorted(names))})" if names else words
