"""Passkeys at the door: what a browser is asked, and what it answers."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Any, Final

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from agencies import factors
from agencies.factors import Shown
from agencies.web.kept import keep, kept
from agencies.web.requests import ActorRequest

LONGEST = 20_000
QUESTION: Final = "passkey"


class Answered(forms.JSONField):
    """What a browser says of a passkey: one JSON object, put in by the page's island."""

    def __init__(self, **given: Any) -> None:
        super().__init__(widget=forms.HiddenInput, required=False, **given)

    def to_python(self, value: Any) -> Any:
        if value and len(str(value)) > LONGEST:
            raise forms.ValidationError(_("That is no passkey."))
        found = super().to_python(value)
        if found is not None and not isinstance(found, dict):
            raise forms.ValidationError(_("That is no passkey."))
        return found

    def bound_data(self, data: Any, initial: Any) -> Any:
        return None  # good once; never put into a page again


@login_not_required
@require_POST
def asked_at_entrance(request: HttpRequest) -> HttpResponse:
    """What a browser needs in order to show anybody's passkey. No row is written for it."""
    response = JsonResponse(factors.passkey_asked())
    keep(response, QUESTION, [factors.question_taken(request.session), time.time()])
    request.session.modified = False
    return response


def answered_at_entrance(request: HttpRequest, answer: dict[str, Any]) -> tuple[Shown, datetime]:
    """Whose passkey answers what this browser was asked, and when that was."""
    question, at = kept(request, QUESTION) or (None, 0)
    factors.question_put(request.session, question)
    try:
        return factors.passkey_shown(answer), datetime.fromtimestamp(at, UTC)
    finally:
        factors.question_taken(request.session)


@require_POST
def asked_again(request: ActorRequest) -> HttpResponse:
    """The same, for one's own passkeys."""
    return JsonResponse(factors.passkey_asked(account_of(request)))


@require_POST
def wanted(request: ActorRequest) -> HttpResponse:
    """What a browser needs in order to make a passkey."""
    return JsonResponse(factors.passkey_wanted(account_of(request)))


def account_of(request: ActorRequest) -> Any:
    """The account itself, as the session names it."""
    return request.user
