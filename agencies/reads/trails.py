"""Who looked at ours, what we did, who was turned away, and whether the ledger holds.

Looking at one's own data leaves no record elsewhere; looking at who looked does:
a line in the same log, so that nobody can watch the watchers unseen.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final, TypeVar
from uuid import UUID

from agencies import rules
from agencies.categories import Category
from agencies.facts import AccessLogExported, TrailExported
from agencies.models import Agency
from agencies.reads.look_lines import LookLine, LookPage, look_lines
from agencies.reads.named import named
from agencies.reads.sentences import by_words, retold
from audit import looks, security, streams, trail
from audit.actors import Actor
from audit.models import LookDay
from audit.openings import opened
from audit.reads import read
from audit.refusals import NotAllowed
from audit.rules import Rule
from audit.trail import Line, Page, Sought

L = TypeVar("L", bound=Line)

DAYS = 60

# What another agency's ledger may say of somebody: for whom they acted, by name, and through
# which door. Who looked at one's data is accounted for with the seat that they sat in.
OF_OTHERS: Final = frozenset({"agency_id", "agency", "name", "via"})
OF_VIEWERS: Final = OF_OTHERS | {"seats"}
WITHHELD: Final = {"withheld": Category.OWN.value}


@dataclass(frozen=True, slots=True, kw_only=True)
class DayTotal:
    """How often one person looked at ours on one day."""

    day: date
    agency: str
    viewer: str
    looks: int
    rows: int
    last_at: datetime


@read
def who_looked(actor: Actor, sought: Sought, *, before: int | None = None) -> LookPage:
    """Who of other agencies was shown our data, when, which of it, and on what ground."""
    agency = own(actor, rules.reads_looks)
    leave_a_line(agency, "access_log")
    page = trail.lines(streams.of_access(agency), sought, before=before)
    return LookPage(lines=_looks(actor, page.lines), before=page.before)


@read
def look_days(actor: Actor) -> list[DayTotal]:
    """The same, added up by day and person."""
    found = LookDay.objects.filter(owner_id=own(actor, rules.reads_looks))[:DAYS]
    return [
        DayTotal(
            day=row.day,
            agency=row.viewer_agency,
            viewer=row.viewer,
            looks=row.looks,
            rows=row.rows,
            last_at=row.last_at,
        )
        for row in found
    ]


@read
def viewers(actor: Actor) -> list[tuple[UUID, str]]:
    """The agencies that have looked, for the filter."""
    found = LookDay.objects.filter(owner_id=own(actor, rules.reads_looks))
    pairs = found.order_by("viewer_agency").values_list("viewer_agency_id", "viewer_agency")
    return list(dict(pairs.distinct()).items())


@read
def agency_trail(actor: Actor, sought: Sought, *, before: int | None = None) -> Page:
    """What our own ledger tells: members, seats, resources, agreements."""
    stream = streams.of_agency(own(actor, rules.reads_trail))
    page = trail.lines(stream, sought, before=before)
    told = _in_sentences(actor, page.lines)
    return replace(page, lines=tuple(_line(actor, line, OF_OTHERS) for line in told))


@read
def trail_kinds(actor: Actor) -> list[tuple[str, str]]:
    """The kinds of line in our own ledger, each with its name in words."""
    return by_words(trail.kinds(streams.of_agency(own(actor, rules.reads_trail))))


@read
def security_log(
    actor: Actor, *, before: datetime | None = None, code: str = ""
) -> list[security.Refused]:
    """Who of ours, or in the name of one of ours, was turned away."""
    agency = own(actor, rules.reads_security)
    leave_a_line(agency, "security_log")
    return security.refused(agency, before=before, code=code)


@read
def ledger_state(actor: Actor) -> security.LedgerState:
    """How far our ledgers are verified, the last checkpoint, and every alarm."""
    agency = own(actor, rules.reads_trail)
    return security.ledger_state(streams.of_agency(agency), streams.of_access(agency))


@read
def exported_looks(actor: Actor, taken: AccessLogExported, sought: Sought) -> list[LookLine]:
    """The looks of an export that was recorded."""
    agency = own(actor, rules.reads_security)
    lines = trail.every_line(streams.of_access(agency), sought, taken.upto)
    return list(_looks(actor, lines))


@read
def exported_trail(actor: Actor, taken: TrailExported, sought: Sought) -> list[Line]:
    """The lines of an export that was recorded."""
    agency = own(actor, rules.reads_security)
    lines = tuple(trail.every_line(streams.of_agency(agency), sought, taken.upto))
    return [_line(actor, line, OF_OTHERS) for line in _in_sentences(actor, lines)]


def _looks(actor: Actor, lines: Iterable[Line]) -> tuple[LookLine, ...]:
    return tuple(_line(actor, line, OF_VIEWERS) for line in look_lines(actor, lines))


def _line(actor: Actor, line: L, shown: frozenset[str]) -> L:
    """A line as the agency may read it: of its own people everything, of others what is theirs."""
    who = line.actor
    if who.get("agency_id") == str(actor.agency_id):
        return line
    return replace(
        line, actor={name: said if name in shown else WITHHELD for name, said in who.items()}
    )


def _in_sentences(actor: Actor, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Lines that say what happened, of what, and not only what their kind means."""
    rows = named(actor, lines)
    return tuple(
        line if line.erased else replace(line, sentence=retold(line.kind, line.fact, rows))
        for line in lines
    )


def own(actor: Actor, allowed: Rule) -> UUID:
    """One's own agency, if the rule lets the actor look at this side of it."""
    found = allowed.scope(Agency.objects.all(), actor).values_list("pk", flat=True).first()
    if found is None:
        raise NotAllowed.unless(allowed.because)
    return found


def leave_a_line(agency: UUID, what: str) -> None:
    looks.current().leave(agency, what, opened("own", "it is your own", Category.OWN))
