"""Which looks at one's data somebody asks for: what systems send, and the filter above."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from agencies.reads.receipts import LookChoices
from agencies.web.serializers import Lines
from agencies.web.sought_forms import SoughtForm
from agencies.words import Category
from audit.streams import of_incident
from audit.trail import Sought
from audit.web.doors import DOORS

THROUGH: Final = {name: DOORS[name] for name in ("page", "api", "token", "live")}


class LookLines(Lines):
    """Which looks are sought: also at what, through which door, on which clause."""

    door = serializers.ChoiceField([*THROUGH], allow_blank=True, default="")
    incident = serializers.UUIDField(allow_null=True, default=None)
    category = serializers.ChoiceField(Category.choices, allow_blank=True, default="")
    clause = serializers.UUIDField(allow_null=True, default=None)

    def sought(self) -> Sought:
        pk = self.validated_data["incident"]
        return replace(super().sought(), about=of_incident(pk) if pk else "")


class LookLinesBefore(LookLines):
    before = serializers.IntegerField(min_value=1, allow_null=True, default=None)


class LooksForm(SoughtForm):
    """The filter above who looked. A clause that holds no more can still be asked for."""

    incident = forms.TypedChoiceField(
        label=_("Incident"), required=False, coerce=UUID, empty_value=None
    )
    category = forms.ChoiceField(label=_("Category"), required=False)
    clause = forms.TypedChoiceField(
        label=_("Clause"), required=False, coerce=UUID, empty_value=None
    )
    door = forms.ChoiceField(label=_("Through"), required=False)

    field_order = ("person", "agency", "incident", "category", "clause", "door", "since", "until")

    def __init__(self, *args: Any, there: LookChoices, **given: Any) -> None:
        self.there = there
        super().__init__(*args, agencies=there.agencies, **given)

    def offers(self) -> dict[str, list[Any]]:
        past = _past(self.data.get("clause"), self.there.clauses)
        return {
            "incident": self.there.incidents,
            "category": [(one.value, f"{one.value}: {one.label}") for one in Category],
            "clause": [*self.there.clauses, *past],
            "door": [*THROUGH.items()],
        }

    def sought(self) -> Sought:
        said = self.cleaned_data
        pk = said.get("incident")
        return replace(
            super().sought(),
            about=of_incident(pk) if pk else "",
            category=said.get("category") or "",
            clause=said.get("clause"),
            door=said.get("door") or "",
        )


def _past(said: Any, holding: list[tuple[UUID, str]]) -> list[tuple[UUID, str]]:
    try:
        clause = UUID(str(said))
    except ValueError:
        return []
    return [] if clause in dict(holding) else [(clause, str(_("A clause that holds no more")))]
