"""The filter above a network. What cannot be understood filters nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agencies.words import Tier


class NetworkFilter(forms.Form):
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    reach = forms.TypedChoiceField(
        label=_("Nearby means"),
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", _("up to Regional")), *Tier.choices],
    )

    def __init__(self, *given: Any, kinds: Iterable[tuple[str, str]], **how: Any) -> None:
        super().__init__(*given, **how)
        self.fields["kind"].choices = [("", _("Every kind")), *kinds]  # type: ignore[attr-defined]

    def wanted(self) -> dict[str, Any]:
        """What was chosen, as the read takes it."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}
