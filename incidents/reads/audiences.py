"""Who is shown rows of one's own at an incident: people of each agency who are shown the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agencies import admission
from agencies.categories import Category
from agencies.grants import Grants, Viewer
from agencies.models import Member, SeatKind
from agencies.sharing import drawn
from audit import looks, openings, walls
from audit.actors import Actor
from audit.looks import Looks
from incidents.guests import GUESTS_SEAT
from incidents.lifecycle import ParticipationStatus
from incidents.models import Guest, Participation
from incidents.reads.seats import shown_as_takers
from incidents.reads.shares import Shares, shares
from incidents.reads.views import held as held_by

NOBODY = UUID(int=0)
WHOLE, MARKED, HIDDEN = "whole", "marked", "hidden"
ORDER: Final = {WHOLE: 0, MARKED: 1, HIDDEN: 2}
LABELS: Final = {
    WHOLE: lambda: _("Sees it"),
    MARKED: lambda: _("Sees that something is withheld"),
    HIDDEN: lambda: _("Does not learn of it"),
}

OwnRow = tuple[str, dict[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """People of one agency who are shown the same. A guest is an audience of one."""

    agency: UUID
    agency_name: str
    guest: bool
    sees: str
    label: str
    withheld: tuple[str, ...]
    hidden: str
    because: str
    names: tuple[str, ...]
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sight:
    """What of some rows somebody is shown, and on what ground."""

    sees: str
    withheld: tuple[str, ...] = ()
    hidden: int = 0
    because: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at the incident, by the name and in the seats that one is told."""

    name: str
    viewer: Viewer


def audiences(
    actor: Actor, incident: UUID, held: Grants, rows: Sequence[OwnRow]
) -> tuple[Audience, ...]:
    """Agency by agency, down to names, who is shown these rows of one's own.

    Everybody who is shown the same under the same grants is asked about once.
    """
    there = Participation.objects.filter(incident=incident, status=ParticipationStatus.ACCEPTED)
    names: dict[UUID, str] = dict(there.values_list("agency", "agency__name"))
    guests = _guests(incident)
    shared = shares([*names, *guests], incident)
    names |= {pk: guest.agency_name for pk, guest in guests.items()}
    sights: dict[bytes, Sight] = {}
    groups: Groups = defaultdict(list)
    for person in _people(actor, incident, held, there, guests):
        grants = _held(person.viewer, shared)
        if grants is not None:
            sight = sights.setdefault(grants.terms, _sight(rows, grants))
            groups[person.viewer.agency, sight].append(person)
    return tuple(_named(groups, names, frozenset(guests)))


Groups = defaultdict[tuple[UUID, Sight], list[Person]]


def _held(viewer: Viewer, shared: Shares) -> Grants | None:
    return held_by(viewer, shared) if viewer.agency in shared.of else None


def _people(
    actor: Actor, incident: UUID, held: Grants, there: Any, guests: dict[UUID, Guest]
) -> Iterator[Person]:
    members = Member.objects.filter(admission.active(), agency__in=there.values("agency"))
    people = {one.id: one for one in shown_as_takers(actor, incident, held, members)}
    with walls.beyond("what partners' people are cleared for"):
        standing = admission.standing(people)
        themselves = list(members)
    for member in themselves:
        now = standing.get(member.pk)
        if now is not None and now.seats:
            viewer = Viewer(member.agency_id, now.seats, now.clearances, member.pk)
            yield Person(people[member.pk].name, viewer)
    for pk, guest in guests.items():
        yield Person(guest.name, Viewer(pk, frozenset({GUESTS_SEAT}), member=pk))


def _guests(incident: UUID) -> dict[UUID, Guest]:
    staying = Guest.objects.filter(incident=incident, ended_at__isnull=True)
    return {guest.pk: guest for guest in staying}


def _called(person: Person) -> str:
    """By name, and in which seats: a clause is for seats."""
    seats = sorted(str(SeatKind(one).label) for one in person.viewer.seats & set(SeatKind.values))
    return f"{person.name} ({', '.join(seats).lower()})" if seats else person.name


def _sight(rows: Iterable[OwnRow], grants: Grants) -> Sight:
    """What they see, and what opens it. Drawn as it would be for them; to ask is not to look."""
    withheld: set[str] = set()
    hidden = shown = 0
    with looks.gathered(Looks(viewer=NOBODY, read="who_sees")) as would:
        for key, row in rows:
            seen = drawn("incident", key, row, grants)
            shown, hidden = shown + (seen is not None), hidden + (seen is None)
            withheld |= _withheld(seen or {})
    if rows and not shown:
        return Sight(HIDDEN)
    because = _because([one for seen in would.owners.values() for one in seen.opens])
    sees = MARKED if withheld or hidden else WHOLE
    return Sight(sees, tuple(sorted(withheld)), hidden, because)


def _withheld(row: dict[str, Any]) -> set[str]:
    """What is kept back of a row, besides what is internal to its owner."""
    marks = {said["withheld"] for said in row.values() if _is_mark(said)}
    return marks - {Category.OWN.value}


def _is_mark(said: Any) -> bool:
    return isinstance(said, dict) and "withheld" in said


def _because(opens: list[openings.Opens]) -> str:
    """What opens more than being there does; where nothing does, that."""
    more = [one.said for one in opens if one.sort not in openings.EVERYDAY]
    return "; ".join(dict.fromkeys(more or [one.said for one in opens]))


def _named(groups: Groups, names: dict[UUID, str], guests: frozenset[UUID]) -> Iterator[Audience]:
    """Who sees most first, then in the order of their names."""
    for agency, sight in sorted(groups, key=lambda it: (ORDER[it[1].sees], names[it[0]])):
        hidden = ngettext(
            "%(count)s is not known to them", "%(count)s are not known to them", sight.hidden
        )
        yield Audience(
            agency=agency,
            agency_name=names[agency],
            guest=agency in guests,
            sees=sight.sees,
            label=LABELS[sight.sees](),
            withheld=sight.withheld,
            hidden=hidden % {"count": sight.hidden} if sight.hidden else "",
            because=sight.because,
            names=tuple(sorted(one.name for one in groups[agency, sight])),
            people=tuple(sorted(map(_called, groups[agency, sight]))),
        )
