"""Everything that changes requests, their ladders and what is offered."""

from mutualaid.writes import arrivals
from mutualaid.writes.asks import acknowledge, decline, offer, withdraw_offer
from mutualaid.writes.changes import change_request
from mutualaid.writes.declaring import Declared
from mutualaid.writes.holds import hold_request, resume_request
from mutualaid.writes.lapses import lapse_offer
from mutualaid.writes.lines import cancel_line, close_short, retry_line
from mutualaid.writes.messages import Message
from mutualaid.writes.offers import accept_offer, reject_offer
from mutualaid.writes.orders import LineWanted
from mutualaid.writes.requests import cancel_request, submit_request
from mutualaid.writes.rungs import climb, remind, skip_to_rung

__all__ = [
    "Declared",
    "LineWanted",
    "Message",
    "accept_offer",
    "acknowledge",
    "arrivals",
    "cancel_line",
    "cancel_request",
    "change_request",
    "climb",
    "close_short",
    "decline",
    "hold_request",
    "lapse_offer",
    "offer",
    "reject_offer",
    "remind",
    "resume_request",
    "retry_line",
    "skip_to_rung",
    "submit_request",
    "withdraw_offer",
]
