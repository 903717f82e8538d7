"""Which dates of an agreement are to be told of when they come.

Planned anew after every act on an agreement, under its lock. What is in force
follows from the dates whether or not anybody tells of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from typing import Final
from uuid import UUID

from agencies.lifecycle import AgreementStatus
from agencies.models import Agreement, InsuranceTerm, Milestone, MilestoneKind, Party, Suspension
from agencies.months import term_end
from agencies.progress import last_day
from audit import clock
from audit.rows import LATEST

# RULE-MOU-03: so many days before a term ends, whoever is bound is told.
REMINDERS: Final = (180, 90, 60, 30)

Dated = tuple[MilestoneKind, int, UUID | None, datetime]


def plan(agreement: Agreement) -> None:
    """Bring what is to be told in line with the dates as they are now."""
    now = clock.now()
    wanted = {dated for dated in _dates(agreement) if now < dated[3] <= LATEST}
    waiting = Milestone.objects.filter(
        agreement=agreement, told_at__isnull=True, dropped_at__isnull=True, due_at__gt=now
    )
    there = {(MilestoneKind(m.kind), m.days, m.party_id, m.due_at): m for m in waiting}
    for dated in there.keys() - wanted:
        there[dated].dropped_at = now
        there[dated].save(update_fields=["dropped_at"])
    for kind, days, party, due_at in wanted - there.keys():
        Milestone.objects.create(
            agreement=agreement, kind=kind, days=days, party_id=party, due_at=due_at
        )


def _dates(agreement: Agreement) -> Iterator[Dated]:
    if agreement.status == AgreementStatus.SIGNING and agreement.sign_by is not None:
        yield MilestoneKind.LAPSES, 0, None, agreement.sign_by
    if agreement.status not in {AgreementStatus.SIGNING, AgreementStatus.EXECUTED}:
        return
    yield MilestoneKind.BEGINS, 0, None, agreement.effective_at
    yield from _of_certificates(agreement)
    if agreement.amends_id is not None:
        return  # It ends with the agreement that it amends.
    if agreement.terminated_at is not None:
        yield MilestoneKind.TERMINATES, 0, None, agreement.terminated_at
        return
    yield from _end_of_term(agreement)
    yield from _of_parties(agreement)


def _end_of_term(agreement: Agreement) -> Iterator[Dated]:
    ends = term_end(agreement, clock.now())
    if ends is None:
        return
    yield (
        (MilestoneKind.RENEWS if agreement.renews_months else MilestoneKind.EXPIRES),
        0,
        None,
        ends,
    )
    over = last_day(agreement)
    if over is not None and over > ends:
        yield MilestoneKind.GRACE_OVER, 0, None, over
    for days in REMINDERS:
        yield MilestoneKind.ENDS_SOON, days, None, ends - timedelta(days=days)


def _of_certificates(agreement: Agreement) -> Iterator[Dated]:
    """A certificate is good until its day is over, by the clock of everybody: UTC."""
    terms = InsuranceTerm.objects.filter(
        clause__agreement=agreement,
        clause__removed_at__isnull=True,
        certificate_until__isnull=False,
    )
    for until, party in terms.values_list("certificate_until", "clause__giver"):
        if until is not None:
            ends = datetime.combine(until, time.max, UTC).replace(microsecond=0)
            yield MilestoneKind.INSURED_NOT, 0, party, ends
            for days in REMINDERS:
                yield MilestoneKind.INSURED_SOON, days, party, ends - timedelta(days=days)


def _of_parties(agreement: Agreement) -> Iterator[Dated]:
    leaving = Party.objects.filter(agreement=agreement, leaves_at__isnull=False)
    for pk, leaves_at in leaving.values_list("pk", "leaves_at"):
        if leaves_at is not None:
            yield MilestoneKind.LEAVES, 0, pk, leaves_at
    resting = Suspension.objects.filter(
        agreement=agreement, lifted_at__isnull=True, until__isnull=False
    )
    for party, until in resting.values_list("party", "until"):
        if until is not None:
            yield MilestoneKind.RESUMES, 0, party, until
