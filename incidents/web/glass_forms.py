"""The shape of an emergency look, and of its review."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agencies.words import Category
from incidents.web.sharing_forms import SHAREABLE
from incidents.words import Ground, Outcome
from incidents.writes.glass import SEALED

HOURS = [(1, _("1 hour")), (2, _("2 hours")), (4, _("4 hours"))]
OPENABLE = [choice for choice in SHAREABLE if choice[0] not in SEALED]


class GlassForm(forms.Form):
    ground = forms.TypedChoiceField(
        label=_("On what ground"), choices=Ground.choices, coerce=Ground, widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label=_("What has happened, and why it cannot wait"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    categories = forms.TypedMultipleChoiceField(
        label=_("What you must see"),
        choices=OPENABLE,
        coerce=Category,
        widget=forms.CheckboxSelectMultiple,
    )
    hours = forms.TypedChoiceField(label=_("For how long"), choices=HOURS, coerce=int)

    def asked(self) -> dict[str, Any]:
        said = self.cleaned_data
        return {
            "ground": said["ground"],
            "reason": said["reason"],
            "categories": frozenset(said["categories"]),
            "lasts": timedelta(hours=said["hours"]),
        }


class ReviewForm(forms.Form):
    outcome = forms.TypedChoiceField(
        label=_("What came of it"),
        choices=Outcome.choices,
        coerce=Outcome,
        widget=forms.RadioSelect,
    )
    finding = forms.CharField(
        label=_("What you found"), max_length=1000, widget=forms.Textarea(attrs={"rows": 4})
    )
