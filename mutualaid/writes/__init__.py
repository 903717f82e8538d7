"""Everything that changes requests, their ladders and what is offered."""

from mutualaid.writes import arrivals
from mutualaid.writes.asks import acknowledge, decline, offer, withdraw_offer
from mutualaid.writes.holds import hold_request, resume_request
from mutualaid.writes.lines import cancel_line, close_short, retry_line
from mutualaid.writes.offers import accept_offer, reject_offer
from mutualaid.writes.requests import LineWanted, cancel_request, submit_request
from mutualaid.writes.rungs import climb, remind, skip_to_rung

__all__ = [
    "LineWanted",
    "accept_offer",
    "acknowledge",
    "arrivals",
    "cancel_line",
    "cancel_request",
    "climb",
    "close_short",
    "decline",
    "hold_request",
    "offer",
    "reject_offer",
    "remind",
    "resume_request",
    "retry_line",
    "skip_to_rung",
    "submit_request",
    "withdraw_offer",
]
