"""Which clauses the other party may have broken, so that this one may end the agreement for cause.

A right, a condition, a term or who answers for what can be relied on, and not be broken. And
nobody ends an agreement because it did not keep its own promise.
"""

from __future__ import annotations

from typing import Final
from uuid import UUID

from agencies.models import ClauseKind

OWED_BY_GIVER: Final = frozenset(
    {
        ClauseKind.SUPPLY_DUTY,
        ClauseKind.RESPONSE_TARGET,
        ClauseKind.AUTO_AID,
        ClauseKind.INSURANCE,
    }
)
# Who is shown something keeps it as was agreed, and who is sent somebody pays and commands so.
OWED_BY_BOTH: Final = frozenset(
    {ClauseKind.DATA_SHARE, ClauseKind.COST, ClauseKind.COMMAND_MODEL, ClauseKind.POWERS}
)


def may_have_broken(
    other: UUID, kind: str, *, giver: UUID | None, receiver: UUID | None, ours: UUID
) -> bool:
    """Whether the other agency owes something by a clause of this kind, between these two."""
    if {giver, receiver} - {other, ours, None}:
        return False
    if kind in OWED_BY_BOTH:
        return True
    return kind in OWED_BY_GIVER and giver in {other, None} and receiver != other
