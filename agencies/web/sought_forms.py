"""The filters above a ledger. What cannot be understood filters nothing."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any, Final
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agencies.web.moments import Moment
from audit.trail import Sought

# The same words above every ledger.
WHAT: Final = _("What")
WHO: Final = _("Who")
AGENCY: Final = _("Agency")
FROM: Final = _("From")
UP_TO: Final = _("Up to")
EVERYTHING: Final = _("All")


class SoughtForm(forms.Form):
    kind = forms.ChoiceField(label=WHAT, required=False)
    person = forms.CharField(label=WHO, required=False, max_length=120)
    agency = forms.TypedChoiceField(label=AGENCY, required=False, coerce=UUID, empty_value=None)
    since = forms.DateField(
        label=FROM, required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    until = forms.DateField(
        label=UP_TO, required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    before = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        agencies: list[tuple[UUID, str]] | None = None,
        kinds: list[tuple[str, str]] | None = None,
        **given: Any,
    ) -> None:
        super().__init__(*args, **given)
        anything = ("", EVERYTHING)
        self._offer("agency", agencies, anything)
        self._offer("kind", kinds, anything)
        for name, choices in self.offers().items():
            self._offer(name, choices, anything)
        self.is_valid()

    def offers(self) -> dict[str, list[Any]]:
        """What a filter of more than that offers to choose from."""
        return {}

    def sought(self) -> Sought:
        said = self.cleaned_data
        until: date | None = said.get("until")
        ends = until + timedelta(days=1) if until and until < date.max else until
        return Sought(
            kind=said.get("kind") or "",
            person=said.get("person") or "",
            agency=said.get("agency"),
            since=_midnight(said.get("since")),
            until=_midnight(ends),
        )

    def before_line(self) -> int | None:
        line: int | None = self.cleaned_data.get("before")
        return line

    def _offer(self, name: str, choices: list[Any] | None, anything: tuple[str, Any]) -> None:
        if choices is None:
            del self.fields[name]
        else:
            self.fields[name].choices = [anything, *choices]  # type: ignore[attr-defined]


class TurnedForm(forms.Form):
    """What is sought among those who were turned away: of one sort, before a moment."""

    before = Moment(required=False, widget=forms.HiddenInput)
    code = forms.RegexField(r"^[a-z_]{1,40}$", required=False, widget=forms.HiddenInput)

    def sought(self) -> dict[str, Any]:
        self.is_valid()
        said = self.cleaned_data
        return {"before": said.get("before"), "code": said.get("code") or ""}


def _midnight(day: date | None) -> datetime | None:
    return timezone.make_aware(datetime.combine(day, time())) if day else None
