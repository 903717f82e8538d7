"""What the writes on agreements ask of the state of the paper."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import F

from agencies.lifecycle import OPEN, AgreementStatus
from agencies.models import Agreement, Party, TextVersion
from agencies.progress import has_left_the_table, latest_version, parties_known
from audit.actors import Actor
from audit.refusals import Conflict, NotAllowed


class NotADraft(Conflict):
    """Its text is sealed. Reopen it before you change it; signatures are then void."""


class NotBeingSigned(Conflict):
    """It is not out for signature."""


class NeverSentOut(Conflict):
    """No version of it has been sent out yet."""


class TextChanged(Conflict):
    """The text changed since you looked. Read it again before you sign."""


def require_draft(agreement: Agreement) -> None:
    """Refuse to change what was sent out or sealed (RULE-MOU-02)."""
    if agreement.status not in OPEN:
        raise NotADraft


def locked_draft(pk: UUID) -> Agreement:
    """The draft that a clause or party belongs to, locked, so that nobody seals it meanwhile."""
    agreement = locked(pk)
    require_draft(agreement)
    return agreement


def locked(pk: UUID) -> Agreement:
    """The agreement that a part belongs to, locked: its own writes and its parts' take turns."""
    return Agreement.objects.select_for_update().get(pk=pk)


def require_signing(agreement: Agreement) -> None:
    if agreement.status != AgreementStatus.SIGNING:
        raise NotBeingSigned


def sent_out(agreement: Agreement) -> TextVersion:
    """The version that everybody talks about: the last that was sent out."""
    version = latest_version(agreement)
    if version is None:
        raise NeverSentOut
    return version


def agencies_of(agreement: Agreement) -> tuple[UUID, ...]:
    """The agencies that know that they are parties."""
    known = parties_known(agreement)
    return tuple(known.order_by("agency").values_list("agency", flat=True).distinct())


def told_to_all(agreement: Agreement) -> dict[str, Any]:
    """Whom a fact about an agreement is told: who leads it, and every party."""
    return {
        "agreement": agreement.pk,
        "leader": agreement.led_by_id,
        "parties": agencies_of(agreement),
    }


def party_of(actor: Actor, agreement: Agreement) -> Party:
    """The party that the actor's agency is: of several stays, the last."""
    known = parties_known(agreement)
    if agreement.led_by_id == actor.agency_id:
        known = Party.objects.filter(agreement=agreement, removed_at__isnull=True)
    last = F("leaves_at").desc(nulls_first=True)
    known = known.filter(~has_left_the_table(), agency=actor.agency_id)
    party = known.order_by(last).first()
    if party is None:
        raise NotAllowed
    return party
