"""The shape of what people say about sharing at an incident."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from agencies.words import Purpose


class PurposesForm(forms.Form):
    purposes = forms.TypedMultipleChoiceField(
        label=_("Besides running the incident together"),
        choices=[choice for choice in Purpose.choices if choice[0] != Purpose.INCIDENT],
        coerce=Purpose,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
