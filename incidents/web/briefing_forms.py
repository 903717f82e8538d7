from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from agencies.web.moments import Earlier
from incidents.words import BriefingItem


class BriefingForm(forms.Form):
    """What the incoming commander has heard. All of it, or command does not change hands."""

    items = forms.MultipleChoiceField(
        label=_("I have been briefed on"),
        choices=BriefingItem.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    occurred_at = Earlier()

    def heard(self) -> frozenset[BriefingItem]:
        return frozenset(BriefingItem(item) for item in self.cleaned_data["items"])
