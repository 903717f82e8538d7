"""A device that nobody has touched for a while: covered, and opened by whoever is signed in there.

What stays open to a locked device says nothing of what it showed: who is signed in, how many
things wait for the agency's answer (P25: nobody waits unheard), the way in and the way out.
"""

from __future__ import annotations

import math
from datetime import datetime
from functools import cached_property
from http import HTTPStatus
from typing import Any, Final

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from agencies import admission, sittings
from agencies.means import Means
from agencies.reads.inbox import waiting
from agencies.sessions import prove
from agencies.web import devices
from agencies.web.entering import own_address
from agencies.web.proofs import ProofForm
from agencies.web.requests import ActorRequest, name_of
from audit.actors import Actor

# What a locked device may still ask for; each says for itself that it is locked.
STAYS_OPEN: Final = frozenset(
    {"unlock", "lock", "lock-now", "ask-passkey-again", "sign-out", "come-as-guest"}
    | {"prove-elsewhere", "sign-on-back"}
)


class UnlockForm(ProofForm):
    """The proof that opens a locked device, told with since when it had been locked."""

    @cached_property
    def locked_since(self) -> datetime | None:
        locked = sittings.lock_of(self.request.session)
        return min(locked.at, timezone.now()) if locked.locked and locked.at else None

    @property
    def since(self) -> datetime:
        """What was shown before the device was locked does not open it."""
        return max(super().since, self.locked_since or super().since)

    def _told(self, means: Means, **used: Any) -> str:
        return super()._told(means, locked_since=self.locked_since, **used)


def stays_open(request: HttpRequest) -> bool:
    return name_of(request) in STAYS_OPEN


def covered(request: HttpRequest, whose: Actor) -> HttpResponse:
    """What a locked device gets instead of the page that it asked for."""
    if request.headers.get("Sec-Fetch-Mode", "navigate") != "navigate":
        said = str(admission.DeviceLocked())
        return HttpResponse(said, "text/plain", status=HTTPStatus.LOCKED)
    request.actor = whose  # type: ignore[attr-defined]
    to = request.get_full_path() if request.method == "GET" else ""
    return _screen(request, whose, to, status=HTTPStatus.LOCKED)  # type: ignore[arg-type]


@require_http_methods(["GET", "HEAD", "POST"])
def lock(request: ActorRequest) -> JsonResponse:
    """How it stands with this device; or, sent by somebody who is there, that they are."""
    if request.method == "POST":
        sittings.touch(request.session)
    found = sittings.lock_of(request.session)
    ahead = found.at - timezone.now() if found.at and not found.locked else None
    left = ahead and math.ceil(ahead.total_seconds())
    said = {"locked": found.locked, "seconds": left}
    return JsonResponse(said | ({"waiting": waiting(request.actor)} if found.locked else {}))


def unlock(request: ActorRequest) -> HttpResponse:
    """Open the device, and go back to exactly where it was locked."""
    to = request.POST.get("next", request.GET.get("next", ""))
    if not sittings.lock_of(request.session).locked:
        return _onward(request, to)
    if request.actor.guest_of:
        return _screen(request, request.actor, to)
    form = UnlockForm(request, request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _screen(request, request.actor, to, form=form)
    prove(request.session)
    sittings.sit(request.session, devices.mark_of_this(request))
    return _onward(request, to)


@require_POST
def lock_now(request: ActorRequest) -> HttpResponse:
    """Lock the device by hand, before leaving it."""
    sittings.lock(request.session)
    return _onward(request, request.POST.get("next", ""))


def _onward(request: ActorRequest, to: str) -> HttpResponse:
    if request.headers.get("HX-Request") == "true":
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
    return redirect(own_address(request, to))


def _screen(
    request: ActorRequest,
    whose: Actor,
    to: str,
    *,
    form: ProofForm | None = None,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    """The cover: over an open page as a fragment, or instead of one."""
    dialog = request.headers.get("HX-Request") == "true"
    if form is None and not whose.guest_of:
        form = UnlockForm(request)
    said = {
        "form": form,
        "whose": whose,
        "next": to,
        "dialog": dialog,
        "waiting": waiting(whose),
    }
    request.actor = None  # type: ignore[assignment]  # no page of theirs is drawn around it
    failed = form is not None and form.is_bound
    return render(
        request,
        "agencies/_locked.html" if dialog else "agencies/locked.html",
        said,
        status=HTTPStatus.UNPROCESSABLE_ENTITY if failed else status,
    )


admission.GUEST_DOORS |= {"lock", "lock-now", "unlock"}
