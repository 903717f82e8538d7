"""Through whose eyes one looks: a partner's seat, or one of its people by name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final
from uuid import UUID

from agencies import admission
from agencies.categories import Category
from agencies.grants import Grants, Viewer, widened
from agencies.models import Agency, Member
from audit import looks, walls
from audit.actors import Actor
from audit.openings import opened, opening
from audit.refusals import NotFound
from incidents.guests import GUESTS_SEAT
from incidents.models import Guest
from incidents.reads.choices import Choice
from incidents.reads.seats import shown_as_takers
from incidents.reads.views import grants

WOULD: Final = opening("thought_of", "you would share it")
STANDS: Final = "in which seats somebody stands decides what they see"

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Eyes:
    """A seat of a partner with its clearances, or a person; ``would`` is only thought of."""

    partner: UUID
    seats: frozenset[str] = frozenset()
    clearances: frozenset[str] = frozenset()
    person: UUID | None = None
    would: Category | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Through:
    """Whose eyes they are, and what they hold: now, and if what is thought of were shared."""

    partner_name: str
    people: tuple[Choice, ...]
    now: Grants
    then: Grants


def through(actor: Actor, incident: UUID, held: Grants, eyes: Eyes) -> Through:
    """It leaves a line in one's own log: that somebody looked through others' eyes."""
    people = _people(actor, incident, held, eyes.partner)
    now = grants(_viewer(eyes, people), incident)
    if now is None:
        raise NotFound
    by = opened("own", "it is your own", Category.OWN)
    looks.current().leave(held.viewer, f"seen_as:{eyes.partner}", by)
    then = _with(now, held.viewer, eyes.would)
    return Through(partner_name=_name(eyes.partner), people=people, now=now, then=then)


def by_both(theirs: Row, ours: Row) -> Row:
    """A row as they see it, with what we do not see ourselves withheld."""
    return {
        name: ours.get(name) if _withheld(ours.get(name)) else said for name, said in theirs.items()
    }


def _people(actor: Actor, incident: UUID, held: Grants, partner: UUID) -> tuple[Choice, ...]:
    there = Member.objects.filter(admission.active(), agency=partner)
    shown = shown_as_takers(actor, incident, held, there)
    return tuple(Choice(id=one.id, name=one.name) for one in shown)


def _viewer(eyes: Eyes, people: tuple[Choice, ...]) -> Viewer:
    if eyes.person is None:
        guest = Guest.objects.filter(pk=eyes.partner).exists()
        seats = frozenset({GUESTS_SEAT}) if guest else eyes.seats
        return Viewer(eyes.partner, seats, eyes.clearances)
    with walls.beyond(STANDS):
        stands = admission.standing([one.id for one in people if one.id == eyes.person])
    if eyes.person not in stands:
        raise NotFound
    now = stands[eyes.person]
    return Viewer(eyes.partner, now.seats, now.clearances, eyes.person)


def _with(now: Grants, owner: UUID, would: Category | None) -> Grants:
    """The law goes before what is thought of, as it goes before every clause."""
    if would is None or would in now.law:
        return now
    of_owner = {**now.of_owner, owner: widened(now.of(owner), would, WOULD)}
    return replace(now, of_owner=of_owner)


def _name(partner: UUID) -> str:
    names = Agency.objects.filter(pk=partner).values_list("name", flat=True)
    found: str | None = names.first() or _guests_name(partner)
    return found or ""


def _guests_name(partner: UUID) -> str | None:
    return Guest.objects.filter(pk=partner).values_list("name", flat=True).first()


def _withheld(said: Any) -> bool:
    return isinstance(said, dict) and "withheld" in said
