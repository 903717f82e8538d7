"""The shape of what people fill in when they answer and decide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from agencies.web.moments import Earlier, Moment
from mutualaid.lifecycle import DeclineReason
from mutualaid.reads.inbox import Choice


class OfferForm(forms.Form):
    resources = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Send"), coerce=UUID, widget=forms.CheckboxSelectMultiple
    )
    eta = Moment(label=gettext_lazy("Arrives"), required=False)
    valid_until = Moment(
        label=gettext_lazy("Holds until"),
        required=False,
        help_text=gettext_lazy("Not taken by then, it lapses and they are free again."),
    )
    remarks = forms.CharField(label=gettext_lazy("Remarks"), max_length=400, required=False)
    occurred_at = Earlier()

    def __init__(self, *args: Any, choices: list[Choice], **given: Any) -> None:
        super().__init__(*args, **given)
        named = [(str(one.id), _named(one)) for one in choices]
        self.fields["resources"].choices = named  # type: ignore[attr-defined]


class DeclineForm(forms.Form):
    reason = forms.ChoiceField(
        label=gettext_lazy("Why"),
        choices=[("", gettext_lazy("Choose a reason")), *DeclineReason.choices],
    )
    remarks = forms.CharField(label=gettext_lazy("Remarks"), max_length=400, required=False)
    occurred_at = Earlier()


class AcceptForm(forms.Form):
    resources = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Accept"), coerce=UUID, widget=forms.CheckboxSelectMultiple
    )
    occurred_at = Earlier()

    def __init__(self, *args: Any, named: list[dict[str, Any]], **given: Any) -> None:
        super().__init__(*args, **given)
        choices = [(str(one["resource"]), ", ".join(_what(one))) for one in named]
        self.fields["resources"].choices = choices  # type: ignore[attr-defined]


class CancelLineForm(forms.Form):
    quantity = forms.IntegerField(
        label=gettext_lazy("How many"),
        required=False,
        min_value=1,
        max_value=999,
        help_text=gettext_lazy("Empty: all that have not arrived."),
    )
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=200)


def _named(choice: Choice) -> str:
    people = ngettext("%d person", "%d people", choice.personnel) % choice.personnel
    parts = [*_what(asdict(choice)), people, choice.home_base]
    return ", ".join(part for part in parts if part)


def _what(one: Mapping[str, Any]) -> list[str]:
    """A resource as those who choose among several must know it: sign, kind and type."""
    of_type = _("type %d") % one["type"] if one["type"] else _("not typed")
    return [one["call_sign"], one["kind_name"], of_type]
