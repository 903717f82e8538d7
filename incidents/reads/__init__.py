"""What an actor may see of incidents."""

from incidents.reads import images, views, whereabouts
from incidents.reads.alerts import alert, alert_like, alerts
from incidents.reads.board import Snapshot, board, incident
from incidents.reads.choices import agencies_there, agencies_to_invite, resources_to_commit
from incidents.reads.command import (
    briefing,
    command_offer,
    command_offers,
    command_seat,
    pending_offer,
    possible_commanders,
)
from incidents.reads.deployments import deployment, division, divisions, objective, roster
from incidents.reads.lists import incidents
from incidents.reads.may import may
from incidents.reads.purposes import purposes
from incidents.reads.seats import empty_seats, possible_fillers
from incidents.reads.timeline import timeline, timeline_choices, timeline_export
from incidents.reads.zones import zone

__all__ = [
    "Snapshot",
    "agencies_there",
    "agencies_to_invite",
    "alert",
    "alert_like",
    "alerts",
    "board",
    "briefing",
    "command_offer",
    "command_offers",
    "command_seat",
    "deployment",
    "division",
    "divisions",
    "empty_seats",
    "images",
    "incident",
    "incidents",
    "may",
    "objective",
    "pending_offer",
    "possible_commanders",
    "possible_fillers",
    "purposes",
    "resources_to_commit",
    "roster",
    "timeline",
    "timeline_choices",
    "timeline_export",
    "views",
    "whereabouts",
    "zone",
]
