"""Pages of an incident tell times, and take them, by the incident's own clock (decision 9)."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast
from uuid import UUID

from django.http.response import HttpResponseBase
from django.utils import timezone

from agencies.clocks import clock_of
from agencies.web.requests import ActorRequest
from audit.actors import Actor
from incidents import reads

Page = TypeVar("Page", bound=Callable[..., HttpResponseBase])


def by_clock_of(zone: Callable[[Actor, UUID], str | None]) -> Callable[[Page], Page]:
    """For a page of an incident or of a part of one: everybody there is told the same times.

    ``zone`` reads the name of the time zone, for who may know it; others keep their own clock.
    """

    def of(page: Page) -> Page:
        @wraps(page)
        def told(request: ActorRequest, pk: UUID, **more: UUID) -> HttpResponseBase:
            name = zone(request.actor, pk)
            with timezone.override(clock_of(name) if name else timezone.get_current_timezone()):
                return page(request, pk, **more)

        return cast(Page, told)

    return of


by_its_clock = by_clock_of(reads.zone)
