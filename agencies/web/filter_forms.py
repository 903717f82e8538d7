"""The filters above lists. What cannot be understood filters nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agencies.reads.resources import COMMITTED
from agencies.reads.standing import STATES
from agencies.words import Discipline, Readiness


class AgreementsFilter(forms.Form):
    q = forms.CharField(label=_("Title or agency"), required=False, widget=forms.SearchInput)
    state = forms.ChoiceField(
        label=_("State"), required=False, choices=[("", _("Every state")), *STATES.items()]
    )


class DirectoryFilter(forms.Form):
    q = forms.CharField(label=_("Name, code or place"), required=False, widget=forms.SearchInput)
    discipline = forms.ChoiceField(
        label=_("Discipline"),
        required=False,
        choices=[("", _("Every discipline")), *Discipline.choices],
    )


class ResourcesFilter(forms.Form):
    sought = forms.CharField(label=_("Call sign"), required=False, widget=forms.SearchInput)
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    status = forms.ChoiceField(
        label=_("Status"),
        required=False,
        choices=[
            ("", _("All that are ours")),
            (Readiness.AVAILABLE, _("Available at home")),
            (COMMITTED, _("At an incident, or on the way")),
            (Readiness.OUT_OF_SERVICE, _("Out of service at home")),
            (Readiness.RETIRED, Readiness.RETIRED.label),
        ],
    )

    def __init__(self, *given: Any, kinds: Iterable[tuple[str, str]], **how: Any) -> None:
        super().__init__(*given, **how)
        self.fields["kind"].choices = [("", _("Every kind")), *kinds]  # type: ignore[attr-defined]
