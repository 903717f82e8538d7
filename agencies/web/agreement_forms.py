"""The shape of what people fill in about agreements and their parties."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from agencies.details import AgreementDetails
from agencies.starts import Start, instrument_of
from agencies.texts import UNLESS_SAID
from agencies.web.moments import Moment
from agencies.words import Effect, Instrument, Tier

# A draft may begin without them.
NEEDED_TO_SEND = _("Needed before it can be sent for signature.")


class AgreementForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=160)
    instrument = forms.TypedChoiceField(
        label=_("Instrument"), choices=Instrument.choices, coerce=Instrument
    )
    tier = forms.TypedChoiceField(
        label=_("How far out"),
        choices=Tier.choices,
        coerce=lambda value: Tier(int(value)),
        help_text=_("Help is sought nearest first."),
    )
    purpose = forms.CharField(
        label=_("Purpose"), widget=forms.Textarea, required=False, help_text=NEEDED_TO_SEND
    )
    scope = forms.CharField(
        label=_("Scope"), widget=forms.Textarea, required=False, help_text=NEEDED_TO_SEND
    )
    effective_at = Moment(label=_("Takes effect"))
    expires_at = Moment(label=_("Ends"), required=False, help_text=_("Empty: it has no end."))
    effect = forms.TypedChoiceField(
        label=_("Signing"), choices=Effect.choices, coerce=Effect, widget=forms.RadioSelect
    )
    quorum = forms.IntegerField(
        label=_("How many must sign"),
        min_value=2,
        max_value=500,
        required=False,
        help_text=_("Only where enough signatures decide."),
    )
    min_parties = forms.IntegerField(
        label=_("How many must remain"),
        min_value=2,
        max_value=500,
        initial=2,
        required=False,
        help_text=_("When parties leave: with fewer it ends for all."),
    )
    notice_days = forms.IntegerField(
        label=_("Days of notice"),
        min_value=0,
        max_value=730,
        initial=30,
        required=False,
        help_text=_("How long before it leaves a party says so."),
    )
    renews_months = forms.IntegerField(
        label=_("Renews itself by months"),
        min_value=0,
        max_value=120,
        initial=0,
        required=False,
        help_text=_("0: it does not. A party that wants out gives notice."),
    )
    joinable = forms.BooleanField(label=_("Others may join later"), required=False)

    def details(self) -> AgreementDetails:
        said = {name: self.cleaned_data[name] for name in AgreementDetails.__slots__}
        empty = {name for name in UNLESS_SAID if said[name] is None}
        return AgreementDetails(**{n: value for n, value in said.items() if n not in empty})


class DraftForm(AgreementForm):
    field_order = ("start",)

    start = forms.TypedChoiceField(
        label=_("Start from"),
        choices=[("", _("An empty page")), *Start.choices],
        coerce=Start,
        required=False,
        empty_value=None,
        help_text=_("Clauses to begin with. Change them as you like, and fill in what is left."),
    )
    instrument = forms.TypedChoiceField(
        label=_("Instrument"),
        choices=[("", _("As what it starts from")), *Instrument.choices],
        coerce=Instrument,
        required=False,
        empty_value=None,
    )
    signatory_title = forms.CharField(
        label=_("Who signs for your agency"),
        max_length=120,
        help_text=_("A title, such as: fire chief."),
    )

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = self.cleaned_data
        if "instrument" in said and not said["instrument"]:
            if said.get("start"):
                said["instrument"] = instrument_of(said["start"])
            else:
                self.add_error("instrument", _("Say what it is, or what it starts from."))
        return said


class EditAgreementForm(AgreementForm):
    version = forms.IntegerField(widget=forms.HiddenInput)


class PartyForm(forms.Form):
    agency = forms.TypedChoiceField(label=_("Agency"), coerce=UUID)
    signatory_title = forms.CharField(
        label=_("Who signs for it"), max_length=120, help_text=_("A title, such as: director.")
    )
    authority = forms.CharField(
        label=_("Authority"),
        max_length=200,
        required=False,
        help_text=_("A statute, charter or resolution."),
    )

    def __init__(self, *args: Any, agencies: list[tuple[UUID, str]], **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["agency"].choices = agencies  # type: ignore[attr-defined]
