"""What an actor may see of incidents."""

from incidents.reads import (
    called,
    images,
    occasions,
    told_of_guests,
    told_of_sharing,
    views,
    waiting,
    whereabouts,
)
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
from incidents.reads.eyes import Eyes
from incidents.reads.glass import glass, glasses
from incidents.reads.glass_counts import glass_counts
from incidents.reads.guests import guest_link, guests
from incidents.reads.lists import incidents
from incidents.reads.may import may
from incidents.reads.purposes import HereFor, here_for, offered, purposes
from incidents.reads.recipients import possible_recipients
from incidents.reads.seats import empty_seats, possible_fillers
from incidents.reads.seen_as import SeenAs, seen_as
from incidents.reads.sharing import sharing
from incidents.reads.timeline import timeline, timeline_choices, timeline_export
from incidents.reads.who_sees import who_sees, who_sees_note
from incidents.reads.why import why
from incidents.reads.zones import zone

__all__ = [
    "Eyes",
    "HereFor",
    "SeenAs",
    "Snapshot",
    "agencies_there",
    "agencies_to_invite",
    "alert",
    "alert_like",
    "alerts",
    "board",
    "briefing",
    "called",
    "command_offer",
    "command_offers",
    "command_seat",
    "deployment",
    "division",
    "divisions",
    "empty_seats",
    "glass",
    "glass_counts",
    "glasses",
    "guest_link",
    "guests",
    "here_for",
    "images",
    "incident",
    "incidents",
    "may",
    "objective",
    "occasions",
    "offered",
    "pending_offer",
    "possible_commanders",
    "possible_fillers",
    "possible_recipients",
    "purposes",
    "resources_to_commit",
    "roster",
    "seen_as",
    "sharing",
    "timeline",
    "timeline_choices",
    "timeline_export",
    "told_of_guests",
    "told_of_sharing",
    "views",
    "waiting",
    "whereabouts",
    "who_sees",
    "who_sees_note",
    "why",
    "zone",
]
