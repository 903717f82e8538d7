"""The shape of sealing and signing: the hash of the text that was shown."""

from __future__ import annotations

from django import forms


class SealForm(forms.Form):
    text_hash = forms.RegexField(r"^[0-9a-f]{64}$", widget=forms.HiddenInput)
