"""What an amendment does to the clauses of its agreement, while it is written."""

from __future__ import annotations

from agencies.models import Clause, ClauseChange
from audit import clock


def put_in_place(before: Clause, after: Clause) -> None:
    """Where one is to replace a clause that was signed, another does from now on."""
    for change in ClauseChange.objects.filter(put=before, withdrawn_at__isnull=True):
        withdraw(change)
        ClauseChange.objects.create(
            amendment_id=change.amendment_id, clause_id=change.clause_id, put=after
        )


def put_nowhere(clause: Clause) -> None:
    """What it was to replace stays as it was signed."""
    for change in ClauseChange.objects.filter(put=clause, withdrawn_at__isnull=True):
        withdraw(change)


def withdraw(change: ClauseChange) -> None:
    change.withdrawn_at = clock.now()
    change.save(update_fields=["withdrawn_at"])
