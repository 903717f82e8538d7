"""What goes on to bind when an agreement has ended, or when a party has left it (chapter 5.3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.utils.translation import gettext as _

from agencies.agreement_text import ClauseText, clause_texts
from agencies.amended import standing_clauses
from agencies.models import Agreement, ClauseKind, Survival
from agencies.reads.clauses import ClauseEntry, clause_entry
from agencies.reads.coding import codings
from agencies.reads.signatories import PartyEntry, ours_among
from agencies.standing_terms import RenewalTerms
from audit import clock

ENDED: Final = frozenset({"expired", "renewed", "terminated", "too_few"})
# What a clause on the end may name, and the kind of clause that says it.
NAMED: Final = {
    Survival.CONFIDENTIALITY: ClauseKind.DATA_SHARE,
    Survival.LIABILITY: ClauseKind.LIABILITY,
    Survival.REIMBURSEMENT: ClauseKind.COST,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SurvivingClause:
    """A clause that still binds, and why it does."""

    clause: ClauseEntry
    why: str


def surviving(
    row: Agreement, state: str, parties: Sequence[PartyEntry], agency: UUID | None
) -> tuple[SurvivingClause, ...]:
    """The clauses that bind beyond the end, once there is one for whoever looks."""
    ours = ours_among(parties, agency)
    left = ours is not None and ours.standing == "left"
    if row.amends_id is not None or not (left or state in ENDED):
        return ()
    texts = clause_texts(standing_clauses(row, clock.now()))
    named, codes = dict(_named(texts)), codings(row, texts)
    return tuple(
        SurvivingClause(clause=clause_entry(text, codes[text.id]), why=why)
        for text in texts
        if (why := _why(text, named))
    )


def _named(texts: Sequence[ClauseText]) -> Iterator[tuple[ClauseKind, str]]:
    for text in texts:
        if isinstance(text.terms, RenewalTerms):
            for one in text.terms.survives:
                if one in NAMED:
                    yield NAMED[one], text.number


def _why(text: ClauseText, named: dict[ClauseKind, str]) -> str:
    if isinstance(text.terms, RenewalTerms) and text.terms.survives:
        said = ", ".join(str(one.label).lower() for one in text.terms.survives)
        return _("It says what goes on to bind: %s.") % said
    if text.survives:
        return _("It says itself that it binds beyond the end.")
    if text.kind in named:
        return _("Clause %s says that it goes on to bind.") % named[text.kind]
    return ""
