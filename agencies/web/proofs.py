"""The proof that somebody in an open session gives: a passkey, or a password and what it lacks."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import Any

from django import forms
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agencies import factors, reads, writes
from agencies.details import Password
from agencies.factors import NotRecognized
from agencies.means import STRONG, Means
from agencies.reads import entrance, sign_on
from agencies.reads.factors import Factors
from agencies.sessions import shown_elsewhere
from agencies.web.passkeys import Answered, account_of
from agencies.web.requests import ActorRequest, member_of
from agencies.web.waiting import TOO_MANY, later
from agencies.writes.factors import WrongCode
from audit import security
from audit.actors import PROOF_HOLDS
from audit.refusals import NotFound


class ProofForm(forms.Form):
    """Shows once more who it is. Once it is valid, that is told in the ledger."""

    proof_to = forms.CharField(widget=forms.HiddenInput, required=False, max_length=2000)
    proof_sends = forms.BooleanField(widget=forms.HiddenInput, required=False)
    proof_passkey = Answered()
    proof_password = forms.CharField(
        label=gettext_lazy("Your password"),
        strip=False,
        required=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    proof_code = forms.CharField(
        label=gettext_lazy("Code of your app, or a recovery code"),
        required=False,
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )

    def __init__(self, request: ActorRequest, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        self.request = request
        # Where else they can show it, and by what they have shown it there since it was asked.
        self.elsewhere = sign_on.host_of_mine(request.actor)
        self.shown = shown_elsewhere(request.session, self.since)
        self.fields["proof_password"].required = not (self.own.passkeys or self.shown)
        if not self.own.second:
            del self.fields["proof_code"]

    @cached_property
    def own(self) -> Factors:
        return reads.my_factors(self.request.actor)

    @property
    def since(self) -> datetime:
        """From when on what was shown elsewhere counts."""
        return timezone.now() - PROOF_HOLDS

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = self.cleaned_data
        if not self.errors and (wrong := self._tried(said)):
            raise forms.ValidationError(wrong)
        return said

    @transaction.atomic
    def _tried(self, said: dict[str, Any]) -> str:
        """What is wrong, if anything is. Counted apart from the entrance: nobody outside can
        keep a commander from proving, and a stolen session cannot guess without end.
        """
        security.one_at_a_time(self._mark)
        if said.get("proof_passkey"):
            return self._by_passkey(said["proof_passkey"])
        if left := entrance.wait_to_prove(self.request.actor):
            return self._refuse(TOO_MANY, later(left))
        if self.shown and (self.shown in STRONG or not self.own.second):
            return self._told(self.shown)
        if not self.shown and not account_of(self.request).check_password(said["proof_password"]):
            return self._refuse(entrance.WRONG, _("That is not your password."))
        return self._by_code(said["proof_code"]) if self.own.second else self._told(Means.PASSWORD)

    def _by_passkey(self, answer: dict[str, Any]) -> str:
        try:
            shown = factors.passkey_shown(answer, account_of(self.request))
            return self._told(Means.PASSKEY, passkey=shown.factor)
        except (NotRecognized, NotFound):
            return self._refuse("wrong_passkey", str(NotRecognized()))

    def _by_code(self, code: str) -> str:
        for means in (Means.APP, Means.RECOVERY):
            try:
                return self._told(means, code=Password.of(code))
            except WrongCode:
                continue
        return self._refuse(entrance.WRONG, str(WrongCode()))

    def _told(self, means: Means, **used: Any) -> str:
        actor = replace(self.request.actor, key=None)  # its key belongs to what comes next
        writes.prove_again(actor, member_of(self.request), means=means, **used)
        return ""

    def _refuse(self, code: str, sentence: str) -> str:
        security.turn_away(
            self.request.actor,
            tried=entrance.PROVED,
            subject=self._mark,
            code=code,
            sentence=sentence,
        )
        return sentence

    @property
    def _mark(self) -> str:
        return str(member_of(self.request))
