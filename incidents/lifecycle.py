"""The states that incidents, commands and deployments pass through, and the only roads."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from audit.roads import HasStatus, Roads, move_along


class IncidentStatus(TextChoices):
    ACTIVE = "active", _("Active")
    CLOSED = "closed", _("Closed")


class ParticipationStatus(TextChoices):
    INVITED = "invited", _("Invited")
    ACCEPTED = "accepted", _("At the incident")
    DECLINED = "declined", _("Declined")
    LEFT = "left", _("Left")


class HandoverStatus(TextChoices):
    OFFERED = "offered", _("Offered")
    ACCEPTED = "accepted", _("Accepted")
    DECLINED = "declined", _("Declined")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class DisclosureStatus(TextChoices):
    ASKED = "asked", _("Asked for")
    SHARED = "shared", _("Shared")
    DECLINED = "declined", _("Declined")
    ENDED = "ended", _("Shown no more")


class ObjectiveStatus(TextChoices):
    OPEN = "open", _("Open")
    MET = "met", _("Met")
    DROPPED = "dropped", _("Dropped")


class AlertStatus(TextChoices):
    """What became of a message from outside."""

    PROPOSED = "proposed", _("Waiting for a dispatcher")
    CONFIRMED = "confirmed", _("Opened as an incident")
    DISMISSED = "dismissed", _("Dismissed")
    ATTACHED = "attached", _("Belongs to an incident")
    NOTED = "noted", _("Kept for the record")


class DeploymentState(TextChoices):
    """The fine chain of chapter 3.1; the three ICS statuses are derived from it."""

    ORDERED = "ordered", _("Ordered")
    COMMITTED = "committed", _("Committed")
    MOBILIZING = "mobilizing", _("Mobilizing")
    EN_ROUTE = "en_route", _("En route")
    CHECKED_IN = "checked_in", _("Checked in")
    STAGED = "staged", _("Staged")
    AVAILABLE_BASE = "available_base", _("Available at base")
    ASSIGNED = "assigned", _("Assigned")
    OUT_OF_SERVICE = "out_of_service", _("Out of service")
    DEMOBILIZING = "demobilizing", _("Demobilizing")
    RELEASED = "released", _("Released")
    RETURNING = "returning", _("Returning")
    HOME = "home", _("Home")
    CANCELLED = "cancelled", _("Cancelled")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class IcsStatus(TextChoices):
    """The three tactical statuses of ICS form 210, block 4."""

    ASSIGNED = "assigned", _("Assigned")
    AVAILABLE = "available", _("Available")
    OUT_OF_SERVICE = "out_of_service", _("Out of service")


State = DeploymentState

FINAL: Final = frozenset({State.HOME, State.CANCELLED})
COMING: Final = frozenset({State.ORDERED, State.COMMITTED, State.MOBILIZING, State.EN_ROUTE})
ON_SCENE: Final = frozenset(
    {
        State.CHECKED_IN,
        State.STAGED,
        State.AVAILABLE_BASE,
        State.ASSIGNED,
        State.OUT_OF_SERVICE,
    }
)
LEAVING: Final = frozenset({State.DEMOBILIZING, State.RELEASED, State.RETURNING, State.WITHDRAWN})

ICS_STATUS: Final[dict[State, IcsStatus]] = {
    State.ASSIGNED: IcsStatus.ASSIGNED,
    State.CHECKED_IN: IcsStatus.AVAILABLE,
    State.STAGED: IcsStatus.AVAILABLE,
    State.AVAILABLE_BASE: IcsStatus.AVAILABLE,
    State.OUT_OF_SERVICE: IcsStatus.OUT_OF_SERVICE,
    State.DEMOBILIZING: IcsStatus.OUT_OF_SERVICE,
}

_READY: Final = frozenset(
    {
        State.STAGED,
        State.AVAILABLE_BASE,
        State.ASSIGNED,
        State.OUT_OF_SERVICE,
        State.DEMOBILIZING,
    }
)

ROADS: Final[dict[type[TextChoices], Roads]] = {
    IncidentStatus: {
        IncidentStatus.ACTIVE: frozenset({IncidentStatus.CLOSED}),
        IncidentStatus.CLOSED: frozenset(),
    },
    ParticipationStatus: {
        ParticipationStatus.INVITED: frozenset(
            {ParticipationStatus.ACCEPTED, ParticipationStatus.DECLINED}
        ),
        ParticipationStatus.ACCEPTED: frozenset({ParticipationStatus.LEFT}),
        ParticipationStatus.DECLINED: frozenset({ParticipationStatus.INVITED}),
        ParticipationStatus.LEFT: frozenset({ParticipationStatus.INVITED}),
    },
    DisclosureStatus: {
        DisclosureStatus.ASKED: frozenset(
            {DisclosureStatus.SHARED, DisclosureStatus.DECLINED, DisclosureStatus.ENDED}
        ),
        DisclosureStatus.SHARED: frozenset({DisclosureStatus.ENDED}),
        DisclosureStatus.DECLINED: frozenset(),
        DisclosureStatus.ENDED: frozenset(),
    },
    HandoverStatus: {
        HandoverStatus.OFFERED: frozenset(
            {HandoverStatus.ACCEPTED, HandoverStatus.DECLINED, HandoverStatus.WITHDRAWN}
        ),
        HandoverStatus.ACCEPTED: frozenset(),
        HandoverStatus.DECLINED: frozenset(),
        HandoverStatus.WITHDRAWN: frozenset(),
    },
    ObjectiveStatus: {
        ObjectiveStatus.OPEN: frozenset({ObjectiveStatus.MET, ObjectiveStatus.DROPPED}),
        ObjectiveStatus.MET: frozenset({ObjectiveStatus.OPEN}),
        ObjectiveStatus.DROPPED: frozenset({ObjectiveStatus.OPEN}),
    },
    AlertStatus: {
        AlertStatus.PROPOSED: frozenset(
            {AlertStatus.CONFIRMED, AlertStatus.DISMISSED, AlertStatus.NOTED}
        ),
        AlertStatus.CONFIRMED: frozenset(),
        AlertStatus.DISMISSED: frozenset(),
        AlertStatus.ATTACHED: frozenset(),
        AlertStatus.NOTED: frozenset(),
    },
    State: {
        State.ORDERED: frozenset({State.COMMITTED, State.CANCELLED}),
        State.COMMITTED: frozenset(
            {
                State.MOBILIZING,
                State.EN_ROUTE,
                State.CHECKED_IN,
                State.CANCELLED,
                State.WITHDRAWN,
            }
        ),
        State.MOBILIZING: frozenset(
            {State.EN_ROUTE, State.CHECKED_IN, State.CANCELLED, State.WITHDRAWN}
        ),
        State.EN_ROUTE: frozenset({State.CHECKED_IN, State.CANCELLED, State.WITHDRAWN}),
        State.CHECKED_IN: _READY | {State.WITHDRAWN},
        State.STAGED: frozenset(
            {State.ASSIGNED, State.OUT_OF_SERVICE, State.DEMOBILIZING, State.WITHDRAWN}
        ),
        State.AVAILABLE_BASE: frozenset(
            {State.ASSIGNED, State.OUT_OF_SERVICE, State.DEMOBILIZING, State.WITHDRAWN}
        ),
        State.ASSIGNED: frozenset(
            {
                State.STAGED,
                State.AVAILABLE_BASE,
                State.OUT_OF_SERVICE,
                State.DEMOBILIZING,
                State.WITHDRAWN,
            }
        ),
        State.OUT_OF_SERVICE: frozenset(
            {
                State.STAGED,
                State.AVAILABLE_BASE,
                State.ASSIGNED,
                State.DEMOBILIZING,
                State.WITHDRAWN,
            }
        ),
        State.DEMOBILIZING: frozenset({State.STAGED, State.RELEASED, State.WITHDRAWN}),
        State.RELEASED: frozenset({State.RETURNING, State.HOME}),
        State.RETURNING: frozenset({State.HOME}),
        State.WITHDRAWN: frozenset({State.RETURNING, State.HOME}),
        State.HOME: frozenset(),
        State.CANCELLED: frozenset(),
    },
}


def move(row: HasStatus, to: TextChoices) -> None:
    """Take a row to its next state, or say that there is no road."""
    move_along(ROADS[type(to)], row, to)
