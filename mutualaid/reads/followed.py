"""The page of a request: where it begins to follow, what it shows, and what happened."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from agencies.reads.places import Place
from audit.actors import Actor
from audit.reads import read
from mutualaid.reads.history import Happened, history
from mutualaid.reads.places import place_of_request
from mutualaid.reads.requests import RequestShown, request


@dataclass(frozen=True, slots=True)
class RequestFollowed:
    """Everything on the page. What comes after ``place`` is heard by frame."""

    place: Place
    it: RequestShown
    history: list[Happened]


@read
def request_followed(actor: Actor, pk: UUID) -> RequestFollowed:
    """All of it as one look, since one person looks once: each owner finds one record."""
    return RequestFollowed(
        place=place_of_request(actor, pk), it=request(actor, pk), history=history(actor, pk)
    )
