"""An agency's letters: what left by e-mail, what waits, and what could not be sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _

from agencies import rules
from agencies.models import Agency, Letter
from agencies.models.letter import LeftBy
from audit.actors import Actor
from audit.reads import read
from audit.refusals import NotAllowed

MOST: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterEntry:
    """A letter. Its text is not shown: it may hold what is for its reader alone."""

    id: UUID
    to: str
    subject: str
    posted_at: datetime
    due_at: datetime
    tries: int
    trouble: str
    state: str  # waiting, sent, file, parked or dropped
    state_label: str
    sent_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Letters:
    """The newest letters, and whether any can leave from here."""

    leave_by: str  # smtp, file, or nothing
    parked: int
    letters: tuple[LetterEntry, ...]


@read
def letters(actor: Actor) -> Letters:
    """One's own agency's letters, newest first, for its admins and auditors."""
    if not rules.reads_trail.scope(Agency.objects.all(), actor).exists():
        raise NotAllowed.unless(rules.reads_trail.because)
    own = rules.belongs.scope(Letter.objects.order_by("-posted_at", "subject", "pk"), actor)
    return Letters(
        leave_by=settings.LETTERS_LEAVE_BY,
        parked=own.filter(parked_at__isnull=False).count(),
        letters=tuple(_entry(row) for row in own[:MOST]),
    )


def _entry(row: Letter) -> LetterEntry:
    state = _state_of(row)
    return LetterEntry(
        id=row.pk,
        to=row.to,
        subject=row.subject,
        posted_at=row.posted_at,
        due_at=row.due_at,
        tries=row.tries,
        trouble=row.trouble,
        state=state,
        state_label=_label_of(state),
        sent_at=row.sent_at,
    )


def _state_of(row: Letter) -> str:
    if row.sent_at:
        return "sent" if row.means == LeftBy.SMTP else "file"
    if row.parked_at:
        return "parked"
    return "dropped" if row.dropped_at else "waiting"


def _label_of(state: str) -> str:
    return {
        "sent": _("Sent"),
        "file": _("Written to a file, not sent"),
        "parked": _("Could not be sent"),
        "dropped": _("Not sent: no longer needed"),
        "waiting": _("Waiting"),
    }[state]
