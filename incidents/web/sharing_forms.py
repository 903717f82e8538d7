"""The shape of what people say about sharing at an incident."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from agencies.categories import OF_PARTICIPANTS
from agencies.web.moments import Moment
from agencies.words import Category, ClearanceKind, Purpose, SeatKind, Tlp
from incidents import reads

SHAREABLE = [
    (one.value, f"{one.value}: {one.label}")
    for one in Category
    if one not in OF_PARTICIPANTS and one != Category.OWN
]


class PurposesForm(forms.Form):
    purposes = forms.TypedMultipleChoiceField(
        label=_("Besides running the incident together"),
        choices=[choice for choice in Purpose.choices if choice[0] != Purpose.INCIDENT],
        coerce=Purpose,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class PurposeForm(forms.Form):
    """What somebody is there for, of what their agency is."""

    purpose = forms.TypedChoiceField(label=_("For what"), coerce=Purpose, widget=forms.RadioSelect)

    def __init__(self, *args: Any, choices: Iterable[tuple[str, str]], **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["purpose"].choices = list(choices)  # type: ignore[attr-defined]


class ShareForm(forms.Form):
    """What is shared at one incident outside any agreement, with whom, and why."""

    to = forms.TypedChoiceField(label=_("With whom"), coerce=UUID)
    category = forms.TypedChoiceField(label=_("What"), choices=SHAREABLE, coerce=Category)
    reason = forms.CharField(
        label=_("Why"), max_length=200, help_text=_("It stands wherever this decides something.")
    )
    until = Moment(label=_("Until"), required=False, help_text=_("Empty: until you end it."))

    def __init__(self, *args: Any, partners: list[tuple[UUID, str]], **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["to"].choices = partners  # type: ignore[attr-defined]


class AskForm(forms.Form):
    """What one asks the owner of something withheld to show."""

    category = forms.TypedChoiceField(label=_("What"), choices=SHAREABLE, coerce=Category)
    reason = forms.CharField(label=_("Why you need it"), max_length=200)


class PassOnForm(forms.Form):
    """What another agency shares with us, to be passed on under its clause."""

    to = forms.TypedChoiceField(label=_("To whom"), coerce=UUID)
    category = forms.TypedChoiceField(label=_("What"), choices=SHAREABLE, coerce=Category)
    reason = forms.CharField(label=_("Why"), max_length=200)

    def __init__(self, *args: Any, partners: list[tuple[UUID, str]], **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["to"].choices = partners  # type: ignore[attr-defined]


class EyesForm(forms.Form):
    """Through whose eyes one looks."""

    seats = forms.TypedMultipleChoiceField(
        label=_("Seats"), choices=SeatKind.choices, required=False, coerce=str
    )
    clearances = forms.TypedMultipleChoiceField(
        label=_("Clearances"), choices=ClearanceKind.choices, required=False, coerce=str
    )
    person = forms.UUIDField(label=_("Person"), required=False)
    would = forms.TypedChoiceField(
        label=_("As if we shared"),
        choices=[("", ""), *SHAREABLE],
        required=False,
        coerce=Category,
        empty_value=None,
    )

    def eyes(self, partner: UUID) -> reads.Eyes:
        said = self.cleaned_data
        return reads.Eyes(
            partner=partner,
            seats=frozenset(said["seats"]),
            clearances=frozenset(said["clearances"]),
            person=said["person"],
            would=said["would"],
        )


class LabelForm(forms.Form):
    """How far a note may go."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    tlp = forms.ChoiceField(
        label=_("How far it may go (TLP)"),
        choices=[("", _("No label: as its kind says")), *Tlp.choices],
        required=False,
    )
    recipients = forms.TypedMultipleChoiceField(
        label=_("Named recipients, for TLP:RED"), coerce=UUID, required=False
    )

    def __init__(self, *args: Any, people: list[tuple[UUID, str]], **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["recipients"].choices = people  # type: ignore[attr-defined]


class WhyForm(forms.Form):
    """A field of a row, and the agency for which one asks; one's own where none is named."""

    key = forms.CharField(max_length=80)
    field = forms.CharField(max_length=40)
    agency = forms.UUIDField(required=False)
