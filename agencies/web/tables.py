"""Ledgers as tables that a spreadsheet can open without being harmed."""

from __future__ import annotations

import csv as comma
import io
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from django.http import StreamingHttpResponse

from agencies.reads.look_lines import LookLine
from audit.trail import Line

LOOK_HEAD = (
    "line", "at", "agency", "person", "seats", "members", "door", "origin", "read", "about",
    "incident", "rows", "records", "categories", "basis", "opened_by", "clauses", "purposes",
    "hash",
)  # fmt: skip
TRAIL_HEAD = (
    "line", "at", "kind", "meaning", "agency", "person", "seats", "door", "origin", "because",
    "fact", "hash",
)  # fmt: skip

# A cell that begins so is taken for a formula by spreadsheets, also after blanks.
SIGNS = frozenset("=+-@|%")
CONTROLS = frozenset("\t\r\n")
UNSEEN = frozenset({"Cc", "Cf", "Mn"})


def csv(name: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> StreamingHttpResponse:
    """A table to take along, line by line."""
    return StreamingHttpResponse(
        _written(head, rows),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def look_row(line: LookLine) -> tuple[str, ...]:
    fact = line.fact
    return (
        str(line.seq),
        line.at.isoformat(),
        *_who(line),
        _list(fact.get("members")),
        line.actor.get("via", ""),
        _field(line.actor.get("origin")),
        fact.get("read", ""),
        fact.get("about", ""),
        line.incident_name,
        _list(fact.get("rows")),
        line.records,
        _list(fact.get("categories")),
        _list(fact.get("basis")),
        *_opens(fact.get("opens", ())),
        _list(fact.get("purposes")),
        line.hash,
    )


def _opens(said: Sequence[Mapping[str, Any]]) -> tuple[str, str]:
    """What opened it, each with its categories; and the clauses, by id and version."""
    grounds = [f"{one['said']} ({', '.join(one['categories'])})" for one in said]
    clauses = [
        f"{one['clause']} v{one['version']}" if one["version"] else one["clause"]
        for one in said
        if one["clause"]
    ]
    return _list(grounds), _list(clauses)


def trail_row(line: Line) -> tuple[str, ...]:
    return (
        str(line.seq),
        line.at.isoformat(),
        line.kind,
        line.sentence,
        *_who(line),
        line.actor.get("via", ""),
        _field(line.actor.get("origin")),
        line.because,
        "; ".join(f"{name}: {value}" for name, value in line.fact.items()),
        line.hash,
    )


def defused(cell: str) -> str:
    """The cell as text, whatever a spreadsheet would make of it.

    Full-width signs are signs to some of them, and what cannot be seen may be left out.
    """
    for letter in cell:
        if letter in CONTROLS or unicodedata.normalize("NFKC", letter)[:1] in SIGNS:
            return f"'{cell}"
        if not letter.isspace() and unicodedata.category(letter) not in UNSEEN:
            return cell
    return cell


def _who(line: Line) -> tuple[str, str, str]:
    who = line.actor
    return who.get("agency", ""), who.get("name", ""), _field(who.get("seats"))


def _field(said: str | Sequence[str] | Mapping[str, str] | None) -> str:
    """A field as a cell; one that is not shared says so."""
    if isinstance(said, Mapping):
        return f"withheld: {said['withheld']}"
    return said if isinstance(said, str) else _list(said)


def _list(said: Sequence[str] | None) -> str:
    return "; ".join(said or ())


def _written(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[bytes]:
    page = io.StringIO()
    writer = comma.writer(page, quoting=comma.QUOTE_ALL)
    for row in chain([head], rows):
        writer.writerow([defused(cell) for cell in row])
        yield page.getvalue().encode()
        page.seek(0)
        page.truncate()
