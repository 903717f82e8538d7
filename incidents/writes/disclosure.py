from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from agencies.categories import OF_PARTICIPANTS, Category, Onward
from agencies.models import Agency, Clause, ShareGrant
from audit import clock
from audit.actors import Actor
from audit.refusals import Refusal
from audit.rows import LATEST
from audit.writes import write
from incidents import acting, rules
from incidents.facts import (
    DisclosureAsked,
    DisclosureDeclined,
    DisclosureEnded,
    DisclosureMade,
)
from incidents.lifecycle import DisclosureStatus, ParticipationStatus, move
from incidents.models import Disclosure, Incident, Participation

Status = DisclosureStatus


class NotThere(Refusal):
    """That agency is not at this incident."""


class EverybodySees(Refusal):
    """Every agency at this incident sees that already."""


class StaysInside(Refusal):
    """What is internal to an agency is shown to no other."""


class NotYoursToPassOn(Refusal):
    """No clause lets you pass this on to that agency. Ask its owner to share it."""


class GivesNoTime(Refusal):
    """Share it until a moment that is still to come."""


@write(allow=rules.may_write)
def share_at_incident(
    actor: Actor,
    incident: Incident,
    *,
    to: UUID,
    category: Category,
    reason: str,
    until: datetime | None = None,
) -> DisclosureMade:
    """Show one category of one's own data to one agency, outside any agreement, for a reason."""
    if until is not None and not clock.now() < until <= LATEST:
        raise GivesNoTime
    said = _said(actor, incident, acting.agency(actor), to, category, reason)
    made = Disclosure.objects.create(**said, **_decided(actor, Status.SHARED), until=until)
    return DisclosureMade(**_told(made), until=until)


@write(allow=rules.may_write)
def ask_for_disclosure(
    actor: Actor, incident: Incident, *, owner: UUID, category: Category, reason: str
) -> DisclosureAsked:
    """Ask the owner of what is withheld to show it; the owner finds it in the inbox."""
    said = _said(actor, incident, owner, acting.agency(actor), category, reason)
    return DisclosureAsked(**_told(Disclosure.objects.create(**said, status=Status.ASKED)))


@write(allow=rules.may_write)
def pass_on(
    actor: Actor, incident: Incident, *, owner: UUID, to: UUID, category: Category, reason: str
) -> DisclosureMade | DisclosureAsked:
    """Pass on what another agency shares with one's own, where its clause says to whom.

    With the owner's consent each time, it waits for the owner's answer.
    """
    grant = _passable(acting.agency(actor), owner, to, category)
    said = _said(actor, incident, owner, to, category, reason)
    version = Clause.objects.values_list("version", flat=True).get(pk=grant.clause_id)
    said |= {"via_id": acting.agency(actor), "clause": grant.clause_id, "clause_version": version}
    if grant.onward == Onward.CONSENT:
        return DisclosureAsked(**_told(Disclosure.objects.create(**said, status=Status.ASKED)))
    return DisclosureMade(
        **_told(Disclosure.objects.create(**said, **_decided(actor, Status.SHARED)))
    )


@write(allow=rules.may_disclose)
def answer_disclosure(
    actor: Actor, disclosure: Disclosure, *, share: bool
) -> DisclosureMade | DisclosureDeclined:
    """Share what was asked for, or decline."""
    move(disclosure, Status.SHARED if share else Status.DECLINED)
    _decide(actor, disclosure)
    told = _told(disclosure)
    return DisclosureMade(**told) if share else DisclosureDeclined(**told)


@write(allow=rules.may_end_disclosure)
def end_disclosure(actor: Actor, disclosure: Disclosure) -> DisclosureEnded:
    """Show it no more: one tap, and open boards drop it at the next entry."""
    move(disclosure, Status.ENDED)
    _decide(actor, disclosure)
    return DisclosureEnded(**_told(disclosure))


def _said(
    actor: Actor, incident: Incident, owner: UUID, to: UUID, category: Category, reason: str
) -> dict[str, Any]:
    if category in OF_PARTICIPANTS:
        raise EverybodySees
    if category == Category.OWN:
        raise StaysInside
    there = Participation.objects.filter(
        incident=incident, agency__in=(owner, to), status=ParticipationStatus.ACCEPTED
    )
    if there.count() < len({owner, to}):
        raise NotThere
    return {
        "incident": incident,
        "owner": Agency.objects.get(pk=owner),
        "to": Agency.objects.get(pk=to),
        "category": category,
        "reason": reason,
        "asked_by": actor.name,
        "asked_at": clock.now(),
    }


def _decided(actor: Actor, status: DisclosureStatus) -> dict[str, Any]:
    return {"status": status, "decided_by": actor.name, "decided_at": clock.now()}


def _decide(actor: Actor, row: Disclosure) -> None:
    row.decided_by, row.decided_at = actor.name, clock.now()
    row.save(update_fields=["status", "decided_by", "decided_at"])


def _passable(by: UUID, owner: UUID, to: UUID, category: Category) -> ShareGrant:
    shared = ShareGrant.objects.filter(giver=owner, receiver=by, category=category)
    for grant in shared.order_by("-onward"):  # named before with consent
        if grant.onward == Onward.CONSENT or to in grant.onward_to:
            return grant
    raise NotYoursToPassOn


def _told(row: Disclosure) -> dict[str, Any]:
    return {
        "incident": row.incident_id,
        "disclosure": row.pk,
        "owner": row.owner_id,
        "owner_name": row.owner.name,
        "to": row.to_id,
        "to_name": row.to.name,
        "via": row.via_id,
        "via_name": row.via.name if row.via else "",
        "category": row.category,
        "reason": row.reason,
        "touches": (row,),
    }
