"""The shape of what people fill in when they ask, answer and decide."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agencies.typing import catalogue
from agencies.web.forms import Moment
from agencies.words import Priority
from mutualaid.lifecycle import DeclineReason
from mutualaid.reads.inbox import Choice
from mutualaid.writes import LineWanted

MOST_SUGGESTED = 5


class NewRequestForm(forms.Form):
    """Blocks 4 to 8 of form ICS 213RR, for one line."""

    kind = forms.CharField(
        label=gettext_lazy("What"),
        max_length=120,
        widget=forms.TextInput(attrs={"list": "kinds", "autocomplete": "off", "data-slash": ""}),
        help_text=gettext_lazy("Type a few letters and choose from the catalogue."),
    )
    type = forms.IntegerField(
        label=gettext_lazy("Type"),
        required=False,
        min_value=1,
        max_value=7,
        help_text=gettext_lazy("1 is the most capable. Empty: any."),
    )
    or_better = forms.BooleanField(label=gettext_lazy("Or better"), required=False, initial=True)
    quantity = forms.IntegerField(
        label=gettext_lazy("How many"), min_value=1, max_value=999, initial=1
    )
    priority = forms.ChoiceField(
        label=gettext_lazy("Priority"),
        choices=Priority.choices,
        initial=Priority.URGENT,
        widget=forms.RadioSelect,
    )
    needed_by = Moment(label=gettext_lazy("Needed by (UTC)"))
    deliver_to = forms.CharField(label=gettext_lazy("Report to"), max_length=200)
    requester_position = forms.CharField(
        label=gettext_lazy("Your position"), max_length=120, required=False
    )
    details = forms.CharField(label=gettext_lazy("Details"), max_length=400, required=False)
    remarks = forms.CharField(
        label=gettext_lazy("Remarks"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    field_order = ("kind", "quantity", "type", "or_better", "needed_by", "priority")

    def clean_kind(self) -> str:
        """The code of the one kind that was meant."""
        return kind_meant(self.cleaned_data["kind"])

    def request(self) -> dict[str, Any]:
        """As the write takes it."""
        said = self.cleaned_data
        names = ("priority", "needed_by", "deliver_to", "requester_position", "remarks")
        return {name: said[name] for name in names} | {"lines": (self.line(),)}

    def line(self) -> LineWanted:
        said = self.cleaned_data
        names = ("kind", "type", "or_better", "quantity", "details")
        return LineWanted(**{name: said[name] for name in names})


class PreviewForm(forms.Form):
    """As much of a new request as decides who would be asked."""

    kind = forms.CharField(max_length=120)
    type = forms.IntegerField(required=False, min_value=1, max_value=7)
    or_better = forms.BooleanField(required=False)
    priority = forms.ChoiceField(choices=Priority.choices)

    def clean_kind(self) -> str:
        return kind_meant(self.cleaned_data["kind"])


class OfferForm(forms.Form):
    resources = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Send"), coerce=UUID, widget=forms.CheckboxSelectMultiple
    )
    eta = Moment(label=gettext_lazy("Arrives (UTC)"), required=False)
    valid_until = Moment(
        label=gettext_lazy("Holds until (UTC)"),
        required=False,
        help_text=gettext_lazy("Not taken by then, it lapses and they are free again."),
    )
    remarks = forms.CharField(label=gettext_lazy("Remarks"), max_length=400, required=False)

    def __init__(self, *args: Any, choices: list[Choice], **given: Any) -> None:
        super().__init__(*args, **given)
        named = [(str(one.id), _named(one)) for one in choices]
        self.fields["resources"].choices = named  # type: ignore[attr-defined]


class DeclineForm(forms.Form):
    reason = forms.ChoiceField(label=gettext_lazy("Why"), choices=DeclineReason.choices)
    remarks = forms.CharField(label=gettext_lazy("Remarks"), max_length=400, required=False)


class AcceptForm(forms.Form):
    resources = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Accept"), coerce=UUID, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, named: list[dict[str, Any]], **given: Any) -> None:
        super().__init__(*args, **given)
        choices = [(str(one["resource"]), one["call_sign"]) for one in named]
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


def kind_meant(text: str) -> str:
    """The code of a kind: said as code, by its name, or by words that only one kind has."""
    said = text.strip()
    code = said.partition(" ")[0]
    for kind in catalogue.kinds():
        if code == kind.code or said.casefold() == kind.name.casefold():
            return kind.code
    found = catalogue.search(said)
    if len(found) == 1:
        return found[0].code
    if not found:
        raise ValidationError(_("The catalogue has nothing like that."))
    some = "; ".join(kind.name for kind in found[:MOST_SUGGESTED])
    raise ValidationError(_("Which do you mean? %s") % some)


def _named(choice: Choice) -> str:
    kind = _("type %d") % choice.type if choice.type else _("not typed")
    parts = [f"{choice.call_sign}, {kind}", _("%d people") % choice.personnel, choice.home_base]
    return ", ".join(part for part in parts if part)
