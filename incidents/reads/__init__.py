"""What an actor may see of incidents."""

from incidents.reads import images, views
from incidents.reads.alerts import alert, alert_like, alerts
from incidents.reads.board import Snapshot, board, incident
from incidents.reads.choices import agencies_there, agencies_to_invite, resources_to_commit
from incidents.reads.command import (
    briefing,
    command_offer,
    command_offers,
    command_seat,
    possible_commanders,
)
from incidents.reads.deployments import deployment, divisions, roster
from incidents.reads.lists import incidents
from incidents.reads.timeline import Wanted, timeline, timeline_export

__all__ = [
    "Snapshot",
    "Wanted",
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
    "divisions",
    "images",
    "incident",
    "incidents",
    "possible_commanders",
    "resources_to_commit",
    "roster",
    "timeline",
    "timeline_export",
    "views",
]
