"""Signing in: by a passkey, or by a password and whatever else the account has."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.debug import sensitive_post_parameters

from agencies import admission
from agencies.details import Password
from agencies.factors import NotRecognized
from agencies.means import Means
from agencies.reads import entrance
from agencies.web.entering import enter, halfway, own_address, who_is_halfway
from agencies.web.notices import asked_first
from agencies.web.passkeys import Answered, answered_at_entrance
from agencies.web.tries import knocker, nobody, refuse, tries_at
from agencies.web.waiting import TOO_MANY, later
from agencies.writes.factors import WrongCode
from audit import security
from audit.refusals import NotFound


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

    at = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, request: HttpRequest, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        self.request = request
        self.account = UUID(int=0)

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = self.cleaned_data
        if self.errors:
            return said
        if wrong := self._tried(said["username"], said["password"]):
            raise forms.ValidationError(wrong)
        return said

    @transaction.atomic
    def _tried(self, email: str, password: str) -> str:
        """What is wrong, if anything is. One attempt at an account at a time."""
        tries = tries_at(self.request, email)
        for mark in sorted({one.mark for one in tries}):
            security.one_at_a_time(mark)
        tries = [one.asked_again() for one in tries]
        open_ = [one for one in tries if not one.left]
        if not open_:
            said = [one.too_many() for one in sorted(tries, key=lambda one: one.left)]
            return said[0]
        asked = [one.account for one in open_ if one.account]
        right = entrance.whose_password(nobody(), asked, Password.of(password))
        accounts = [pk for pk in right if admission.admit(pk, via="page") is not None]
        if not accounts:
            sentence = _("That e-mail address and password do not belong together.")
            said = [one.was_wrong(sentence) for one in open_]
            return said[0]
        return self._chosen(accounts)

    def _chosen(self, accounts: list[UUID]) -> str:
        """Whose password is that of several accounts says which; nobody else is ever asked."""
        chosen = [pk for pk in accounts if len(accounts) == 1 or pk == self.cleaned_data["at"]]
        if chosen:
            self.account = chosen[0]
            return ""
        choices = entrance.agencies_of(nobody(), accounts)
        self.fields["at"] = forms.ChoiceField(label=_("For which agency"), choices=choices)
        return _("You sign in for several agencies with this. Say for which, and type it again.")


class PasskeyForm(forms.Form):
    credential = Answered()


class SecondForm(forms.Form):
    """What stands beside the password: a code of an app, or one of those printed out."""

    code = forms.CharField(
        label=gettext_lazy("Code"),
        help_text=gettext_lazy("Six digits of your app, or one of your recovery codes."),
        max_length=20,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": True}
        ),
    )


@sensitive_post_parameters("password")
@login_not_required
@csrf_protect
def sign_in(request: HttpRequest) -> HttpResponse:
    """By password; where the account has more than that, it is asked for next."""
    to = request.POST.get("next", request.GET.get("next", ""))
    if request.user.is_authenticated:
        return redirect(own_address(request, to))
    if asked := asked_first(request):
        return asked
    form = SignInForm(request, request.POST or None)
    if not form.is_valid():
        return _entrance(request, form, to)
    if entrance.has_more(nobody(), form.account):
        return halfway(request, form.account, to)
    return enter(request, form.account, to, means=Means.PASSWORD)


@login_not_required
@csrf_protect
def by_passkey(request: HttpRequest) -> HttpResponse:
    """By a passkey alone: it is two factors in one."""
    if asked := asked_first(request):
        return asked
    to = request.POST.get("next", "")
    form = PasskeyForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and form.cleaned_data["credential"]:
        try:
            shown, asked_at = answered_at_entrance(request, form.cleaned_data["credential"])
            return enter(
                request,
                shown.account,
                to,
                means=Means.PASSKEY,
                passkey=shown.factor,
                passkey_asked_at=asked_at,
            )
        except (NotRecognized, NotFound):
            form.add_error(None, str(NotRecognized()))
            refuse(knocker(request), "", "wrong_passkey", str(NotRecognized()))
    return _entrance(request, SignInForm(request), to, passkey=form)


@login_not_required
@csrf_protect
def second_factor(request: HttpRequest) -> HttpResponse:
    """What stands beside the password, once that was right."""
    found = who_is_halfway(request)
    if found is None:
        return redirect("sign-in")
    if asked := asked_first(request):
        return asked
    account, to = found
    form = SecondForm(request.POST or None)
    if form.is_valid():
        answer = _with_code(request, form, account, to)
        if answer is not None:
            return answer
    said = {"form": form, "next": to}
    return render(request, "agencies/second_factor.html", said)


@transaction.atomic
def _with_code(
    request: HttpRequest, form: SecondForm, account: Any, to: str
) -> HttpResponse | None:
    """Try it as a code of the app, then as a recovery code; one attempt at a time."""
    mark = entrance.mark_of(str(account))
    security.one_at_a_time(mark)
    who = knocker(request, account)
    if left := entrance.wait(who, str(account)):
        form.add_error("code", refuse(who, str(account), TOO_MANY, later(left)))
        return None
    code = Password.of(form.cleaned_data["code"])
    for means in (Means.APP, Means.RECOVERY):
        try:
            return enter(request, account, to, means=means, code=code)
        except WrongCode:
            continue
    form.add_error("code", refuse(who, str(account), entrance.WRONG, str(WrongCode())))
    return None


def _entrance(
    request: HttpRequest, form: SignInForm, to: str, passkey: PasskeyForm | None = None
) -> HttpResponse:
    said = {"form": form, "passkey": passkey or PasskeyForm(), "next": to}
    return render(request, "agencies/sign_in.html", said)
