"""What a read has shown of other agencies' data, gathered while it is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from uuid import UUID

from audit import streams
from audit.facts import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked(Fact, kind="audit.looked"):
    """Somebody of another agency was shown rows of ``owner``.

    ``rows`` are row keys ("deployment:<id>"), ``categories`` what was shown of
    them, ``basis`` the sentences and clauses that allowed it, ``about`` the
    stream looked at, ``members`` those who were present when a frame went out.
    """

    owner: UUID
    read: str
    about: str = ""
    rows: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    members: tuple[str, ...] = ()

    @property
    def streams(self) -> tuple[str, ...]:
        return (streams.of_access(self.owner),)


@dataclass(slots=True)
class Seen:
    """What of one owner's data was shown."""

    rows: set[str] = field(default_factory=set)
    categories: set[str] = field(default_factory=set)
    basis: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Looks:
    """Everything one read has shown, by the agency whose data it is."""

    viewer: UUID | None
    read: str
    about: str = ""
    members: tuple[str, ...] = ()
    owners: dict[UUID, Seen] = field(default_factory=dict)

    def shown(self, owner: UUID, row: str, categories: frozenset[str], basis: str) -> None:
        """Note that a row of ``owner`` was drawn for the viewer. One's own data needs no note."""
        if owner == self.viewer or self.viewer is None:
            return
        seen = self.owners.setdefault(owner, Seen())
        seen.rows.add(row)
        seen.categories |= categories
        seen.basis.add(basis)

    def facts(self) -> list[Looked]:
        return [
            Looked(
                owner=owner,
                read=self.read,
                about=self.about,
                members=self.members,
                rows=tuple(sorted(seen.rows)),
                categories=tuple(sorted(seen.categories)),
                basis=tuple(sorted(seen.basis)),
            )
            for owner, seen in self.owners.items()
        ]


_under_way: ContextVar[Looks | None] = ContextVar("looks", default=None)


def current() -> Looks:
    """The looks of the read under way. Drawing other agencies' data outside one is a bug."""
    looks = _under_way.get()
    if looks is None:
        raise RuntimeError("rows are drawn inside a read only")
    return looks


def under_way() -> bool:
    return _under_way.get() is not None


@contextmanager
def gathered(looks: Looks) -> Iterator[Looks]:
    before = _under_way.set(looks)
    try:
        yield looks
    finally:
        _under_way.reset(before)
