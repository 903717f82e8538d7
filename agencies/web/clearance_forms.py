"""The shape of what an admin says that a colleague is cleared for."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from agencies.web.moments import Moment
from agencies.words import ClearanceKind


class ClearanceForm(forms.Form):
    kind = forms.TypedChoiceField(
        label=_("What they are"), choices=ClearanceKind.choices, coerce=ClearanceKind
    )
    basis = forms.CharField(
        label=_("What it rests on"),
        max_length=200,
        help_text=_("Such as: oath of office of 3 May 2024; fingerprint check 24-1187."),
    )
    until = Moment(
        label=_("Good until"),
        required=False,
        help_text=_("Needed for criminal justice information."),
    )
