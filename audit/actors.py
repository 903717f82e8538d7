"""Who is acting. Plain values only: an actor outlives the request that made it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from django.utils import timezone

PROOF_HOLDS: Final = timedelta(minutes=5)
PROVED: Final = datetime.max.replace(tzinfo=UTC)  # of whoever has proved it, whenever that was
# By what means Muster itself acts: these parts work for every agency.
MACHINES: Final = frozenset({"clock", "command", "ladder"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person in their seats, coming through a door.

    Rows that say who did what keep the names as they were then, so an entry
    stays readable after the person leaves and the agency is renamed. ``via`` is
    the door (``page``, ``api``, ``token``, ``live``, ``command``; ``clock`` or ``ladder``
    where nobody came), ``origin`` the address behind it, ``key`` the idempotency key
    that this one act carries, ``time_zone`` that of the agency, in which its people
    are told times, ``proved_at`` when they last proved that it is they,
    ``clearances`` what their agency says that they were vetted for. Whoever is at one
    incident as somebody's guest has no agency here: ``agency_id`` is their own id, of
    which nobody's rows are, and ``guest_of`` is the host. ``bound`` is what a token is for,
    ``real`` or ``exercise`` (`audit.bounds`); nobody else is bound to either.
    """

    member_id: UUID | None
    agency_id: UUID | None
    name: str
    agency: str
    seats: frozenset[str] = frozenset()
    clearances: frozenset[str] = frozenset()
    via: str = "page"
    origin: str = ""
    key: str | None = None
    time_zone: str = "UTC"
    proved_at: datetime | None = None
    guest_of: UUID | None = None
    bound: str = ""

    @property
    def is_person(self) -> bool:
        return self.member_id is not None

    @property
    def proved_lately(self) -> bool:
        """Whether they proved a moment ago that it is they. A token cannot."""
        if self.via == "token" or self.proved_at is None:
            return False
        return timezone.now() - self.proved_at < PROOF_HOLDS

    @property
    def may_prove(self) -> bool:
        """Whether asking for proof leads anywhere: somebody is there, in a browser."""
        return self.is_person and self.via in {"page", "api"}

    @property
    def reach(self) -> str:
        """Under which name this actor sees the rows of every agency; none for all who come in."""
        nobody = self.member_id is None and self.agency_id is None
        return self.via if nobody and self.via in MACHINES else ""

    @property
    def home(self) -> UUID:
        """The agency that a person acts for. Machines act for none, and may not ask."""
        if self.agency_id is None:
            raise LookupError(f"{self.name} acts for no agency")
        return self.agency_id

    def as_said(self) -> dict[str, Any]:
        """The actor as the ledger remembers them."""
        return {
            "member_id": self.member_id,
            "agency_id": self.agency_id,
            "name": self.name,
            "agency": self.agency,
            "seats": sorted(self.seats),
            "via": self.via,
            "origin": self.origin,
        } | self._more()

    def _more(self) -> dict[str, Any]:
        """What few have, and the ledger does not say of the others."""
        said = {
            "clearances": sorted(self.clearances),
            "guest_of": self.guest_of,
            "bound": self.bound,
        }
        return {name: value for name, value in said.items() if value}


def machine(name: str, via: str) -> Actor:
    """Muster itself, in one of its parts. Only rules made for machines admit it."""
    return Actor(member_id=None, agency_id=None, name=name, agency="Muster", via=via)
