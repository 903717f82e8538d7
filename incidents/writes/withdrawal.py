from __future__ import annotations

from typing import Any
from uuid import UUID

from agencies.categories import OF_PARTICIPANTS, Category
from agencies.models import Agency
from audit import clock
from audit.actors import Actor
from audit.refusals import NotFound, Refusal
from audit.writes import write
from incidents import acting, rules
from incidents.facts import SharingRestored, SharingWithdrawn
from incidents.lifecycle import DisclosureStatus, move
from incidents.models import Disclosure, Incident, Note, Participation, Withdrawal


class EverybodyNeeds(Refusal):
    """What every agency at an incident needs to work is not withdrawn from one of them."""


class AlreadyRestored(Refusal):
    """This holds again already."""


@write(allow=rules.may_write)
def withdraw(
    actor: Actor, incident: Incident, *, partner: UUID | None = None, category: str = ""
) -> SharingWithdrawn:
    """Show a partner, or every one, no more of a category, or only what everybody needs.

    It outweighs every clause, and ends what was shared besides, at this incident and at once.
    """
    if category and Category(category) in OF_PARTICIPANTS:
        raise EverybodyNeeds
    made = Withdrawal.objects.create(
        incident=incident,
        owner_id=acting.agency(actor),
        partner=_partner(incident.pk, partner),
        category=category,
        made_by=actor.name,
        made_at=clock.now(),
    )
    told = _told(made)
    return SharingWithdrawn(**told | {"touches": (made, *_ended(actor, made))})


@write(allow=rules.may_relabel)
def withdraw_note(actor: Actor, note: Note, *, partner: UUID | None = None) -> SharingWithdrawn:
    """Show a note of one's own to a partner, or to every one, no more."""
    made = Withdrawal.objects.create(
        incident_id=note.incident_id,
        owner_id=note.agency_id,
        partner=_partner(note.incident_id, partner),
        note=note,
        made_by=actor.name,
        made_at=clock.now(),
    )
    return SharingWithdrawn(**_told(made))


@write(allow=rules.may_restore)
def restore(actor: Actor, withdrawal: Withdrawal) -> SharingRestored:
    """Let agreements hold again for what was withdrawn. Only its owner widens."""
    if withdrawal.lifted_at is not None:
        raise AlreadyRestored
    withdrawal.lifted_at = clock.now()
    withdrawal.save(update_fields=["lifted_at"])
    return SharingRestored(**_told(withdrawal))


def _ended(actor: Actor, made: Withdrawal) -> list[Disclosure]:
    """What was shared at this incident outside any agreement, and is withdrawn with the rest."""
    standing = Disclosure.objects.filter(
        incident=made.incident, owner=made.owner, status=DisclosureStatus.SHARED
    )
    if made.partner_id:
        standing = standing.filter(to=made.partner_id)
    if made.category:
        standing = standing.filter(category=made.category)
    ended = list(standing)
    for row in ended:
        move(row, DisclosureStatus.ENDED)
        row.decided_by, row.decided_at = actor.name, made.made_at
        row.save(update_fields=["status", "decided_by", "decided_at"])
    return ended


def _partner(incident: UUID, agency: UUID | None) -> Agency | None:
    if agency is None:
        return None
    place = Participation.objects.filter(incident=incident, agency=agency).first()
    if place is None:
        raise NotFound
    return place.agency


def _told(row: Withdrawal) -> dict[str, Any]:
    return {
        "incident": row.incident_id,
        "withdrawal": row.pk,
        "owner": row.owner_id,
        "owner_name": row.owner.name,
        "partner": row.partner_id,
        "partner_name": row.partner.name if row.partner else "",
        "category": row.category,
        "note": row.note_id,
        "touches": (row,),
    }
