"""What somebody asks of agreements: may this agency ask that one for something, then?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from agencies.web.moments import Moment
from agencies.words import Declaration, Priority
from mutualaid.reads.why import Question
from mutualaid.web.new_forms import EOC_LEVELS, kind_meant


class WhyForm(forms.Form):
    """By GET, so that an answer can be linked to."""

    requester = forms.TypedChoiceField(label=_("Who asks"), coerce=UUID)
    provider = forms.TypedChoiceField(label=_("Whom"), coerce=UUID)
    kind = forms.CharField(
        label=_("For what"),
        max_length=120,
        widget=forms.TextInput(attrs={"list": "kinds", "autocomplete": "off"}),
    )
    type = forms.IntegerField(label=_("Type"), required=False, min_value=1, max_value=7)
    quantity = forms.IntegerField(label=_("How many"), min_value=1, max_value=999, initial=1)
    priority = forms.TypedChoiceField(
        label=_("Priority"), choices=Priority.choices, coerce=Priority, initial=Priority.URGENT
    )
    at = Moment(label=_("At"), required=False, help_text=_("Empty: now."))
    incident = forms.UUIDField(required=False, widget=forms.HiddenInput)
    declaration = forms.ChoiceField(
        label=_("Declared emergency"),
        choices=[("", _("None")), *Declaration.choices],
        required=False,
        widget=forms.HiddenInput,
    )
    eoc_level = forms.TypedChoiceField(
        choices=[("", "–"), *EOC_LEVELS],
        coerce=int,
        required=False,
        empty_value=None,
        widget=forms.HiddenInput,
    )

    def __init__(self, *given: Any, agencies: Iterable[tuple[UUID, str]], **how: Any) -> None:
        super().__init__(*given, **how)
        for name in ("requester", "provider"):
            self.fields[name].choices = list(agencies)  # type: ignore[attr-defined]

    def clean_kind(self) -> str:
        """The code of the one kind that was meant."""
        return kind_meant(self.cleaned_data["kind"])

    def question(self) -> Question:
        return Question(**self.cleaned_data)
