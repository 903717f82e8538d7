"""Pages of an incident tell times, and take them, by the incident's own clock (decision 9)."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from uuid import UUID

from django.http.response import HttpResponseBase
from django.utils import timezone

from agencies.web.requests import ActorRequest
from agencies.web.zones import clock_of
from incidents import reads

R = TypeVar("R", bound=HttpResponseBase)


def by_its_clock(page: Callable[[ActorRequest, UUID], R]) -> Callable[[ActorRequest, UUID], R]:
    """For a page of an incident or of a part of one: everybody there is told the same times."""

    @wraps(page)
    def told(request: ActorRequest, pk: UUID) -> R:
        name = reads.zone(request.actor, pk)
        with timezone.override(clock_of(name) if name else timezone.get_current_timezone()):
            return page(request, pk)

    return told
