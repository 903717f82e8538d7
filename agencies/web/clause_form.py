"""What the form of every clause has, whatever its kind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from agencies.areas import Place, is_area
from agencies.details import Wording
from agencies.terms import Terms
from agencies.words import Hazard

ROWS = 3
SPARE = 2
MOST_ROWS = 60


class ClauseForm(forms.Form):
    """What every clause has; each kind adds its own terms."""

    number = forms.CharField(label=_("Number"), max_length=12)
    heading = forms.CharField(label=_("Heading"), max_length=120)
    text = forms.CharField(label=_("Text"), widget=forms.Textarea, max_length=20_000)
    giver = forms.TypedChoiceField(
        label=_("Who gives"), coerce=UUID, required=False, empty_value=None
    )
    receiver = forms.TypedChoiceField(
        label=_("Who receives"), coerce=UUID, required=False, empty_value=None
    )
    binds_beyond = forms.BooleanField(
        label=_("It binds beyond the end"),
        required=False,
        help_text=_("Such as confidentiality, liability, reimbursement, records."),
    )

    def __init__(
        self,
        *args: Any,
        parties: Sequence[tuple[UUID, str]],
        kinds: Sequence[tuple[str, str]] = (),
        agencies: Sequence[tuple[UUID, str]] = (),
        **given: Any,
    ) -> None:
        super().__init__(*args, **given)
        everybody = [("", _("Every party")), *((str(pk), name) for pk, name in parties)]
        for name in ("giver", "receiver"):
            self.fields[name].choices = everybody  # type: ignore[attr-defined]
        self.kinds, self.agencies = kinds, list(agencies)
        self.add_terms()

    def add_terms(self) -> None:
        """Add the fields of this kind's terms."""

    def rows(self, name: str) -> range:
        """The numbers of the rows: all that were sent, or all that are there and some to spare.

        A row that is not drawn would be lost when the clause is worded anew.
        """
        filled = self.data if self.is_bound else self.initial
        there = max([0, *(n for n in range(1, MOST_ROWS + 1) if f"{name}_{n}" in filled)])
        return range(1, max(ROWS, there if self.is_bound else there + SPARE) + 1)

    def terms(self) -> Terms:
        raise NotImplementedError

    def wording(self) -> Wording:
        said = self.cleaned_data
        return Wording(
            number=said["number"],
            heading=said["heading"],
            text=said["text"],
            giver=said["giver"] or None,
            receiver=said["receiver"] or None,
            survives=said["binds_beyond"],
            terms=self.terms(),
        )


class AreaField(forms.CharField):
    """Corners, one a line, as one reads them off a map: ``44.9530, -93.0900``."""

    widget = forms.Textarea

    def __init__(self, **given: Any) -> None:
        super().__init__(
            label=_("Area"),
            required=False,
            help_text=_("A corner a line: latitude, longitude. Empty: everywhere."),
            **given,
        )

    def to_python(self, value: Any) -> tuple[Place, ...]:  # type: ignore[override]
        lines = [line.strip() for line in str(value or "").splitlines() if line.strip()]
        ring = tuple(_corner(line) for line in lines)
        if ring and not is_area(ring):
            raise ValidationError(
                _("An area has 3 to 200 different corners on Earth, and its sides do not cross.")
            )
        return ring


def _corner(line: str) -> Place:
    latitude, comma, longitude = line.partition(",")
    try:
        place = float(latitude), float(longitude)
    except ValueError:
        place = (200.0, 200.0)
    if not (comma and -90 <= place[0] <= 90 and -180 <= place[1] <= 180):
        raise ValidationError(_("This is not a place on Earth: %s") % line[:60])
    return place


def some(label: Any, choices: Sequence[tuple[str, Any]], help_text: Any) -> forms.Field:
    """Any of these, or none."""
    return forms.MultipleChoiceField(
        label=label,
        choices=choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=help_text,
    )


def hazards() -> forms.Field:
    return some(_("Kinds of incident"), Hazard.choices, _("None: every kind."))


def number(label: Any, least: int, most: int, help_text: Any = "") -> forms.IntegerField:
    """A number that may be left out."""
    return forms.IntegerField(
        label=label, required=False, min_value=least, max_value=most, help_text=help_text
    )
