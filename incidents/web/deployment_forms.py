"""The shape of what people fill in about resources at an incident."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agencies.web.moments import Earlier
from incidents.reads.choices import Choice
from incidents.reads.deployments import Road
from incidents.web.forms import chosen
from incidents.words import DeploymentState, OutOfService

NOWHERE = [("", _("none"))]


class ArrivalForm(forms.Form):
    """A resource that came without being asked."""

    resource = forms.ChoiceField(label=_("Resource"))
    division = forms.ChoiceField(label=_("Staging area"), required=False)
    personnel = forms.IntegerField(label=_("People"), min_value=0, max_value=999, required=False)
    occurred_at = Earlier()

    def __init__(
        self, *given: Any, resources: list[Choice], areas: list[dict[str, Any]], **how: Any
    ) -> None:
        super().__init__(*given, **how)
        chosen(self.fields["resource"], resources)
        self.fields["division"].choices = NOWHERE + _named(areas)  # type: ignore[attr-defined]


class CheckInForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
    personnel = forms.IntegerField(label=_("People"), min_value=0, max_value=999, required=False)
    place = forms.ChoiceField(
        label=_("Where (ICS 211)"),
        choices=[(place, place) for place in ("Base", "Staging", "ICP", "Helibase", "Other")],
    )
    occurred_at = Earlier()


class MoveForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
    to = forms.ChoiceField(label=_("Move to"), widget=forms.RadioSelect)
    division = forms.ChoiceField(label=_("Division, group or staging area"), required=False)
    reason = forms.CharField(label=_("Reason"), max_length=200, required=False)
    occurred_at = Earlier()

    def __init__(
        self, *given: Any, roads: tuple[Road, ...], divisions: list[dict[str, Any]], **how: Any
    ) -> None:
        super().__init__(*given, **how)
        steps = [(road.to, road.label) for road in roads if road.to != DeploymentState.CHECKED_IN]
        self.fields["to"].choices = steps  # type: ignore[attr-defined]
        self.fields["division"].choices = NOWHERE + _named(divisions)  # type: ignore[attr-defined]
        reasons = ", ".join(str(reason.label).lower() for reason in OutOfService)
        self.fields["reason"].help_text = _("Out of service for: %s.") % reasons


def _named(divisions: list[dict[str, Any]]) -> list[tuple[str, Any]]:
    return [(row["id"], row["title"]) for row in divisions]
