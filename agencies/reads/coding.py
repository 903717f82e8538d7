"""Who put each clause into coded form, and whose counsel says that it says the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from django.utils.translation import gettext as _

from agencies.agreement_text import ClauseText, PartyText
from agencies.models import Agreement, Clause, ClauseCheck, ClauseKind, Party

LIMITING: Final = {ClauseKind.REQUEST_RIGHT, ClauseKind.SUPPLY_DUTY, ClauseKind.PRECONDITION}


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckEntry:
    """That counsel of a party has read the coded form beside the text."""

    agency: UUID
    code: str
    name: str
    checker: str
    checker_title: str
    by_counsel: bool
    checked_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtEntry:
    """What a party found wrong in a coded form that it had checked before."""

    name: str
    withdrawn_by: str
    doubt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """Coded by, checked by (RULE-MOU-08). ``warning`` is what follows where a check is missing."""

    coded_by: str
    checks: tuple[CheckEntry, ...]
    doubts: tuple[DoubtEntry, ...]
    unchecked: tuple[str, ...]
    warning: str


def codings(
    row: Agreement, clauses: Sequence[ClauseText], named: Sequence[PartyText] = ()
) -> dict[UUID, Coding]:
    """Of each of these clauses of an agreement, by its id.

    ``named`` are the parties of the text that is shown, while it is being changed: of whom the
    leader thinks of adding, nobody else hears (P11).
    """
    ids = [clause.id for clause in clauses]
    coders = dict(Clause.objects.filter(pk__in=ids).values_list("pk", "coded_by"))
    found = ClauseCheck.objects.filter(clause__in=ids).select_related("party__agency")
    by_clause: dict[UUID, list[ClauseCheck]] = {pk: [] for pk in ids}
    for check in found.order_by("checked_at"):
        by_clause[check.clause_id].append(check)
    names = [(party.agency, party.name) for party in named] or _names(row)
    return {one.id: _coding(one, coders[one.id], by_clause[one.id], names) for one in clauses}


def _names(row: Agreement) -> list[tuple[UUID, str]]:
    parties = Party.objects.filter(agreement=row, removed_at__isnull=True)
    return list(parties.order_by("agency__name").values_list("agency", "agency__name").distinct())


def _coding(
    clause: ClauseText, coder: str, checks: list[ClauseCheck], names: list[tuple[UUID, str]]
) -> Coding:
    standing = [one for one in checks if one.withdrawn_at is None]
    done = {one.party.agency_id for one in standing}
    givers = {clause.giver.agency} if clause.giver else {agency for agency, _name in names}
    return Coding(
        coded_by=coder,
        checks=tuple(_check(one) for one in standing),
        doubts=tuple(_doubt(one) for one in checks if one.withdrawn_at and one.doubt),
        unchecked=tuple(name for agency, name in names if agency not in done),
        warning="" if givers <= done else _warning(clause.kind),
    )


def _warning(kind: ClauseKind) -> str:
    """Nothing of a clause that is only shown: then there is nothing that would forbid."""
    if kind == ClauseKind.DATA_SHARE:
        return _("It shows nothing of whoever gives until their counsel has checked it.")
    if kind in LIMITING:
        return _("Its limits only warn until counsel of whoever gives has checked it.")
    return ""


def _check(one: ClauseCheck) -> CheckEntry:
    return CheckEntry(
        agency=one.party.agency_id,
        code=one.party.agency.code,
        name=one.party.agency.name,
        checker=one.checker,
        checker_title=one.checker_title,
        by_counsel=one.by_counsel,
        checked_at=one.checked_at,
    )


def _doubt(one: ClauseCheck) -> DoubtEntry:
    return DoubtEntry(name=one.party.agency.name, withdrawn_by=one.withdrawn_by, doubt=one.doubt)
