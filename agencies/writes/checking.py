from __future__ import annotations

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from agencies import rules
from agencies.agreement_text import ClauseText, text_of
from agencies.facts import ChecksWithdrawn, ClausesChecked
from agencies.lifecycle import OPEN, AgreementStatus
from agencies.models import Agreement, ClauseCheck, Member, Party, SeatKind
from agencies.writes.changes import NothingChanged
from agencies.writes.redlines import NoSuchClause
from agencies.writes.sealing import party_of, told_to_all
from audit import clock
from audit.actors import Actor
from audit.refusals import Conflict
from audit.writes import write


class BeingWritten(Conflict):
    """Its words may still change. Check them once they have been sent out."""


@write(allow=rules.checks_clauses)
def check_clauses(
    actor: Actor, agreement: Agreement, *, clauses: Collection[UUID]
) -> ClausesChecked:
    """Say for one's own agency that the coded form of these clauses says what their text says.

    The text governs. Until counsel of whoever gives has said so, what is coded only
    warns, and shows nothing (RULE-MOU-08).
    """
    party, wanted = party_of(actor, agreement), _named(agreement, clauses)
    standing = _standing(party).filter(clause__in=clauses).values_list("clause", flat=True)
    fresh = [one for one in wanted if one.id not in set(standing)]
    if not fresh:
        raise NothingChanged
    rows = [_checked(actor, party, one) for one in fresh]
    return ClausesChecked(
        **_told(agreement, party, fresh),
        by_counsel=SeatKind.COUNSEL in actor.seats,
        touches=(agreement, *rows),
    )


@write(allow=rules.checks_clauses)
def withdraw_checks(
    actor: Actor, agreement: Agreement, *, clauses: Collection[UUID], doubt: str
) -> ChecksWithdrawn:
    """Take a check back, and say what is wrong: from now on these clauses only warn again."""
    party, named = party_of(actor, agreement), _named(agreement, clauses)
    rows = list(_standing(party).filter(clause__in=clauses))
    if not rows:
        raise NothingChanged
    for row in rows:
        row.withdrawn_at, row.withdrawn_by, row.doubt = clock.now(), actor.name, doubt
        row.save(update_fields=["withdrawn_at", "withdrawn_by", "doubt"])
    doubted = {row.clause_id for row in rows}
    told = _told(agreement, party, [one for one in named if one.id in doubted])
    return ChecksWithdrawn(**told, doubt=doubt, touches=(agreement, *rows))


def _named(agreement: Agreement, clauses: Collection[UUID]) -> list[ClauseText]:
    """The clauses of the text that everybody has, in its order."""
    if agreement.status in OPEN or agreement.status == AgreementStatus.ABANDONED:
        raise BeingWritten
    named = [one for one in text_of(agreement).clauses if one.id in clauses]
    if len(named) < len(set(clauses)):
        raise NoSuchClause
    return named


def _standing(party: Party) -> QuerySet[ClauseCheck]:
    """What its agency has checked, also in a stay before this: the words are the same."""
    return ClauseCheck.objects.filter(
        party__agreement=party.agreement_id,
        party__agency=party.agency_id,
        withdrawn_at__isnull=True,
    )


def _checked(actor: Actor, party: Party, clause: ClauseText) -> ClauseCheck:
    checker = Member.objects.get(account__member=actor.member_id)
    return ClauseCheck.objects.create(
        clause_id=clause.id,
        party=party,
        clause_hash=clause.hash,
        checker=checker.name,
        checker_title=checker.title,
        by_counsel=SeatKind.COUNSEL in actor.seats,
        checked_at=clock.now(),
    )


def _told(agreement: Agreement, party: Party, clauses: list[ClauseText]) -> dict[str, Any]:
    return {
        **told_to_all(agreement),
        "agency": party.agency_id,
        "party": party.pk,
        "clauses": tuple(one.id for one in clauses),
        "numbers": tuple(one.number for one in clauses),
    }
