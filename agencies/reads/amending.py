"""What whoever writes an amendment may change: the clauses as they were signed."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from agencies import rules
from agencies.agreement_text import ClauseText, clause_texts
from agencies.amended import standing_clauses
from agencies.details import Wording
from agencies.models import Agreement
from agencies.reads.wording import worded
from audit.actors import Actor
from audit.reads import read
from audit.refusals import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedClause:
    """A clause that was signed and that this amendment leaves as it is so far."""

    id: UUID
    number: str
    heading: str
    kind_label: str


@read
def amendable(actor: Actor, agreement: UUID) -> list[SignedClause]:
    """The clauses that an amendment does not change yet."""
    row = _amendment(actor, agreement)
    changed = set(row.changes.filter(withdrawn_at__isnull=True).values_list("clause", flat=True))
    return [
        SignedClause(
            id=text.id,
            number=text.number,
            heading=text.heading,
            kind_label=str(text.kind.label),
        )
        for text in _signed(row)
        if text.id not in changed
    ]


@read
def signed_clause(actor: Actor, agreement: UUID, pk: UUID) -> Wording:
    """A clause as it was signed, for whoever is about to replace it."""
    for text in _signed(_amendment(actor, agreement)):
        if text.id == pk:
            return worded(text)
    raise NotFound


def _signed(row: Agreement) -> list[ClauseText]:
    if row.amends is None:
        raise NotFound
    return clause_texts(standing_clauses(row.amends))


def _amendment(actor: Actor, pk: UUID) -> Agreement:
    rows = Agreement.objects.filter(pk=pk, amends__isnull=False).select_related("amends")
    row = rules.drafts.scope(rows, actor).first()
    if row is None:
        raise NotFound
    return row
