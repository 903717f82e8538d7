"""Beginning a session, by whatever means; and the step between a password and what it lacks."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from django.conf import settings
from django.contrib.auth import get_user_model, login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from agencies import admission, writes
from agencies.means import STRONG, Means
from agencies.reads import entrance
from agencies.sessions import owe_second_factor
from agencies.sittings import sit
from agencies.web import devices
from agencies.web.notices import agreed_at, forget, mark_of_notice, notice
from audit.refusals import NotFound

HALFWAY: Final = "halfway"
PATIENCE: Final = timedelta(minutes=5)


def enter(
    request: HttpRequest,
    account: UUID,
    to: str,
    *,
    means: Means,
    subject: str = "",
    **shown: Any,
) -> HttpResponse:
    """Begin a session, tell it in the agency's ledger, and go on to where they were.

    ``shown`` is what they have shown of who they are, and is used up with this. As which
    ``subject`` their provider knows them is linked now, or where they came halfway with it.
    """
    actor = admission.admit(account, via="page", origin=request.META.get("REMOTE_ADDR", ""))
    if actor is None or actor.member_id is None:
        raise NotFound
    writes.sign_in(
        actor,
        actor.member_id,
        means=means,
        notice=mark_of_notice(notice()),
        agreed_at=agreed_at(request),
        subject=subject or _halfway_as(request, account),
        **shown,
    )
    known = get_user_model()._default_manager.get(pk=account)
    login(request, known, backend="django.contrib.auth.backends.ModelBackend")
    if means not in STRONG and entrance.asks_for_more(actor, account):
        owe_second_factor(request.session)
    response = redirect(own_address(request, to))
    sit(request.session, devices.remember(request, response, account))
    forget(response)
    return response


def halfway(request: HttpRequest, account: UUID, to: str, subject: str = "") -> HttpResponse:
    """What they showed first was right; what else the account has is asked for next."""
    request.session.cycle_key()
    request.session[HALFWAY] = [str(account), to, timezone.now().isoformat(), subject]
    return redirect("second-factor")


def who_is_halfway(request: HttpRequest) -> tuple[UUID, str] | None:
    """Who has shown the first thing here within the last minutes, and where they want to go."""
    found = _halfway(request)
    return found and found[:2]


def _halfway_as(request: HttpRequest, account: UUID) -> str:
    """As whom their provider showed this very account, if that is how they came halfway."""
    found = _halfway(request)
    return found[2] if found and found[0] == account else ""


def _halfway(request: HttpRequest) -> tuple[UUID, str, str] | None:
    account, to, since, *subject = request.session.get(HALFWAY, ("", "", ""))
    if not account or timezone.now() - datetime.fromisoformat(since) > PATIENCE:
        return None
    return UUID(account), to, "".join(subject)


def own_address(request: HttpRequest, to: str) -> str:
    """Where to go on; nowhere but within this installation."""
    ours = url_has_allowed_host_and_scheme(to, allowed_hosts=None)
    return to if ours and to.startswith("/") else resolve_url(settings.LOGIN_REDIRECT_URL)
