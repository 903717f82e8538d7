"""The shapes of inviting somebody and of taking an invitation up."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agencies.details import Password
from agencies.web.forms import MemberForm
from agencies.web.moments import Moment


class InviteForm(MemberForm):
    password = None  # type: ignore[assignment]
    until = Moment(
        label=gettext_lazy("Seats until"),
        required=False,
        help_text=gettext_lazy("For who only helps out. Empty: no end."),
    )


class JoinForm(forms.Form):
    """A password of one's own, or a passkey to be added at once."""

    password = forms.CharField(
        label=gettext_lazy("Choose a password"),
        help_text=gettext_lazy("At least twelve characters, and not a common one."),
        strip=False,
        max_length=200,
        error_messages={
            "required": gettext_lazy("Choose a password, or go on with a passkey."),
        },
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=gettext_lazy("The same again"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    without = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        if self.data.get("without"):
            del self.fields["password"], self.fields["again"]

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = self.cleaned_data
        if not self.errors and said.get("password") != said.get("again"):
            self.add_error("again", _("These two differ."))
        return said

    def chosen(self) -> Password | None:
        said = self.cleaned_data
        return None if said["without"] else Password.of(said["password"])
