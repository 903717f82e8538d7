"""Asking who is here to prove once more that it is they, and going on to what they were doing."""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus
from typing import Any, Final

from django import forms
from django.contrib.auth import authenticate
from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agencies import reads, writes
from agencies.means import Means
from agencies.reads import entrance
from agencies.sessions import prove
from agencies.web.requests import ActorRequest, member_of
from agencies.web.waiting import TOO_MANY, later
from audit import security
from audit.actors import Actor

# What this form asks itself. All else in it is what somebody had filled in before.
OWN: Final = frozenset({"proof_to", "proof_sends", "proof_password"})
UNSAID: Final = frozenset({"csrfmiddlewaretoken"})


class ProofForm(forms.Form):
    """Shows once more who it is: so far, by the password."""

    proof_to = forms.CharField(widget=forms.HiddenInput, required=False, max_length=2000)
    proof_sends = forms.BooleanField(widget=forms.HiddenInput, required=False)
    proof_password = forms.CharField(
        label=gettext_lazy("Your password"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password", "autofocus": True}),
    )

    def __init__(self, request: ActorRequest, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        self.request = request

    def clean_proof_password(self) -> str:
        if wrong := self._tried(self.cleaned_data["proof_password"]):
            raise forms.ValidationError(wrong)
        return ""

    @transaction.atomic
    def _tried(self, password: str) -> str:
        """What is wrong, if anything is. Counted apart from the entrance: nobody outside can
        keep a commander from proving, and a stolen session cannot guess without end.
        """
        actor = self.request.actor
        mark = str(member_of(self.request))
        security.one_at_a_time(mark)
        if left := entrance.wait_to_prove(actor):
            return _refuse(actor, mark, TOO_MANY, later(left))
        email = reads.member(actor, member_of(self.request)).email
        if authenticate(self.request, username=email, password=password) is None:
            return _refuse(actor, mark, entrance.WRONG, _("That is not your password."))
        return ""


def prove_again(request: ActorRequest) -> HttpResponse:
    """Take the proof and go on: to a page, or with the form that had asked for it."""
    form = ProofForm(request, request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _asked(request, form, request.POST or request.GET)
    # Its key belongs to what comes next.
    writes.prove_again(_without_key(request.actor), member_of(request), means=Means.PASSWORD)
    prove(request.session)
    to = _own_address(request, form.cleaned_data["proof_to"])
    # The same form again, sent by the browser: it is kept nowhere in between.
    return redirect(to, preserve_request=form.cleaned_data["proof_sends"])


def ask_to_prove(request: HttpRequest) -> HttpResponse:
    """Answer a form that only somebody may send who has proved lately that it is they."""
    said = request.POST.copy()
    said["proof_to"], said["proof_sends"] = request.get_full_path(), "on"
    return _asked(request, ProofForm(request), said)  # type: ignore[arg-type]


def _asked(request: HttpRequest, form: ProofForm, said: QueryDict) -> HttpResponse:
    dialog = request.headers.get("HX-Request") == "true"
    kept = [
        (name, value)
        for name, values in said.lists()
        if name not in OWN | UNSAID
        for value in values
    ]
    return render(
        request,
        "agencies/_prove.html" if dialog else "agencies/form.html",
        {
            "form": form,
            "title": _("Prove that it is you"),
            "action": reverse("prove-again"),
            "fragment": "agencies/_prove.html",
            "dialog": dialog,
            "to": said.get("proof_to") or said.get("to", ""),
            "sends": request.method == "POST" and bool(said.get("proof_sends")),
            "kept": kept if request.method == "POST" else [],
        },
        status=HTTPStatus.OK if request.method == "GET" else HTTPStatus.UNPROCESSABLE_ENTITY,
    )


def _own_address(request: HttpRequest, to: str) -> str:
    """Where to go on; nowhere but within this installation."""
    ours = url_has_allowed_host_and_scheme(to, allowed_hosts=None)
    return to if ours and to.startswith("/") else reverse("home")


def _without_key(actor: Actor) -> Actor:
    return replace(actor, key=None)


def _refuse(actor: Actor, mark: str, code: str, sentence: str) -> str:
    security.turn_away(actor, tried=entrance.PROVED, subject=mark, code=code, sentence=sentence)
    return sentence
