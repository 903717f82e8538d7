"""Parts of an agreement that an address names under it: under another they are not there."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from agencies.models import Attachment, Clause, Motion, Party, Redline
from audit.actors import Actor
from audit.reads import read
from audit.refusals import NotFound
from audit.rules import VISIBLE

# Each sort as addresses call it, and the way from its rows to their agreement.
PARTS: Final[dict[str, tuple[Any, str]]] = {
    "attachment": (Attachment, "agreement"),
    "clause": (Clause, "agreement"),
    "motion": (Motion, "agreement"),
    "party": (Party, "agreement"),
    "redline": (Redline, "text__agreement"),
}


@read
def part(actor: Actor, agreement: UUID, sort: str, pk: UUID) -> UUID:
    """The part itself, for whoever may know of it."""
    model, whole = PARTS[sort]
    rows = model.objects.filter(**{"pk": pk, whole: agreement})
    if not VISIBLE[model].scope(rows, actor).exists():
        raise NotFound
    return pk
