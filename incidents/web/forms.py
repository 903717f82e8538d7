"""The shape of what people fill in at incidents."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from agencies.web.moments import Earlier, Moment
from agencies.words import Tlp
from agencies.writes.changes import NoSuchTimeZone, require_time_zone
from incidents.reads.choices import Choice
from incidents.web.note_kinds import Kinds, kinds
from incidents.words import DivisionKind, Hazard, Mode, ObjectiveStatus, Role
from incidents.writes import Situation

COMPLEXITIES = [("", _("not yet chosen"))] + [(str(n), str(n)) for n in range(1, 6)]


class Situated(forms.Form):
    """What is known of an incident."""

    name = forms.CharField(label=_("Name"), max_length=120)
    kind = forms.ChoiceField(label=_("Kind"), choices=Hazard.choices)
    place = forms.CharField(label=_("Place"), max_length=200, required=False)
    latitude = forms.FloatField(label=_("Latitude"), min_value=-90, max_value=90, required=False)
    longitude = forms.FloatField(
        label=_("Longitude"), min_value=-180, max_value=180, required=False
    )
    complexity = forms.TypedChoiceField(
        label=_("Complexity type"),
        choices=COMPLEXITIES,
        coerce=int,
        empty_value=None,
        required=False,
        help_text=_("1 is the most complex. A person chooses it, from the worksheet."),
    )
    time_zone = forms.CharField(label=_("Time zone"), max_length=40, initial="UTC")

    def clean_time_zone(self) -> str:
        """Marked beside whatever else is wrong; the write refuses it for everybody."""
        name = str(self.cleaned_data["time_zone"])
        try:
            require_time_zone(name)
        except NoSuchTimeZone as refused:
            raise forms.ValidationError(str(refused)) from None
        return name

    def known(self) -> Situation:
        said = {name: self.cleaned_data[name] for name in Situation.__dataclass_fields__}
        return Situation(**said | {"kind": Hazard(said["kind"])})


class OpenForm(Situated):
    mode = forms.ChoiceField(
        label=_("Mode"),
        choices=Mode.choices,
        help_text=_("Real or not: set now, and never changed."),
    )
    occurred_at = Moment(label=_("Since when"), required=False)

    field_order = ("mode", "name", "kind", "place")


class EditForm(Situated):
    version = forms.IntegerField(widget=forms.HiddenInput)


class ConfirmAlertForm(Situated):
    occurred_at = Moment(label=_("Since when"), required=False)


class NothingForm(forms.Form):
    """Nothing to fill in: only yes."""


class HappenedForm(NothingForm):
    """Yes, and when that was."""

    occurred_at = Earlier()


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=200)


class DeclineForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=200, required=False)


class InviteForm(forms.Form):
    role = forms.ChoiceField(
        label=_("As"),
        choices=[(role.value, role.label) for role in Role if role != Role.LEAD],
        help_text=_("Assisting agencies send tactical resources, cooperating ones other help."),
    )
    agency = forms.ChoiceField(label=_("Agency"), widget=forms.RadioSelect)
    occurred_at = Earlier()

    def __init__(self, *given: Any, choices: Iterable[Choice], **how: Any) -> None:
        super().__init__(*given, **how)
        nobody = str(_("No agency of that name is outside this incident."))
        chosen(self.fields["agency"], choices, nobody)


class PickForm(forms.Form):
    """One of several."""

    one = forms.ChoiceField(widget=forms.RadioSelect)

    def __init__(
        self, *given: Any, label: str, choices: Iterable[Choice], nobody: str = "", **how: Any
    ) -> None:
        super().__init__(*given, **how)
        self.fields["one"].label = label
        chosen(self.fields["one"], choices, nobody)

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to choose, and so nothing to send."""
        return not self.fields["one"].choices  # type: ignore[attr-defined]


class PickLateForm(PickForm):
    occurred_at = Earlier()


class CommitForm(PickForm):
    eta = Moment(label=_("Expected there"), required=False)
    occurred_at = Earlier()


class OfferForm(PickForm):
    briefing = forms.CharField(
        label=_("Briefing"), widget=forms.Textarea(attrs={"rows": 5}), required=False
    )


class NoteForm(forms.Form):
    text = forms.CharField(
        label=_("What happened"),
        widget=forms.Textarea(attrs={"rows": 4, "autofocus": True}),
        max_length=4000,
    )
    category = forms.ChoiceField(label=_("What kind of information"), choices=kinds, widget=Kinds)
    tlp = forms.ChoiceField(
        label=_("How far it may go (TLP)"),
        choices=[("", _("No label: as its kind says")), *Tlp.choices],
        required=False,
    )
    recipients = forms.TypedMultipleChoiceField(
        label=_("Named recipients, for TLP:RED"), coerce=UUID, required=False
    )
    occurred_at = Earlier()

    def __init__(self, *args: Any, people: list[tuple[UUID, str]], **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["recipients"].choices = people  # type: ignore[attr-defined]


class ObjectiveForm(forms.Form):
    text = forms.CharField(label=_("Objective"), max_length=400)
    occurred_at = Earlier()


class SettleForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
    to = forms.ChoiceField(label=_("Now"), choices=ObjectiveStatus.choices)
    reason = forms.CharField(label=_("Reason"), max_length=200, required=False)
    occurred_at = Earlier()


class DivisionForm(forms.Form):
    kind = forms.ChoiceField(label=_("Kind"), choices=DivisionKind.choices)
    name = forms.CharField(label=_("Name"), max_length=60)
    supervisor = forms.CharField(label=_("Supervisor"), max_length=120, required=False)
    place = forms.CharField(label=_("Where"), max_length=200, required=False)


class EditDivisionForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
    name = forms.CharField(label=_("Name"), max_length=60)
    supervisor = forms.CharField(label=_("Supervisor"), max_length=120, required=False)
    place = forms.CharField(label=_("Where"), max_length=200, required=False)


def chosen(field: forms.Field, choices: Iterable[Choice], nobody: str = "") -> None:
    """Let a field choose from these, each with what tells it from its namesakes."""
    assert isinstance(field, forms.ChoiceField)
    field.choices = [
        (str(one.id), f"{one.name}, {one.more}" if one.more else one.name) for one in choices
    ]
    if not field.choices:
        field.help_text = nobody or _("There is nobody and nothing to choose from here.")
