"""The shape of what counsel says of coded clauses."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _


class CheckForm(forms.Form):
    clauses = forms.TypedMultipleChoiceField(
        label=_("Clauses"), coerce=UUID, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *given: Any, clauses: list[tuple[UUID, str]], **how: Any) -> None:
        super().__init__(*given, **how)
        choices = [(str(pk), name) for pk, name in clauses]
        self.fields["clauses"].choices = choices  # type: ignore[attr-defined]


class DoubtForm(CheckForm):
    doubt = forms.CharField(label=_("What is wrong with the coded form"), max_length=400)
