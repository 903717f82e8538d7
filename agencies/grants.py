"""Grants: which categories a viewer holds of each owner's data, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any, Final, Self
from uuid import UUID

from agencies.categories import CRIMINAL_JUSTICE, EVERY, Category, Masking
from audit.actors import Actor


@dataclass(frozen=True, slots=True)
class Viewer:
    """For whom rows are drawn: an agency, by the seats and clearances of those who look.

    ``member`` where they are one, and may be named in person.
    """

    agency: UUID
    seats: frozenset[str] = frozenset()
    clearances: frozenset[str] = frozenset()
    member: UUID | None = None

    @classmethod
    def of(cls, actor: Actor) -> Self:
        return cls(actor.home, actor.seats, actor.clearances, actor.member_id)


@dataclass(frozen=True, slots=True)
class Grant:
    """Categories that a viewer holds of one owner's data, and why.

    Of ``partial`` ones a field's initials and last digits are shown, of ``known`` ones
    only that there is something.
    """

    categories: frozenset[Category]
    basis: str
    partial: frozenset[Category] = frozenset()
    known: frozenset[Category] = frozenset()

    def knows_of(self, category: Category) -> bool:
        return any(category in held for held in (self.categories, self.partial, self.known))

    def as_said(self) -> tuple[Any, ...]:
        held = (self.categories, self.partial, self.known)
        return (self.basis, *(sorted(category.value for category in some) for some in held))


OWN: Final = Grant(EVERY - CRIMINAL_JUSTICE, "it is your own")


@dataclass(frozen=True, slots=True)
class Grants:
    """What one viewer holds of everybody's data at one moment.

    ``shut`` are keys of rows that their owner withdrew from the viewer, ``law`` what the
    law keeps from them whoever shares it. ``member`` is the viewer where somebody named them
    in person; ``named`` is everybody who is so named, for those who must tell them apart.
    """

    viewer: UUID
    default: Grant
    of_owner: Mapping[UUID, Grant]
    own: Grant = OWN
    shut: frozenset[str] = frozenset()
    law: frozenset[Category] = CRIMINAL_JUSTICE
    member: UUID | None = None
    named: frozenset[UUID] = field(default=frozenset(), compare=False)

    def of(self, owner: UUID) -> Grant:
        return self.own if owner == self.viewer else self.of_owner.get(owner, self.default)

    @property
    def terms(self) -> bytes:
        """The same for equal grants, and for no others: views under it share their bytes."""
        of_owner = sorted((str(owner), grant.as_said()) for owner, grant in self.of_owner.items())
        said = (
            *(self.viewer, self.member, sorted(self.shut), sorted(self.law)),
            *(self.default.as_said(), self.own.as_said(), of_owner),
        )
        return blake2b(repr(said).encode(), digest_size=8).digest()


def widened(
    grant: Grant, category: Category, basis: str, masking: Masking = Masking.WHOLE
) -> Grant:
    """A grant with what a clause adds. What one shows whole, no other masks."""
    held = {
        Masking.WHOLE: grant.categories,
        Masking.PARTIAL: grant.partial,
        Masking.EXISTENCE: grant.known,
    }
    held[masking] |= {category}
    return Grant(
        categories=held[Masking.WHOLE],
        basis=f"{grant.basis}; {basis}",
        partial=held[Masking.PARTIAL] - held[Masking.WHOLE],
        known=held[Masking.EXISTENCE] - held[Masking.PARTIAL] - held[Masking.WHOLE],
    )
