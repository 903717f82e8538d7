"""What happened at an incident, line by line, as far as the viewer may know of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from django.db import connection
from django.utils.translation import gettext as _

from agencies.models import Agency
from agencies.reads.frames import View, rows_for
from agencies.sharing import Grants
from audit.actors import Actor
from audit.facts import KINDS
from audit.reads import read
from audit.streams import of_incident
from incidents.reads.board import held_at
from incidents.reads.sentences import sentence

PAGE = 100
MOST_EXPORTED = 20_000

SQL = """
    SELECT e.kind, e.recorded_at, t.body, t.images
    FROM audit_entry e JOIN audit_testimony t ON t.stream_key = e.stream_id AND t.seq = e.seq
    WHERE e.stream_id = %(stream)s
      AND (%(kind)s = '' OR e.kind = %(kind)s)
      AND (%(agency)s::uuid IS NULL OR t.agency_id = %(agency)s)
      AND (%(since)s::timestamptz IS NULL OR e.recorded_at >= %(since)s)
      AND (%(until)s::timestamptz IS NULL OR e.recorded_at < %(until)s)
      AND (%(person)s = ''
           OR strpos(lower(t.body::jsonb #>> '{actor,name}'), lower(%(person)s)) > 0)
    ORDER BY e.seq DESC LIMIT %(most)s
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which lines: by whom, of which agency, of what kind, recorded when."""

    person: str = ""
    agency: UUID | None = None
    kind: str = ""
    since: datetime | None = None
    until: datetime | None = None

    def said(self) -> tuple[str, ...]:
        """The filters that were used, for the record of an export."""
        given = {name: getattr(self, name) for name in self.__slots__}
        return tuple(f"{name}: {value}" for name, value in given.items() if value)


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
def timeline(actor: Actor, pk: UUID, wanted: Wanted | None = None) -> Page:
    """The newest lines that fit, newest first, and from when the older ones go on."""
    held, wanted = held_at(actor, pk), wanted or Wanted()
    found = _found(pk, wanted, PAGE)
    older = found[-1][1] if len(found) == PAGE else None
    return Page(list(_lines(held, pk, found)), older)


@read
def timeline_choices(actor: Actor, pk: UUID) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """The agencies and the kinds of lines that there are to filter by."""
    held_at(actor, pk)
    agencies = Agency.objects.filter(participations__incident=pk).order_by("name")
    return [(str(agency.pk), agency.name) for agency in agencies], _kinds(pk)


@read
def timeline_export(actor: Actor, pk: UUID, wanted: Wanted) -> list[Line]:
    """All lines that fit, oldest first, to be taken out of Muster. Recorded under its own name."""
    held = held_at(actor, pk)
    return list(_lines(held, pk, _found(pk, wanted, MOST_EXPORTED)))[::-1]


def kind_label(kind: str) -> str:
    """``incidents.command_transferred`` as people say it: Command transferred."""
    return kind.rpartition(".")[2].replace("_", " ").capitalize()


def _kinds(pk: UUID) -> list[tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT kind FROM audit_entry WHERE stream_id = %s ORDER BY kind",
            [of_incident(pk)],
        )
        return [(kind, kind_label(kind)) for (kind,) in cursor.fetchall()]


def _found(pk: UUID, wanted: Wanted, most: int) -> list[tuple[Any, ...]]:
    asked = {
        "stream": of_incident(pk),
        "kind": wanted.kind,
        "agency": wanted.agency,
        "since": wanted.since,
        "until": wanted.until,
        "person": wanted.person,
        "most": most,
    }
    with connection.cursor() as cursor:
        cursor.execute(SQL, asked)
        found: list[tuple[Any, ...]] = cursor.fetchall()
        return found


def _lines(held: Grants, pk: UUID, found: list[tuple[Any, ...]]) -> Iterator[Line]:
    """The lines as the viewer may know of them.

    A line that touched a row of which the viewer may not even know is left out: that
    somebody wrote a restricted note is itself restricted.
    """
    view = View(of_incident(pk), held.viewer)
    for kind, recorded_at, body, images in found:
        if body is None:
            yield _erased(kind, recorded_at)
            continue
        told = [(key, row, 0) for key, row in orjson.loads(images or "{}").items() if row]
        known = rows_for(view, held, told)
        if None in known.values():
            continue
        yield _line(kind, recorded_at, orjson.loads(body), known)


def _line(kind: str, recorded_at: datetime, body: Any, rows: dict[str, Any]) -> Line:
    fact = KINDS[kind].retold(body["fact"])
    return Line(
        kind=kind,
        label=kind_label(kind),
        recorded_at=recorded_at,
        occurred_at=fact.occurred_at,
        who=body["actor"]["name"],
        agency=body["actor"]["agency"],
        via=body["actor"]["via"],
        because=body["because"],
        what=sentence(fact, rows),
    )


def _erased(kind: str, recorded_at: datetime) -> Line:
    return Line(
        kind=kind,
        label=kind_label(kind),
        recorded_at=recorded_at,
        occurred_at=None,
        who="",
        agency="",
        via="",
        because="",
        what=_("What this line said has been erased."),
    )
