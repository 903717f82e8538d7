"""The shape of a section: text that nothing is coded from."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from agencies.details import SectionWording
from agencies.words import Element


class SectionForm(forms.Form):
    number = forms.CharField(label=_("Number"), max_length=12)
    heading = forms.CharField(label=_("Heading"), max_length=120)
    text = forms.CharField(label=_("Text"), widget=forms.Textarea, max_length=20_000)
    elements = forms.TypedMultipleChoiceField(
        label=_("What it speaks to"),
        choices=[(one.value, f"{one.value}. {one.label}") for one in Element],
        coerce=lambda said: Element(int(said)),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("It only informs: the list of what is said and what is not."),
    )

    def wording(self) -> SectionWording:
        said = self.cleaned_data
        return SectionWording(**said | {"elements": frozenset(said["elements"])})
