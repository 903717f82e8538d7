"""The catalogue of kinds and types, as forms and other systems ask for it."""

from __future__ import annotations

from dataclasses import dataclass

from agencies.typing import catalogue
from audit.actors import Actor
from audit.reads import read


@dataclass(frozen=True, slots=True, kw_only=True)
class KindEntry:
    """A kind of resource and its types, 1 the most capable."""

    code: str
    name: str
    discipline: str
    family: str
    card: str
    types: tuple[int, ...]


@read
def kinds(actor: Actor, *, sought: str = "") -> list[KindEntry]:
    """Every kind, or those that hold every word of what is sought."""
    found = catalogue.search(sought) if sought.strip() else catalogue.kinds()
    return [
        KindEntry(
            code=kind.code,
            name=kind.name,
            discipline=kind.discipline,
            family=kind.family,
            card=kind.card,
            types=tuple(one.number for one in kind.types),
        )
        for kind in found
    ]
