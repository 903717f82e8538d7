"""The shape of what people fill in about agencies, members and resources."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agencies.details import (
    AgencyDetails,
    ContactDetails,
    MemberDetails,
    Password,
    ResourceDetails,
    TokenBounds,
)
from agencies.web.moments import Moment
from agencies.words import BoundTo, Discipline, Readiness, Scope, SeatKind


class Confirm(forms.Form):
    """Nothing to fill in: only yes."""


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=200)


class AgencyForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
    name = forms.CharField(label=_("Name"), max_length=120)
    discipline = forms.ChoiceField(label=_("Discipline"), choices=Discipline.choices)
    jurisdiction = forms.CharField(label=_("Jurisdiction"), max_length=200)
    time_zone = forms.CharField(label=_("Time zone"), max_length=40)
    phone = forms.CharField(label=_("Phone"), max_length=40, required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)
    latitude = forms.FloatField(label=_("Latitude"), required=False)
    longitude = forms.FloatField(label=_("Longitude"), required=False)

    def details(self) -> AgencyDetails:
        said = {name: value for name, value in self.cleaned_data.items() if name != "version"}
        return AgencyDetails(**{**said, "discipline": Discipline(said["discipline"])})


class ContactForm(forms.Form):
    purpose = forms.CharField(label=_("What for"), max_length=80)
    name = forms.CharField(label=_("Who"), max_length=120)
    phone = forms.CharField(label=_("Phone"), max_length=40, required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)


class ContactsForm(forms.BaseFormSet):  # type: ignore[type-arg]
    """Contacts in their order. A row that says neither what for nor who is no contact."""

    def contacts(self) -> tuple[ContactDetails, ...]:
        said = (form.cleaned_data for form in self.forms)
        return tuple(
            ContactDetails(**{name: row[name] for name in ("purpose", "name", "phone", "email")})
            for row in said
            if row and not row.get("DELETE")
        )


class MemberForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=120)
    email = forms.EmailField(label=_("E-mail"), help_text=_("They sign in with it."))
    title = forms.CharField(label=_("Rank or title"), max_length=120, required=False)
    phone = forms.CharField(label=_("Phone"), max_length=40, required=False)
    seats = forms.MultipleChoiceField(
        label=_("Seats"),
        choices=SeatKind.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    password = forms.CharField(
        label=_("First password"),
        help_text=_("At least twelve characters. Tell them in person or by phone."),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def details(self) -> MemberDetails:
        said = self.cleaned_data
        return MemberDetails(
            name=said["name"],
            email=said["email"],
            title=said["title"],
            phone=said["phone"],
            seats=frozenset(SeatKind(kind) for kind in said["seats"]),
        )

    def first_password(self) -> Password:
        return Password.of(self.cleaned_data["password"])


class SeatForm(forms.Form):
    kind = forms.TypedChoiceField(label=_("Seat"), choices=SeatKind.choices, coerce=SeatKind)
    until = Moment(
        label=_("Until"), required=False, help_text=_("For who only helps out. Empty: no end.")
    )


class NewPasswordForm(forms.Form):
    password = forms.CharField(
        label=_("New password"),
        help_text=_("At least twelve characters."),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def new(self) -> Password:
        return Password.of(self.cleaned_data["password"])

    def present(self) -> Password | None:
        return None


class OwnPasswordForm(NewPasswordForm):
    old = forms.CharField(
        label=_("Present password"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    field_order = ("old", "password")

    def present(self) -> Password | None:
        return Password.of(self.cleaned_data["old"])


class TokenForm(forms.Form):
    name = forms.CharField(
        label=_("What uses it"), max_length=80, help_text=_("Such as: dispatch system.")
    )
    expires_at = Moment(label=_("Good until"), help_text=_("Ninety days at most."))
    bound = forms.TypedChoiceField(
        label=_("What it is for"),
        choices=BoundTo.choices,
        coerce=BoundTo,
        initial=BoundTo.REAL,
        widget=forms.RadioSelect,
        help_text=_("It finds nothing of the other. Who needs both makes two tokens."),
    )
    scopes = forms.MultipleChoiceField(
        label=_("What it may do"),
        choices=Scope.choices,
        initial=[Scope.LOOK],
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Within what you may do. Give it no more than the other system needs."),
    )
    networks = forms.CharField(
        label=_("From which networks"),
        required=False,
        max_length=500,
        help_text=_("Such as 192.0.2.0/24, separated by commas. Empty: from anywhere."),
    )

    def bounds(self) -> TokenBounds:
        said = self.cleaned_data
        networks = (one.strip() for one in said["networks"].split(","))
        return TokenBounds(
            bound=said["bound"],
            scopes=frozenset(map(Scope, said["scopes"])),
            networks=frozenset(one for one in networks if one),
        )

    def until(self) -> datetime:
        moment: datetime = self.cleaned_data["expires_at"]
        return moment


class ResourceForm(forms.Form):
    call_sign = forms.CharField(label=_("Call sign"), max_length=40)
    kind = forms.ChoiceField(label=_("Kind"))
    type = forms.IntegerField(
        label=_("Type"),
        required=False,
        min_value=1,
        max_value=7,
        help_text=_("1 is the most capable. Empty: not typed."),
    )
    personnel = forms.IntegerField(label=_("Personnel"), min_value=0, max_value=999)
    leader = forms.CharField(label=_("Leader"), max_length=120, required=False)
    home_base = forms.CharField(label=_("Home base"), max_length=120, required=False)
    latitude = forms.FloatField(label=_("Latitude"), required=False)
    longitude = forms.FloatField(label=_("Longitude"), required=False)

    def __init__(self, *args: Any, kinds: list[tuple[str, str]], **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]

    def details(self) -> ResourceDetails:
        said = {name: value for name, value in self.cleaned_data.items() if name != "version"}
        return ResourceDetails(**said)


class EditResourceForm(ResourceForm):
    version = forms.IntegerField(widget=forms.HiddenInput)


class ReadinessForm(forms.Form):
    to = forms.TypedChoiceField(
        label=_("Readiness"),
        coerce=Readiness,
        choices=[
            (kind.value, kind.label) for kind in (Readiness.AVAILABLE, Readiness.OUT_OF_SERVICE)
        ],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=120,
        required=False,
        help_text=_("Needed when it goes out of service."),
    )
    back_at = Moment(label=_("Back at"), required=False)
