"""Looks at an agency's data, line by line, as that agency reads them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any
from uuid import UUID

from agencies.reads import occasions, records
from agencies.reads.occasions import Occasion
from agencies.reads.records import Called
from audit.actors import Actor
from audit.streams import OF_INCIDENT
from audit.trail import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class LookLine(Line):
    """One look: at which records, in words, and at which incident, if the agency was there.

    ``there`` says whether it still is. An incident that it never was at is not named, and
    has no id: that something of one's own was weighed for it tells nothing of it.
    """

    records: str
    incident: UUID | None
    incident_name: str
    there: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LookPage:
    """Some looks, newest first, and where the next page begins, if there is one."""

    lines: tuple[LookLine, ...]
    before: int | None


def look_lines(actor: Actor, lines: Iterable[Line]) -> tuple[LookLine, ...]:
    """Lines of one's own agency's log; a question for each sort of record, however many."""
    lines = tuple(lines)
    names = records.called(actor, {key for line in lines for key in line.fact.get("rows", ())})
    known = occasions.known(actor, {line.fact.get("about", "") for line in lines})
    return tuple(_look_line(line, names, known) for line in lines)


def _look_line(line: Line, names: Called, known: dict[str, Occasion]) -> LookLine:
    said = {one.name: getattr(line, one.name) for one in fields(Line)}
    about: str = line.fact.get("about", "")
    if about.startswith(OF_INCIDENT) and about not in known:
        said["fact"] = line.fact | {"about": ""}
    return LookLine(
        **said,
        records=records.counted(line.fact.get("rows", ()), names),
        **_at(about, known.get(about)),
    )


def _at(about: str, occasion: Occasion | None) -> dict[str, Any]:
    if occasion is None:
        return {"incident": None, "incident_name": "", "there": False}
    pk = UUID(about.removeprefix(OF_INCIDENT))
    return {"incident": pk, "incident_name": occasion.name, "there": occasion.there}
