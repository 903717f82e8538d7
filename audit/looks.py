"""What a read has shown of other agencies' data, gathered while it is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from uuid import UUID

from audit import openings, streams
from audit.facts import Fact
from audit.openings import Opened, Opens


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked(Fact, kind="audit.looked"):
    """Somebody of another agency was shown rows of ``owner``.

    ``rows`` are row keys ("deployment:<id>"), ``categories`` what was shown of
    them, ``basis`` the sentences and clauses that allowed it, ``opens`` what each of
    those opened, ``about`` the stream looked at, ``members`` those who were present
    when a frame went out, ``purposes`` what they had said that they look for.
    """

    owner: UUID
    read: str
    about: str = ""
    rows: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    opens: tuple[Opens, ...] = ()
    purposes: tuple[str, ...] = ()

    @property
    def streams(self) -> tuple[str, ...]:
        return (streams.of_access(self.owner),)


@dataclass(slots=True)
class Seen:
    """What of one owner's data was shown: by what opened them, the rows."""

    rows_by: dict[Opened, list[str]] = field(default_factory=dict)

    @property
    def rows(self) -> tuple[str, ...]:
        return tuple(sorted({row for rows in self.rows_by.values() for row in rows}))

    @property
    def opens(self) -> tuple[Opens, ...]:
        return openings.told(self.rows_by.items())


@dataclass(slots=True)
class Looks:
    """Everything one read has shown, by the agency whose data it is."""

    viewer: UUID | None
    read: str
    about: str = ""
    members: tuple[str, ...] = ()
    purposes: frozenset[str] = frozenset()
    owners: dict[UUID, Seen] = field(default_factory=dict)

    def shown(self, owner: UUID, row: str, opened: Opened) -> None:
        """Note that a row of ``owner`` was drawn for the viewer. One's own data needs no note."""
        if owner != self.viewer and self.viewer is not None:
            self.leave(owner, row, opened)

    def leave(self, owner: UUID, row: str, opened: Opened) -> None:
        """Note it whosever it is: looking at who looked is told to oneself, too."""
        seen = self.owners.get(owner)
        if seen is None:
            seen = self.owners[owner] = Seen()
        seen.rows_by.setdefault(opened, []).append(row)

    def facts(self) -> list[Looked]:
        return [self._fact(owner, seen) for owner, seen in self.owners.items()]

    def _fact(self, owner: UUID, seen: Seen) -> Looked:
        opens = seen.opens
        return Looked(
            owner=owner,
            read=self.read,
            about=self.about,
            members=self.members,
            rows=seen.rows,
            categories=tuple(sorted({said for one in opens for said in one.categories})),
            basis=tuple(sorted({one.said for one in opens})),
            opens=opens,
            purposes=tuple(sorted(self.purposes)),
        )


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
