"""The shape of a clause, for each kind of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from agencies.details import Wording
from agencies.terms import (
    Answer,
    CostTerms,
    RequestTerms,
    ResponseTerms,
    Supply,
    SupplyTerms,
    Terms,
)
from agencies.words import Priority

ROWS = 3
SPARE = 2
MOST_ROWS = 60
MINUTE = 60


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
            terms=self.terms(),
        )


class RequestClauseForm(ClauseForm):
    lowest_priority = forms.TypedChoiceField(
        label=_("From which priority"),
        choices=Priority.choices,
        coerce=Priority,
        initial=Priority.ROUTINE,
        help_text=_("Who receives may ask at this priority or a more pressing one."),
    )

    def terms(self) -> Terms:
        return RequestTerms(lowest_priority=self.cleaned_data["lowest_priority"])


class SupplyClauseForm(ClauseForm):
    def add_terms(self) -> None:
        choices = [("", "–"), *self.kinds]
        for n in self.rows("kind"):
            self.fields[f"kind_{n}"] = forms.ChoiceField(
                label=_("Kind %d") % n, choices=choices, required=False
            )
            self.fields[f"type_{n}"] = _number(_("Type, if one is meant"), 1, 7)
            self.fields[f"most_{n}"] = _number(_("At most"), 1, 999)
            self.fields[f"floor_{n}"] = _number(_("Kept at home"), 0, 999)

    def terms(self) -> Terms:
        said = self.cleaned_data
        return SupplyTerms(
            supplies=tuple(
                Supply(
                    kind=said[f"kind_{n}"],
                    type=said[f"type_{n}"],
                    max_quantity=said[f"most_{n}"] or 0,
                    drawdown_floor=said[f"floor_{n}"] or 0,
                )
                for n in self.rows("kind")
                if said[f"kind_{n}"]
            )
        )


class ResponseClauseForm(ClauseForm):
    def add_terms(self) -> None:
        for priority in Priority:
            label = _("Minutes to answer: %s") % priority.label
            self.fields[f"minutes_{priority}"] = forms.DecimalField(
                label=label, required=False, min_value=0, max_value=43_200, decimal_places=2
            )

    def terms(self) -> Terms:
        said = {priority: self.cleaned_data[f"minutes_{priority}"] for priority in Priority}
        return ResponseTerms(
            answers=tuple(
                Answer(priority=priority, seconds=round(minutes * MINUTE))
                for priority, minutes in said.items()
                if minutes
            )
        )


class CostClauseForm(ClauseForm):
    free_hours = forms.DecimalField(
        label=_("Free hours"), min_value=0, max_digits=5, decimal_places=2, initial=0
    )
    rate_per_hour = forms.DecimalField(
        label=_("Rate per hour after that"),
        required=False,
        min_value=0,
        max_digits=9,
        decimal_places=2,
    )
    currency = forms.RegexField(r"^[A-Z]{3}$", label=_("Currency"), initial="USD")
    counted = forms.CharField(
        label=_("Counted for"),
        max_length=120,
        required=False,
        help_text=_("Such as: each resource with its crew."),
    )

    def terms(self) -> Terms:
        names = ("free_hours", "rate_per_hour", "currency", "counted")
        return CostTerms(**{name: self.cleaned_data[name] for name in names})


def _number(label: Any, least: int, most: int) -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, min_value=least, max_value=most)
