"""What people look at: requests with their ladders, the inbox, and what would be asked."""

from mutualaid.reads import called, sentences
from mutualaid.reads.first_due import first_due
from mutualaid.reads.followed import request_followed
from mutualaid.reads.history import history
from mutualaid.reads.inbox import ask, asks, inbox
from mutualaid.reads.known import known, known_line, known_rung
from mutualaid.reads.network import network
from mutualaid.reads.places import place_of_request
from mutualaid.reads.preview import preview
from mutualaid.reads.requests import (
    incident_asked_for,
    offer,
    request,
    request_of_message,
    requests,
    zone,
)
from mutualaid.reads.seen_as import RequestSeenAs, request_seen_as
from mutualaid.reads.why import why

__all__ = [
    "RequestSeenAs",
    "ask",
    "asks",
    "called",
    "first_due",
    "history",
    "inbox",
    "incident_asked_for",
    "known",
    "known_line",
    "known_rung",
    "network",
    "offer",
    "place_of_request",
    "preview",
    "request",
    "request_followed",
    "request_of_message",
    "request_seen_as",
    "requests",
    "sentences",
    "why",
    "zone",
]
