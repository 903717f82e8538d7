"""What happened at an incident, line by line, as far as the viewer may know of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from uuid import UUID

from django.utils.translation import gettext as _

from agencies.grants import Grants
from agencies.reads.sentences import by_words, kind_label
from audit.actors import Actor
from audit.facts import KINDS
from audit.reads import read
from audit.trail import Sought
from incidents.models import Participation
from incidents.reads import ledger_images
from incidents.reads.board import held_at, snapshot
from incidents.reads.ledger_lines import Told, known_to, lines, look_at, newest_of_each_kind
from incidents.reads.sentences import sentence

PAGE = 100
MOST_EXPORTED = 20_000
MOST_LOOKED_AT = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line: who, for which agency, what, and both times (RULE-SM-04)."""

    kind: str
    label: str
    recorded_at: datetime
    occurred_at: datetime | None
    who: str
    agency: str
    via: str
    because: str
    what: str


@dataclass(frozen=True, slots=True)
class Page:
    lines: list[Line]
    older: datetime | None


@read
def timeline(actor: Actor, pk: UUID, sought: Sought | None = None) -> Page:
    """The newest lines that fit, newest first, and from when the older ones go on.

    A page is full of lines that the viewer may know of, so that neither its length
    nor where the next one begins says how many there are besides. Lines of one moment
    stand on one page, since the next begins before a moment.
    """
    held = held_at(actor, pk)
    page: list[Told] = []
    older: datetime | None = None
    for told in visible(held, pk, sought or Sought()):
        if len(page) >= PAGE and told.recorded_at < page[-1].recorded_at:
            older = page[-1].recorded_at
            break
        page.append(told)
    return Page([_line(held, pk, told) for told in page], older)


@read
def timeline_choices(actor: Actor, pk: UUID) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """The agencies and the kinds of lines that there are to filter by."""
    held = held_at(actor, pk)
    images = ledger_images.fresh(pk, *Participation.objects.filter(incident=pk))
    places = snapshot(actor, pk, held, 0, images).of_kind("participation")
    agencies = sorted({(place["agency_name"], str(place["agency"])) for place in places})
    return [(agency, name) for name, agency in agencies], kinds_of(held, pk)


@read
def timeline_export(actor: Actor, pk: UUID, sought: Sought) -> list[Line]:
    """All lines that fit, oldest first, to be taken out of Muster. Recorded under its own name."""
    held = held_at(actor, pk)
    found = list(islice(visible(held, pk, sought), MOST_EXPORTED))
    return [_line(held, pk, told) for told in reversed(found)]


def kinds_of(held: Grants, pk: UUID) -> list[tuple[str, str]]:
    """The kinds of which there is a line that the viewer may know of, by their words.

    Where the newest is hidden, a number of older ones are looked at and no more: a filter
    is not worth reading a whole ledger for.
    """
    return by_words(
        [
            told.kind
            for told in newest_of_each_kind(pk)
            if known_to(held, told) or _known_before(held, pk, told.kind)
        ]
    )


def _known_before(held: Grants, pk: UUID, kind: str) -> bool:
    older = islice(lines(pk, Sought(kind=kind)), MOST_LOOKED_AT)
    return any(known_to(held, told) for told in older)


def visible(held: Grants, pk: UUID, sought: Sought) -> Iterator[Told]:
    """The lines that fit and of which the viewer may know, newest first."""
    return (told for told in lines(pk, sought) if known_to(held, told))


def _line(held: Grants, pk: UUID, told: Told) -> Line:
    if told.body is None:
        return _erased(told)
    rows = look_at(held, pk, told)
    fact = KINDS[told.kind].retold(told.body["fact"])
    return Line(
        kind=told.kind,
        label=kind_label(told.kind),
        recorded_at=told.recorded_at,
        occurred_at=fact.occurred_at,
        who=told.body["actor"]["name"],
        agency=told.body["actor"]["agency"],
        via=told.body["actor"]["via"],
        because=told.body["because"],
        what=sentence(fact, rows),
    )


def _erased(told: Told) -> Line:
    return Line(
        kind=told.kind,
        label=kind_label(told.kind),
        recorded_at=told.recorded_at,
        occurred_at=None,
        who="",
        agency="",
        via="",
        because="",
        what=_("What this line said has been erased."),
    )
