"""Who is asking, at every request: a right that ended a moment ago is gone now (P12)."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import Resolver404, resolve
from django.utils import timezone

from agencies import admission
from agencies.clocks import clock_of
from agencies.sessions import owes_second_factor, proved_at
from audit.web.doors import LONGEST_KEY, SAFE


class Admission:
    """Sets ``request.actor``, and signs out whoever has an account and may act no more.

    Pages tell times by the clock of the actor's agency (decision 9); the API admits by
    itself, and stays with UTC. What was answered to somebody is kept by no cache.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith("/api/") or not request.user.is_authenticated:
            return self.get_response(request)
        actor = admission.admit(
            request.user.pk,
            via="page",
            origin=request.META.get("REMOTE_ADDR", ""),
            key=_key(request),
            proved_at=proved_at(request.session),
        )
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
        response.headers.setdefault("Cache-Control", "no-store")
        return response


def _is_on_the_way(request: HttpRequest) -> bool:
    """What stays open to somebody who must add a second factor first: to do just that."""
    return request.path.startswith(("/you/", "/prove/", "/sign-out/", "/static/"))


def _is_for_guests(request: HttpRequest) -> bool:
    """A guest finds one incident here. Of every other address there is nothing, not even a no."""
    try:
        return resolve(request.path_info).view_name in admission.GUEST_DOORS
    except Resolver404:
        return False


def _key(request: HttpRequest) -> str | None:
    """What makes pressing a button twice the same as pressing it once."""
    if request.method in SAFE:
        return None
    key = request.headers.get("Idempotency-Key") or request.POST.get("idempotency_key", "")
    return key if 0 < len(key) <= LONGEST_KEY and key.isprintable() else None
