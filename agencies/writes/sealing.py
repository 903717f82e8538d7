"""What the writes on agreements ask of the state of the paper."""

from __future__ import annotations

from uuid import UUID

from agencies.lifecycle import AgreementStatus
from agencies.models import Agreement, Party
from audit.refusals import Conflict


class NotADraft(Conflict):
    """Its text is sealed. Reopen it before you change it; signatures are then void."""


class NotBeingSigned(Conflict):
    """It is not out for signature."""


def require_draft(agreement: Agreement) -> None:
    """Refuse to change what was sealed (RULE-MOU-02)."""
    if agreement.status != AgreementStatus.DRAFT:
        raise NotADraft


def locked_draft(pk: UUID) -> Agreement:
    """The draft that a clause or party belongs to, locked, so that nobody seals it meanwhile."""
    agreement = Agreement.objects.select_for_update().get(pk=pk)
    require_draft(agreement)
    return agreement


def require_signing(agreement: Agreement) -> None:
    if agreement.status != AgreementStatus.SIGNING:
        raise NotBeingSigned


def agencies_of(agreement: Agreement) -> tuple[UUID, ...]:
    """The agencies that are parties now."""
    parties = Party.objects.filter(agreement=agreement, removed_at__isnull=True)
    return tuple(parties.order_by("agency").values_list("agency", flat=True))
