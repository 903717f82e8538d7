"""Grants: which categories a viewer holds of each owner's data, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any, Final, Self
from uuid import UUID

from agencies.categories import CRIMINAL_JUSTICE, EVERY, Category, Masking, Purpose
from audit.actors import Actor
from audit.openings import Opened, Opening, opening


@dataclass(frozen=True, slots=True)
class Viewer:
    """For whom rows are drawn: an agency, by the seats and clearances of those who look.

    ``member`` where they are one, and may be named in person; ``bound`` where they are a
    token, to what that is for (`audit.bounds`).
    """

    agency: UUID
    seats: frozenset[str] = frozenset()
    clearances: frozenset[str] = frozenset()
    member: UUID | None = None
    bound: str = ""

    @classmethod
    def of(cls, actor: Actor) -> Self:
        return cls(actor.home, actor.seats, actor.clearances, actor.member_id, actor.bound)


@dataclass(frozen=True, slots=True)
class Grant:
    """Categories that a viewer holds of one owner's data, and what opened each.

    Of ``partial`` ones a field's initials and last digits are shown, of ``known`` ones
    only that there is something.
    """

    categories: frozenset[Category]
    openings: Mapping[str, Opening]
    partial: frozenset[Category] = frozenset()
    known: frozenset[Category] = frozenset()
    _opened: dict[frozenset[str], Opened] = field(default_factory=dict, compare=False, repr=False)

    def knows_of(self, category: Category) -> bool:
        return any(category in held for held in (self.categories, self.partial, self.known))

    def opened(self, shown: frozenset[str]) -> Opened:
        """What opened these categories, worked out once for each set of them."""
        found = self._opened.get(shown)
        if found is None:
            found = self._opened[shown] = self._worked_out(shown)
        return found

    def as_said(self) -> tuple[Any, ...]:
        held = (self.categories, self.partial, self.known)
        grounds = sorted((str(one), by.as_said()) for one, by in self.openings.items())
        return (grounds, *(sorted(category.value for category in some) for some in held))

    def _worked_out(self, shown: frozenset[str]) -> Opened:
        """Of a row of which nothing was open, all that the viewer holds of its owner."""
        of: dict[Opening, set[str]] = {}
        for category in shown or self.openings:
            if category in self.openings:
                of.setdefault(self.openings[category], set()).update({category} & shown)
        return tuple((by, frozenset(of[by])) for by in sorted(of, key=Opening.as_said))


def granted(categories: frozenset[Category], sort: str, said: str) -> Grant:
    """Categories that are all held on one ground."""
    return Grant(categories, dict.fromkeys((one.value for one in categories), opening(sort, said)))


OWN: Final = granted(EVERY - CRIMINAL_JUSTICE, "own", "it is your own")


@dataclass(frozen=True, slots=True)
class Grants:
    """What one viewer holds of everybody's data at one moment.

    ``shut`` are keys of rows that their owner withdrew from the viewer, ``law`` what the
    law keeps from them whoever shares it. ``member`` is the viewer where somebody named them
    in person; ``named`` is everybody who is so named, for those who must tell them apart.
    ``purposes`` is what people say they look for, by member, where one may say so; ``bound``
    what the viewer's token is for.
    """

    viewer: UUID
    default: Grant
    of_owner: Mapping[UUID, Grant]
    own: Grant = OWN
    shut: frozenset[str] = frozenset()
    law: frozenset[Category] = CRIMINAL_JUSTICE
    member: UUID | None = None
    bound: str = ""
    named: frozenset[UUID] = field(default=frozenset(), compare=False)
    purposes: Mapping[UUID, str] | None = field(default=None, compare=False)

    def of(self, owner: UUID) -> Grant:
        return self.own if owner == self.viewer else self.of_owner.get(owner, self.default)

    def looked_for(self, members: Iterable[UUID]) -> frozenset[str]:
        """What these say they look for; who has said nothing helps to run the incident."""
        said = self.purposes
        if said is None:
            return frozenset()
        return frozenset(said.get(member, Purpose.INCIDENT.value) for member in members)

    @property
    def terms(self) -> bytes:
        """The same for equal grants, and for no others: views under it share their bytes."""
        of_owner = sorted((str(owner), grant.as_said()) for owner, grant in self.of_owner.items())
        said = (
            *(self.viewer, self.member, sorted(self.shut), sorted(self.law), self.bound),
            *(self.default.as_said(), self.own.as_said(), of_owner),
        )
        return blake2b(repr(said).encode(), digest_size=8).digest()


def widened(
    grant: Grant, category: Category, by: Opening, masking: Masking = Masking.WHOLE
) -> Grant:
    """A grant with what a ground adds. What one shows whole, no other masks or opens again."""
    held = {
        Masking.WHOLE: grant.categories,
        Masking.PARTIAL: grant.partial,
        Masking.EXISTENCE: grant.known,
    }
    for shown in (Masking.WHOLE, Masking.PARTIAL, Masking.EXISTENCE):
        if category in held[shown]:
            return grant
        if shown == masking:
            break
    held[masking] |= {category}
    return Grant(
        categories=held[Masking.WHOLE],
        openings={**grant.openings, category.value: by},
        partial=held[Masking.PARTIAL] - held[Masking.WHOLE],
        known=held[Masking.EXISTENCE] - held[Masking.PARTIAL] - held[Masking.WHOLE],
    )
