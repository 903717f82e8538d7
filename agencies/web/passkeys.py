"""Passkeys at the door: what a browser is asked, and what it answers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from agencies import factors
from agencies.sessions import only_asks
from agencies.web.requests import ActorRequest

LONGEST = 20_000


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
    """What a browser needs in order to show anybody's passkey."""
    asked = factors.passkey_asked()
    if not request.user.is_authenticated:
        only_asks(request.session)
    return JsonResponse(asked)


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
