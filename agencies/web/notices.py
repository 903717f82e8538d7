"""What stands before the door: who may use this, and that it is watched (AC-8).

It is agreed to by an act of its own, before anybody signs in by whatever means; each sign-in
wants it anew, and tells in the ledger which words were agreed to, and when.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from hashlib import sha256
from http import HTTPStatus
from typing import Final

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

COOKIE: Final = "__Host-muster-notice" if settings.HTTPS else "muster-notice"
SALT: Final = "agencies.notice"
HOLDS: Final = timedelta(minutes=30)


def notice() -> str:
    """The installation's own words, or these."""
    own: str = settings.NOTICE
    return own or _(
        "This is a restricted system for authorized use. What you do and look at here is "
        "recorded and may be reviewed. Unauthorized use is prohibited and may be punished. By "
        "going on you agree to this."
    )


def mark_of_notice(words: str) -> str:
    """Which words those were, short enough for a line of the ledger."""
    return sha256(words.encode()).hexdigest()[:16]


def asked_first(request: HttpRequest) -> HttpResponse | None:
    """The notice, where it was not agreed to on this device a moment ago; then the same page."""
    if agreed_at(request) is not None:
        return None
    if request.method == "POST" and "agreed" in request.POST:
        response = redirect(request.get_full_path())
        _remember(response)
        return response
    status = HTTPStatus.OK if request.method == "GET" else HTTPStatus.PRECONDITION_REQUIRED
    said = {"notice": notice(), "next": request.GET.get("next", "")}
    return render(request, "agencies/notice.html", said, status=status)


def agreed_at(request: HttpRequest) -> datetime | None:
    """When these very words were agreed to here, for the sign-in that comes."""
    try:
        mark, at = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=HOLDS)
    except signing.BadSignature:
        return None
    return datetime.fromisoformat(at) if mark == mark_of_notice(notice()) else None


def forget(response: HttpResponse) -> None:
    """It was for one sign-in; the next is asked anew."""
    response.delete_cookie(COOKIE, samesite="Lax")


def _remember(response: HttpResponse) -> None:
    response.set_cookie(
        COOKIE,
        signing.dumps([mark_of_notice(notice()), timezone.now().isoformat()], salt=SALT),
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )
