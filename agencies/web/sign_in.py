"""Signing in and out."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib.auth import authenticate, login
from django.contrib.auth.views import LoginView
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agencies import admission, writes
from agencies.reads import entrance
from agencies.web.waiting import TOO_MANY, later
from audit import security
from audit.actors import Actor, machine


class SignInForm(forms.Form):
    """E-mail and password. Whatever is wrong with them, the sentence is the same."""

    username = forms.EmailField(
        label=gettext_lazy("E-mail"),
        widget=forms.EmailInput(attrs={"autocomplete": "username", "autofocus": True}),
    )
    password = forms.CharField(
        label=gettext_lazy("Password"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, request: HttpRequest, **given: Any) -> None:
        super().__init__(**given)
        self.request = request
        self.account: Any = None
        self.actor: Actor | None = None

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = self.cleaned_data
        if self.errors:
            return said
        if wrong := self._tried(said["username"], said["password"]):
            raise forms.ValidationError(wrong)
        return said

    def get_user(self) -> Any:
        return self.account

    @transaction.atomic
    def _tried(self, email: str, password: str) -> str:
        """What is wrong, if anything is. One attempt at an account at a time."""
        origin = self.request.META.get("REMOTE_ADDR", "")
        security.one_at_a_time(entrance.mark_of(email))
        knocker = entrance.knocker(machine("entrance", via="page"), email, origin)
        left = entrance.wait(knocker, email)
        if left > timedelta(0):
            return _refuse(knocker, email, TOO_MANY, later(left))
        self.account = authenticate(self.request, username=email, password=password)
        if self.account is not None:
            self.actor = admission.admit(self.account.pk, via="page", origin=origin)
        if self.actor is None:
            sentence = _("That e-mail address and password do not belong together.")
            return _refuse(knocker, email, entrance.WRONG, sentence)
        return ""


class SignIn(LoginView):
    """Begins a session and says so in the agency's ledger."""

    template_name = "agencies/sign_in.html"
    authentication_form = SignInForm  # type: ignore[assignment]
    redirect_authenticated_user = True

    def form_valid(self, form: Any) -> HttpResponse:
        login(self.request, form.get_user())
        writes.sign_in(form.actor, form.actor.member_id)
        return super(LoginView, self).form_valid(form)


def _refuse(knocker: Actor, email: str, code: str, sentence: str) -> str:
    security.turn_away(
        knocker,
        tried=entrance.TRIED,
        subject=entrance.mark_of(email),
        code=code,
        sentence=sentence,
    )
    return sentence
