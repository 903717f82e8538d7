"""The shape of what people say about guests."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from agencies.web.moments import Moment
from agencies.words import Category
from incidents.guests import CATEGORIES
from incidents.words import GuestSeat, Tier


class GuestForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=120)
    agency_name = forms.CharField(label=_("Their agency"), max_length=120)
    seat = forms.TypedChoiceField(label=_("Seat"), choices=GuestSeat.choices, coerce=GuestSeat)
    tier = forms.TypedChoiceField(
        label=_("How far"),
        choices=Tier.choices,
        coerce=Tier,
        widget=forms.RadioSelect,
        help_text=_("Whoever may assist writes notes; in a commander's seat they move units too."),
    )
    reason = forms.CharField(
        label=_("Why"), max_length=200, help_text=_("Everybody at the incident sees it.")
    )
    due_at = Moment(label=_("Until"), help_text=_("Three days at most. It ends by itself."))


class WidenForm(forms.Form):
    tier = forms.TypedChoiceField(
        label=_("How far"), choices=Tier.choices, coerce=Tier, widget=forms.RadioSelect
    )
    due_at = Moment(label=_("Until"), help_text=_("Three days after the invitation at most."))


class GuestNoteForm(forms.Form):
    """What a guest writes is read by everybody at the incident."""

    category = forms.TypedChoiceField(
        label=_("What it is"),
        choices=[(one.value, one.label) for one in Category if one in CATEGORIES],
        coerce=Category,
        initial=Category.OPS,
    )
    text = forms.CharField(
        label=_("What happened"), max_length=4000, widget=forms.Textarea(attrs={"rows": 4})
    )
