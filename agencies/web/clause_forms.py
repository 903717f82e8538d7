"""The shape of a clause, for each kind of it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agencies.listed import in_order
from agencies.terms import (
    Answer,
    CostTerms,
    PreconditionTerms,
    RequestTerms,
    ResponseTerms,
    Supply,
    SupplyTerms,
    Terms,
)
from agencies.web.clause_form import AreaField, ClauseForm, hazards, number, some
from agencies.web.share_forms import ShareClauseForm
from agencies.web.standing_forms import STANDING_FORMS
from agencies.words import (
    AskingPosition,
    ClauseKind,
    Commitment,
    CountedFrom,
    Declaration,
    Hazard,
    Priority,
)

MINUTE = 60
A_MONTH = 43_200
LEVELS = ((1, _("Level 1: full activation")), (2, _("Level 2")), (3, _("Level 3")))


class RequestClauseForm(ClauseForm):
    lowest_priority = forms.TypedChoiceField(
        label=_("From which priority"),
        choices=Priority.choices,
        coerce=Priority,
        initial=Priority.ROUTINE,
        help_text=_("Who receives may ask at this priority or a more pressing one."),
    )
    positions = some(_("As what"), AskingPosition.choices, _("None: as anything."))
    event_types = hazards()
    area = AreaField()
    declaration_required = forms.BooleanField(
        label=_("Only once an emergency is declared"), required=False
    )

    def terms(self) -> Terms:
        said = self.cleaned_data
        return RequestTerms(
            lowest_priority=said["lowest_priority"],
            positions=in_order(AskingPosition, said["positions"]),
            event_types=in_order(Hazard, said["event_types"]),
            area=said["area"],
            declaration_required=said["declaration_required"],
        )


class PreconditionClauseForm(ClauseForm):
    declaration = forms.TypedChoiceField(
        label=_("Declared emergency"),
        choices=[("", _("None is needed")), *Declaration.choices],
        coerce=Declaration,
        required=False,
        empty_value=None,
        help_text=_("This one, or one further up."),
    )
    eoc_level = forms.TypedChoiceField(
        label=_("Operations center activated"),
        choices=[("", _("Not needed")), *LEVELS],
        coerce=int,
        required=False,
        empty_value=None,
        help_text=_("At this level or a higher one."),
    )

    def terms(self) -> Terms:
        said = self.cleaned_data
        return PreconditionTerms(declaration=said["declaration"], eoc_level=said["eoc_level"])


class SupplyClauseForm(ClauseForm):
    def add_terms(self) -> None:
        choices = [("", "–"), *self.kinds]
        for n in self.rows("kind"):
            self.fields[f"kind_{n}"] = forms.ChoiceField(
                label=_("Kind %d") % n, choices=choices, required=False
            )
            self.fields[f"type_{n}"] = number(_("Type, if one is meant"), 1, 7)
            self.fields[f"most_{n}"] = number(_("At most"), 1, 999)
            self.fields[f"floor_{n}"] = number(_("Kept at home"), 0, 999)
            self.fields[f"hours_{n}"] = number(_("Hours at most"), 1, 8784)
            self.fields[f"commitment_{n}"] = forms.ChoiceField(
                label=_("How firmly"), choices=Commitment.choices, required=False
            )

    def terms(self) -> Terms:
        said = self.cleaned_data
        return SupplyTerms(
            supplies=tuple(
                Supply(
                    kind=said[f"kind_{n}"],
                    type=said[f"type_{n}"],
                    max_quantity=said[f"most_{n}"] or 0,
                    drawdown_floor=said[f"floor_{n}"] or 0,
                    max_hours=said[f"hours_{n}"],
                    commitment=Commitment(said[f"commitment_{n}"] or Commitment.BEST_EFFORT),
                )
                for n in self.rows("kind")
                if said[f"kind_{n}"]
            )
        )


class ResponseClauseForm(ClauseForm):
    counted_from = forms.ChoiceField(
        label=_("Time to arrive is counted"), choices=CountedFrom.choices, required=False
    )

    def add_terms(self) -> None:
        for priority in Priority:
            for name, label in (
                ("minutes", _("%s: minutes to answer")),
                ("seen", _("%s: minutes until it is seen")),
                ("there", _("%s: minutes to arrive")),
            ):
                self.fields[f"{name}_{priority}"] = forms.DecimalField(
                    label=label % priority.label,
                    required=False,
                    min_value=0,
                    max_value=A_MONTH,
                    decimal_places=2,
                )

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = self.cleaned_data
        for priority in Priority:
            others = said.get(f"seen_{priority}") or said.get(f"there_{priority}")
            if others and not said.get(f"minutes_{priority}"):
                self.add_error(f"minutes_{priority}", _("Say within which time it is answered."))
        return said

    def terms(self) -> Terms:
        return ResponseTerms(
            answers=tuple(
                self._answer(priority)
                for priority in Priority
                if self.cleaned_data[f"minutes_{priority}"]
            )
        )

    def _answer(self, priority: Priority) -> Answer:
        return Answer(
            priority=priority,
            seconds=self._seconds(f"minutes_{priority}") or 0,
            acknowledge_seconds=self._seconds(f"seen_{priority}"),
            arrival_seconds=self._seconds(f"there_{priority}"),
            arrival_counted_from=CountedFrom(
                self.cleaned_data["counted_from"] or CountedFrom.ASKED
            ),
        )

    def _seconds(self, name: str) -> int | None:
        minutes = self.cleaned_data[name]
        return round(minutes * MINUTE) if minutes else None


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
    rate_card = forms.CharField(
        label=_("Rate card"),
        max_length=120,
        required=False,
        help_text=_("The schedule of rates that counts, by its name and year."),
    )
    share_percent = number(_("Who receives pays, in percent"), 0, 100)
    bill_within_days = number(_("Billed within days"), 1, 3660)
    waivable = forms.BooleanField(label=_("Who gives may waive it"), required=False)

    def terms(self) -> Terms:
        return CostTerms(**{name: self.cleaned_data[name] for name in CostTerms.__slots__})


CLAUSE_FORMS: dict[ClauseKind, type[ClauseForm]] = {
    ClauseKind.REQUEST_RIGHT: RequestClauseForm,
    ClauseKind.SUPPLY_DUTY: SupplyClauseForm,
    ClauseKind.RESPONSE_TARGET: ResponseClauseForm,
    ClauseKind.DATA_SHARE: ShareClauseForm,
    ClauseKind.COST: CostClauseForm,
    ClauseKind.PRECONDITION: PreconditionClauseForm,
    **STANDING_FORMS,
}
