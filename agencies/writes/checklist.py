from __future__ import annotations

from agencies import rules
from agencies.facts import ChecklistItemConfirmed, ChecklistItemWithdrawn
from agencies.models import CheckItem, ChecklistItem, Directory
from audit import clock
from audit.actors import Actor
from audit.refusals import Refusal
from audit.writes import write


class NotConfirmed(Refusal):
    """This item is not confirmed."""


class AlreadyConfirmed(Refusal):
    """This item is confirmed already. Withdraw it before you confirm it anew."""


@write(allow=rules.operates)
def confirm_item(
    actor: Actor, directory: Directory, *, item: CheckItem, confirmed_by: str, ground: str
) -> ChecklistItemConfirmed:
    """Confirm one item; with the last, criminal justice data is on (RULE-CJ-02)."""
    standing = ChecklistItem.objects.filter(withdrawn_at__isnull=True)
    if standing.filter(item=item).exists():
        raise AlreadyConfirmed
    ChecklistItem.objects.create(
        item=item, confirmed_by=confirmed_by, ground=ground, confirmed_at=clock.now()
    )
    return ChecklistItemConfirmed(
        item=item,
        confirmed_by=confirmed_by,
        ground=ground,
        complete=standing.count() == len(CheckItem),
    )


@write(allow=rules.operates)
def withdraw_item(
    actor: Actor, directory: Directory, *, item: CheckItem, ground: str
) -> ChecklistItemWithdrawn:
    """Say that an item holds no longer. Criminal justice data is off from this moment."""
    confirmed = ChecklistItem.objects.filter(item=item, withdrawn_at__isnull=True).first()
    if confirmed is None:
        raise NotConfirmed
    confirmed.withdrawn_at = clock.now()
    confirmed.save(update_fields=["withdrawn_at"])
    return ChecklistItemWithdrawn(item=item, ground=ground)
