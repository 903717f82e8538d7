"""Reading a ledger as people read it: newest first, filtered, a page at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from django.db import connection

from audit.facts import KINDS

PAGE = 50

# Which lines of a stream somebody looks for; what fills it is ``Sought.filters``.
FITTING = """
    FROM audit_entry e JOIN audit_testimony t ON t.stream_key = e.stream_id AND t.seq = e.seq
    WHERE e.stream_id = %(stream)s AND e.seq < %(before)s
      AND (%(kind)s = '' OR e.kind = %(kind)s)
      AND (%(agency)s::uuid IS NULL OR t.agency_id = %(agency)s)
      AND (%(since)s::timestamptz IS NULL OR e.recorded_at >= %(since)s)
      AND (%(until)s::timestamptz IS NULL OR e.recorded_at < %(until)s)
      AND (%(person)s = ''
           OR strpos(lower(t.body::jsonb #>> '{actor,name}'), lower(%(person)s)) > 0
           OR strpos(lower(t.body::jsonb #>> '{fact,members}'), lower(%(person)s)) > 0)
      AND (%(door)s = '' OR t.body::jsonb #>> '{actor,via}' = %(door)s)
      AND (%(about)s = '' OR t.body::jsonb #>> '{fact,about}' = %(about)s)
      AND (%(category)s = ''
           OR t.body::jsonb #> '{fact,categories}' @> to_jsonb(%(category)s::text))
      AND (%(clause)s::uuid IS NULL OR t.body::jsonb #> '{fact,opens}' @> jsonb_build_array(
          jsonb_build_object('clause', %(clause)s::text) || CASE WHEN %(category)s = '' THEN '{}'
          ELSE jsonb_build_object('categories', jsonb_build_array(%(category)s::text)) END))
    ORDER BY e.seq DESC LIMIT %(limit)s
"""
LINES = f"SELECT e.seq, e.kind, e.recorded_at, encode(e.hash, 'hex'), t.body {FITTING}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What somebody looks for in a ledger. Nothing said is everything.

    Of looks also: through which ``door``, ``about`` which stream, at which ``category``, on
    which ``clause``; with both, where that clause opened that category.
    """

    kind: str = ""
    person: str = ""
    agency: UUID | None = None
    since: datetime | None = None
    until: datetime | None = None
    door: str = ""
    about: str = ""
    category: str = ""
    clause: UUID | None = None

    def filters(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__slots__}

    def said(self) -> tuple[str, ...]:
        """The filters that were used, for the record of an export."""
        return tuple(f"{name}: {value}" for name, value in self.filters().items() if value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a ledger. What was erased says nothing but where it stood."""

    seq: int
    kind: str
    sentence: str
    at: datetime
    hash: str
    erased: bool
    actor: dict[str, Any]
    because: str
    fact: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Some lines, newest first, and where the next page begins, if there is one."""

    lines: tuple[Line, ...]
    before: int | None


def lines(stream: str, sought: Sought, *, before: int | None = None, limit: int = PAGE) -> Page:
    """The newest lines that match, before a line where one is given."""
    found = _found(stream, sought, before, limit + 1)
    more = len(found) > limit
    shown = found[:limit]
    return Page(lines=tuple(shown), before=shown[-1].seq if more else None)


def every_line(stream: str, sought: Sought, upto: int) -> Iterator[Line]:
    """All lines that match, newest first, beginning at a line, a page at a time."""
    before: int | None = upto + 1
    while before is not None:
        page = lines(stream, sought, before=before, limit=500)
        yield from page.lines
        before = page.before


def kinds(stream: str) -> list[str]:
    """The kinds of line that a stream has."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT kind FROM audit_entry WHERE stream_id = %s ORDER BY kind", [stream]
        )
        return [row[0] for row in cursor.fetchall()]


def head(stream: str) -> int:
    """The number of a stream's last line; 0 where nothing was told yet."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT head_seq FROM audit_stream WHERE key = %s", [stream])
        found = cursor.fetchone()
        return found[0] if found else 0


def _found(stream: str, sought: Sought, before: int | None, limit: int) -> list[Line]:
    with connection.cursor() as cursor:
        place = {"stream": stream, "before": before or 2**62, "limit": limit}
        cursor.execute(LINES, sought.filters() | place)
        return [_line(*row) for row in cursor.fetchall()]


def _line(seq: int, kind: str, at: datetime, hashed: str, body: str | None) -> Line:
    said: dict[str, Any] = orjson.loads(body) if body else {}
    return Line(
        seq=seq,
        kind=kind,
        sentence=KINDS[kind].meaning() if kind in KINDS else kind,
        at=at,
        hash=hashed,
        erased=body is None,
        actor=said.get("actor", {}),
        because=said.get("because", ""),
        fact=said.get("fact", {}),
    )
