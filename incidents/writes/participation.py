from __future__ import annotations

from datetime import datetime
from uuid import UUID

from agencies.models import Agency
from audit import clock
from audit.actors import Actor
from audit.refusals import Conflict, NotFound, Refusal
from audit.writes import write
from incidents import rules
from incidents.facts import AgencyInvited, AgencyLeft, InvitationAccepted, InvitationDeclined
from incidents.lifecycle import ParticipationStatus, move
from incidents.models import CommandSeat, Deployment, Incident, Participation, Role
from incidents.writes.incident import GONE
from incidents.writes.steps import active
from incidents.writes.times import Moment, happened_there


class AlreadyThere(Conflict):
    """This agency is at the incident already, or invited."""


class LeadIsTaken(Refusal):
    """An incident has one lead agency. Invite others as assisting or cooperating."""


class LeadStays(Refusal):
    """The agency that leads an incident cannot leave it."""


class OwnResourcesStillThere(Refusal):
    """Your agency still has resources at the incident, or on the way to it."""


class HoldsCommand(Refusal):
    """Your agency takes part in command. Hand over or end its command seat first."""


@write(allow=rules.may_direct)
def invite_agency(
    actor: Actor,
    incident: Incident,
    *,
    agency: UUID,
    role: Role = Role.ASSISTING,
    occurred_at: datetime | None = None,
) -> AgencyInvited:
    """Ask an agency to the incident. It sees nothing of it before it accepts."""
    active(incident)
    if role == Role.LEAD:
        raise LeadIsTaken
    guest = Agency.objects.filter(pk=agency).first()
    if guest is None:
        raise NotFound
    place = _invited(incident, guest, role, happened_there(incident, occurred_at))
    return AgencyInvited(
        incident=incident.pk,
        agency=guest.pk,
        agency_name=guest.name,
        role=role,
        occurred_at=occurred_at,
        touches=(place,),
    )


@write(allow=rules.may_answer_invitation)
def accept_invitation(
    actor: Actor, incident: Incident, *, occurred_at: datetime | None = None
) -> InvitationAccepted:
    """Come to an incident to which the actor's agency is invited."""
    active(incident)
    place = _own_place(actor, incident)
    moment = happened_there(incident, occurred_at, after=place.invited_at)
    move(place, ParticipationStatus.ACCEPTED)
    place.joined_at, place.recorded_at = moment.at, moment.recorded_at
    place.save(update_fields=["status", "joined_at", "recorded_at"])
    return InvitationAccepted(
        incident=incident.pk, agency=place.agency_id, occurred_at=occurred_at, touches=(place,)
    )


@write(allow=rules.may_answer_invitation)
def decline_invitation(actor: Actor, incident: Incident, *, reason: str = "") -> InvitationDeclined:
    """Stay away from an incident. The agency may be invited again."""
    place = _own_place(actor, incident)
    move(place, ParticipationStatus.DECLINED)
    place.save(update_fields=["status"])
    return InvitationDeclined(
        incident=incident.pk, agency=place.agency_id, reason=reason, touches=(place,)
    )


@write(allow=rules.may_leave)
def leave_incident(actor: Actor, incident: Incident) -> AgencyLeft:
    """Leave an incident; from this line on the agency is shown nothing more of it."""
    place = _own_place(actor, incident)
    _may_go(incident, place)
    move(place, ParticipationStatus.LEFT)
    place.left_at, place.recorded_at = clock.now(), None
    place.save(update_fields=["status", "left_at", "recorded_at"])
    return AgencyLeft(incident=incident.pk, agency=place.agency_id, touches=(place,))


def _invited(incident: Incident, guest: Agency, role: Role, moment: Moment) -> Participation:
    """The agency's place at the incident: a new one, or the one it gave up before."""
    place = Participation.objects.filter(incident=incident, agency=guest).first()
    if place is None:
        return Participation.objects.create(
            incident=incident,
            agency=guest,
            role=role,
            status=ParticipationStatus.INVITED,
            invited_at=moment.at,
            recorded_at=moment.recorded_at,
        )
    if place.status in (ParticipationStatus.INVITED, ParticipationStatus.ACCEPTED):
        raise AlreadyThere
    move(place, ParticipationStatus.INVITED)
    place.role, place.invited_at, place.recorded_at = role, moment.at, moment.recorded_at
    place.joined_at = place.left_at = None
    place.save(
        update_fields=["status", "role", "invited_at", "joined_at", "left_at", "recorded_at"]
    )
    return place


def _own_place(actor: Actor, incident: Incident) -> Participation:
    return Participation.objects.get(incident=incident, agency=actor.agency_id)


def _may_go(incident: Incident, place: Participation) -> None:
    if place.role == Role.LEAD:
        raise LeadStays
    own = {"incident": incident, "agency": place.agency_id}
    if CommandSeat.objects.filter(ended_at__isnull=True, **own).exists():
        raise HoldsCommand
    if Deployment.objects.filter(**own).exclude(state__in=sorted(GONE)).exists():
        raise OwnResourcesStillThere
