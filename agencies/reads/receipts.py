"""Read receipts: who of which partner was shown our records, through which door and clause."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final
from uuid import UUID

from agencies import rules
from agencies.models import ShareGrant
from agencies.reads import occasions
from agencies.reads.look_lines import LookPage
from agencies.reads.trails import leave_a_line, own, viewers, who_looked
from audit import clock, receipts, streams
from audit.actors import Actor
from audit.reads import read
from audit.receipts import Totals
from audit.trail import Sought

LATELY: Final = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipts:
    """The looks that fit, newest first, and all of them added up.

    Where no time is said, what is added up is that of the last thirty days (``lately``).
    """

    found: LookPage
    totals: Totals
    lately: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LookChoices:
    """What the looks can be filtered by."""

    agencies: list[tuple[UUID, str]]
    incidents: list[tuple[UUID, str]]
    clauses: list[tuple[UUID, str]]


@read
def look_receipts(actor: Actor, sought: Sought, *, before: int | None = None) -> Receipts:
    """Who was shown what of ours, one by one and added up; one line in the log for both."""
    return Receipts(
        found=who_looked(actor, sought, before=before),
        totals=look_totals(actor, sought),
        lately=not (sought.since or sought.until),
    )


@read
def look_totals(actor: Actor, sought: Sought) -> Totals:
    """The looks that fit, by partner, by category, and by what opened them."""
    agency = own(actor, rules.reads_looks)
    leave_a_line(agency, "access_log")
    if not (sought.since or sought.until):
        sought = replace(sought, since=clock.now() - LATELY)
    return receipts.totals(streams.of_access(agency), sought, agency)


@read
def look_choices(actor: Actor) -> LookChoices:
    """The partners that have looked, the incidents we are at, and the clauses by which we share."""
    agency = own(actor, rules.reads_looks)
    shares = ShareGrant.objects.filter(giver=agency).order_by("clause")
    return LookChoices(
        agencies=viewers(actor),
        incidents=occasions.listed(agency),
        clauses=list(dict(shares.values_list("clause_id", "clause").distinct()).items()),
    )
