"""Who is asking, at every request: a right that ended a moment ago is gone now (P12)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from agencies import admission
from agencies.clocks import clock_of
from agencies.sessions import owes_second_factor
from agencies.web import locking
from agencies.web.requests import name_of
from audit.actors import Actor
from audit.web.doors import LONGEST_KEY, SAFE

# What stays open to somebody who must add a second factor first: to do just that.
ON_THE_WAY: Final = (
    *("/you/", "/prove/", "/sign-in/back/", "/sign-out/", "/static/", "/lock/", "/unlock/"),
)


class Admission:
    """Sets ``request.actor``, and signs out whoever has an account and may act no more.

    Pages tell times by the clock of the actor's agency (decision 9); the API admits by
    itself, and stays with UTC. What was answered to somebody is kept by no cache.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith("/api/") or not request.user.is_authenticated:
            return self.get_response(request)
        try:
            actor = self._admitted(request, admission.admit_here)
        except admission.DeviceLocked:
            actor = self._admitted(request, admission.admit_though_locked)
            if actor and not locking.stays_open(request):
                return _never_kept(locking.covered(request, actor))
        if actor is None:
            logout(request)
        if actor and owes_second_factor(request.session) and not _is_on_the_way(request):
            return redirect("agencies:you")
        request.actor = actor  # type: ignore[attr-defined]
        if actor and actor.guest_of and not _is_for_guests(request):
            request.actor = None  # type: ignore[attr-defined]
            raise Http404
        with timezone.override(clock_of(actor.time_zone) if actor else None):
            response = self.get_response(request)
        return _never_kept(response)

    def _admitted(self, request: HttpRequest, admit: Callable[..., Actor | None]) -> Actor | None:
        origin = request.META.get("REMOTE_ADDR", "")
        return admit(request.user.pk, request.session, via="page", origin=origin, key=_key(request))


def _never_kept(response: HttpResponse) -> HttpResponse:
    response.headers.setdefault("Cache-Control", "no-store")
    return response


def _is_on_the_way(request: HttpRequest) -> bool:
    return request.path_info.startswith(ON_THE_WAY)


def _is_for_guests(request: HttpRequest) -> bool:
    """A guest finds one incident here. Of every other address there is nothing, not even a no."""
    return name_of(request) in admission.GUEST_DOORS


def _key(request: HttpRequest) -> str | None:
    """What makes pressing a button twice the same as pressing it once."""
    if request.method in SAFE:
        return None
    key = request.headers.get("Idempotency-Key") or request.POST.get("idempotency_key", "")
    return key if 0 < len(key) <= LONGEST_KEY and key.isprintable() else None
