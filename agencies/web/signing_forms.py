"""The shape of sealing and signing: the hash of the text that was shown."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class SealForm(forms.Form):
    text_hash = forms.RegexField(r"^[0-9a-f]{64}$", widget=forms.HiddenInput)


class Affirmed(forms.Form):
    """A signature binds an agency: whoever gives it says so, and does not merely click."""

    read = forms.BooleanField()

    def __init__(self, *given: Any, said: str, **how: Any) -> None:
        super().__init__(*given, **how)
        self.fields["read"].label = said


class SignForm(SealForm, Affirmed):
    def __init__(self, *given: Any, agency: str, **how: Any) -> None:
        said = _("I have read this text, and sign it in the name of %(agency)s.")
        super().__init__(*given, said=said % {"agency": agency}, **how)
