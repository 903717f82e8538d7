"""Who may ask, who may answer, and who may move a request along."""

from __future__ import annotations

from typing import Final

from django.db.models import Exists, OuterRef, Q, QuerySet

from audit.actors import Actor, machine
from audit.bounds import of_incidents
from audit.rules import ALWAYS, NEVER, Rule, rule, sees
from incidents.lifecycle import ParticipationStatus
from incidents.models import CommandSeat, Participation
from incidents.rules import participates, works
from mutualaid.models import (
    OfferedResource,
    OrderLine,
    RequestMessage,
    ResourceRequest,
    Rung,
    Solicitation,
)

CLOCK: Final = machine("the clock", via="clock")


def _present(actor: Actor, incident: str) -> QuerySet[Participation]:
    return Participation.objects.filter(
        incident=OuterRef(incident), agency=actor.agency_id, status=ParticipationStatus.ACCEPTED
    )


def _in_command(actor: Actor, incident: str) -> QuerySet[CommandSeat]:
    return CommandSeat.objects.filter(
        incident=OuterRef(incident), agency=actor.agency_id, ended_at__isnull=True
    )


def at_incident(incident: str) -> Rule:
    """A rule for those whose agency is at the incident that this path leads to."""

    @rule("your agency is at its incident")
    def present(actor: Actor) -> Q:
        return Q(Exists(_present(actor, incident)))

    return present


def requested_by(path: str) -> Rule:
    """A rule for those whose agency made the request at the other end of this path."""

    @rule("your agency requested it")
    def requested(actor: Actor) -> Q:
        return Q(**{f"{path}requested_by": actor.agency_id})

    return requested


def in_command(incident: str) -> Rule:
    """A rule for those whose agency has a seat in command of the incident."""

    @rule("your agency is in command of its incident")
    def commanding(actor: Actor) -> Q:
        return Q(Exists(_in_command(actor, incident)))

    return commanding


@rule("your agency is asked")
def asked(actor: Actor) -> Q:
    return Q(agency=actor.agency_id)


@rule("its time ran out", machine=True)
def time_ran_out(actor: Actor) -> Q:
    """Only the clock climbs by itself; a person skips a rung, and says why."""
    return ALWAYS if actor == CLOCK else NEVER


may_request = participates & works
may_answer = asked & works
# Who has left an incident orders nothing there any more.
_requested = requested_by("") & at_incident("incident")
_requested_line = requested_by("request__") & at_incident("request__incident")
_requested_part = requested_by("line__request__") & at_incident("line__request__incident")

may_order = _requested_part & works
may_order_line = _requested_line & works
may_steer = (_requested | in_command("incident")) & works
may_change = _requested & works
may_steer_line = (_requested_line | in_command("request__incident")) & works
may_skip = (_requested_part | in_command("line__request__incident")) & works

of_incidents(
    {
        ResourceRequest: "incident__mode",
        RequestMessage: "request__incident__mode",
        OrderLine: "request__incident__mode",
        Rung: "line__request__incident__mode",
        Solicitation: "line__request__incident__mode",
        OfferedResource: "solicitation__line__request__incident__mode",
    }
)

sees(ResourceRequest, at_incident("incident"))
sees(OrderLine, at_incident("request__incident"))
sees(Rung, at_incident("line__request__incident"))
sees(Solicitation, asked | at_incident("line__request__incident"))
