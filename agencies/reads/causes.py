"""The clauses for whose breach a party may end an agreement between two."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from agencies.breaches import may_have_broken
from agencies.models import Agreement
from agencies.reads.clauses import ClauseEntry
from agencies.reads.documents import ReadClause
from agencies.reads.signatories import PartyEntry

IN_IT = frozenset({"bound", "leaving", "suspended"})


def causes(
    row: Agreement,
    parties: Iterable[PartyEntry],
    clauses: tuple[ClauseEntry, ...],
    reading: Sequence[ReadClause],
    ours: UUID | None,
) -> tuple[ClauseEntry, ...]:
    """As they bind now, those by which the other of two owes something."""
    bound = {one.agency for one in parties if one.standing in IN_IT}
    if row.amends_id is not None or ours not in bound or len(bound) != 2:
        return ()
    (other,) = (one for one in bound if one != ours)
    standing = tuple(one.clause for one in reading if one.how != "struck") or clauses
    return tuple(
        one
        for one in standing
        if may_have_broken(
            other, one.kind, giver=one.giver_agency, receiver=one.receiver_agency, ours=ours
        )
    )
