"""The incidents of an agency, where its own pages speak of them: an upper app knows them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from audit.actors import Actor
from audit.streams import OF_INCIDENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """An incident that an agency is or was at, by name, and whether it is there now."""

    name: str
    there: bool


Occasions = Mapping[UUID, Occasion]

# Those an agency is at, newest first; and of some, those that somebody's agency is or was at.
LISTED: list[Callable[[UUID], list[tuple[UUID, str]]]] = []
KNOWN: list[Callable[[Actor, frozenset[UUID]], Occasions]] = []


def listed(agency: UUID) -> list[tuple[UUID, str]]:
    """Those that it is at, for a filter."""
    return [one for of in LISTED for one in of(agency)]


def known(actor: Actor, streams: Iterable[str]) -> dict[str, Occasion]:
    """Of the incidents with these streams those that it is or was at, by stream."""
    theirs = (stream for stream in streams if stream.startswith(OF_INCIDENT))
    pks = frozenset(UUID(stream.removeprefix(OF_INCIDENT)) for stream in theirs)
    return {f"{OF_INCIDENT}{pk}": one for of in KNOWN for pk, one in of(actor, pks).items()}
