"""Pages of one's own account: by what one signs in."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from agencies import factors, reads, writes
from agencies.details import Password
from agencies.sessions import has_second_factor, owes_second_factor
from agencies.web.answers import asked, carried_out, filled, onward
from agencies.web.forms import Confirm
from agencies.web.passkeys import Answered, account_of
from agencies.web.requests import ActorRequest, member_of

SECRET: Final = "app_secret"


class NewPasskeyForm(forms.Form):
    name = forms.CharField(
        label=gettext_lazy("What holds it"),
        help_text=gettext_lazy("So that you know which to remove: engine 4's tablet, blue key."),
        max_length=60,
    )
    credential = Answered()


class AppForm(forms.Form):
    code = forms.CharField(
        label=gettext_lazy("Code that the app shows"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )


@require_safe
def you(request: ActorRequest) -> HttpResponse:
    """By what I sign in."""
    owes = owes_second_factor(request.session)
    said = {"own": reads.my_factors(request.actor), "owes": owes, "page": "you"}
    return render(request, "agencies/you.html", said)


def add_passkey(request: ActorRequest) -> HttpResponse:
    """Make a passkey on this device, or on one that is plugged in or near."""
    form = NewPasskeyForm(filled(request))
    if form.is_valid():
        told = carried_out(form, lambda: _added(request, form))
        if told:
            has_second_factor(request.session)
            return onward(request, "agencies:you")
    return asked(
        request,
        form,
        title=_("Add a passkey"),
        submit=_("Make it"),
        template="agencies/_add_passkey.html",
    )


def _added(request: ActorRequest, form: NewPasskeyForm) -> Any:
    made = factors.passkey_made(form.cleaned_data["credential"] or {})
    name = form.cleaned_data["name"]
    return writes.add_passkey(request.actor, member_of(request), name=name, credential=made)


def remove_passkey(request: ActorRequest, pk: int) -> HttpResponse:
    form = Confirm(filled(request))
    told = carried_out(
        form, lambda: writes.remove_passkey(request.actor, member_of(request), factor=pk)
    )
    if told:
        return onward(request, "agencies:you")
    text = _("Whoever holds that device cannot sign in with it any more.")
    return asked(
        request, form, title=_("Remove the passkey"), submit=_("Remove"), danger=True, text=text
    )


def turn_on_app(request: ActorRequest) -> HttpResponse:
    """Set up an app that shows codes. Its secret is kept only once a code was right."""
    secret = request.session.setdefault(SECRET, factors.fresh_secret())
    form = AppForm(filled(request))
    told = carried_out(
        form,
        lambda: writes.turn_on_app(
            request.actor,
            member_of(request),
            secret=Password.of(secret),
            code=form.cleaned_data["code"],
        ),
    )
    if told:
        del request.session[SECRET]
        has_second_factor(request.session)
        return onward(request, "agencies:you")
    return asked(
        request,
        form,
        title=_("Set up an app for codes"),
        submit=_("Turn it on"),
        template="agencies/_turn_on_app.html",
        secret=" ".join(secret[at : at + 4] for at in range(0, len(secret), 4)),
        picture=factors.picture_of(account_of(request), secret),
    )


def turn_off_app(request: ActorRequest) -> HttpResponse:
    form = Confirm(filled(request))
    told = carried_out(form, lambda: writes.turn_off_app(request.actor, member_of(request)))
    if told:
        return onward(request, "agencies:you")
    text = _("From now on your password asks for no code of an app.")
    return asked(
        request, form, title=_("Turn off the app"), submit=_("Turn off"), danger=True, text=text
    )


def make_codes(request: ActorRequest) -> HttpResponse:
    """Make recovery codes, and show them."""
    form = Confirm(filled(request))
    told = carried_out(form, lambda: writes.make_recovery_codes(request.actor, member_of(request)))
    if told:
        return onward(request, "agencies:recovery-codes")
    text = _("Each gets you in once, after your password. Any that you have now end with this.")
    return asked(request, form, title=_("Recovery codes"), submit=_("Make ten"), text=text)


@require_safe
def recovery_codes(request: ActorRequest) -> HttpResponse:
    """One's recovery codes, to print or to write down."""
    if not request.actor.proved_lately:
        return redirect(reverse("prove-again", query={"to": request.path}))
    said = {"codes": reads.my_recovery_codes(request.actor), "page": "you"}
    return render(request, "agencies/recovery_codes.html", said)
