"""What an agreement follows, and what follows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from agencies.lifecycle import AgreementStatus
from agencies.models import Agreement
from agencies.reads.agreements import note, visible
from agencies.reads.as_sent import as_sent
from agencies.speaking import day
from audit.actors import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """An agreement that comes before or after another, and its term."""

    id: UUID
    title: str
    term: str


def related(actor: Actor, row: Agreement) -> dict[str, Any]:
    """Those that the actor may know of."""
    before = list(visible(actor).filter(pk=row.follows_id)) if row.follows_id else []
    after = visible(actor).filter(follows=row).exclude(status=AgreementStatus.ABANDONED)
    for one in (*before, *after):
        note(actor, one, one.led_by_id)
    return {
        "follows": next(map(_related, before), None),
        "renewals": tuple(map(_related, as_sent(actor, after))),
    }


def _related(row: Agreement) -> Related:
    ends = day(row.expires_at) if row.expires_at else _("no end")
    return Related(id=row.pk, title=row.title, term=f"{day(row.effective_at)} – {ends}")
