"""The shape of a clause that shares data."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from agencies.terms import Share, ShareTerms, Terms
from agencies.web.clause_form import ClauseForm
from agencies.words import Category, ClearanceKind, Masking, Onward, Purpose, SeatKind


class ShareClauseForm(ClauseForm):
    def add_terms(self) -> None:
        choices = [("", "–"), *Category.choices]
        for n in self.rows("category"):
            self.fields[f"category_{n}"] = forms.ChoiceField(
                label=_("What is shown"), choices=choices, required=False
            )
            self.fields[f"purpose_{n}"] = forms.ChoiceField(
                label=_("For which purpose"), choices=Purpose.choices, required=False
            )
            self.fields[f"masking_{n}"] = forms.TypedChoiceField(
                label=_("How much of it"),
                choices=Masking.choices,
                coerce=Masking,
                required=False,
                empty_value=Masking.WHOLE,
            )
        self.fields |= _whom() | _how_far(self.agencies)

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = self.cleaned_data
        for n in self.rows("category"):
            if said.get(f"category_{n}") and not said.get(f"purpose_{n}"):
                self.add_error(f"purpose_{n}", _("Say for which purpose."))
        return said

    def terms(self) -> Terms:
        said = self.cleaned_data
        return ShareTerms(
            shares=tuple(
                Share(
                    category=Category(said[f"category_{n}"]),
                    purpose=Purpose(said[f"purpose_{n}"]),
                    masking=said[f"masking_{n}"],
                )
                for n in self.rows("category")
                if said[f"category_{n}"]
            ),
            seats=tuple(said["seats"]),
            needs=tuple(said["needs"]),
            incident_only=not said["after_leaving"],
            onward=said["onward"],
            onward_to=tuple(said["onward_to"]),
            retention_days=said["retention_days"],
        )


def as_shared(terms: ShareTerms) -> dict[str, Any]:
    """The terms as the form would have been filled in."""
    filled: dict[str, Any] = {
        "seats": [str(kind) for kind in terms.seats],
        "needs": [str(kind) for kind in terms.needs],
        "after_leaving": not terms.incident_only,
        "onward": terms.onward,
        "onward_to": list(terms.onward_to),
        "retention_days": terms.retention_days,
    }
    for n, share in enumerate(terms.shares, 1):
        filled |= {f"category_{n}": share.category, f"purpose_{n}": share.purpose}
        filled[f"masking_{n}"] = share.masking
    return filled


def _whom() -> dict[str, forms.Field]:
    """Which people of the receiver see it."""
    ticks = forms.CheckboxSelectMultiple
    return {
        "seats": forms.TypedMultipleChoiceField(
            label=_("Which seats of the receiver see it"),
            help_text=_("None chosen: every seat."),
            choices=SeatKind.choices,
            coerce=SeatKind,
            required=False,
            widget=ticks,
        ),
        "needs": forms.TypedMultipleChoiceField(
            label=_("Only members who are"),
            choices=ClearanceKind.choices,
            coerce=ClearanceKind,
            required=False,
            widget=ticks,
        ),
    }


def _how_far(agencies: list[tuple[UUID, str]]) -> dict[str, forms.Field]:
    """For how long, and to whom it may go on."""
    return {
        "after_leaving": forms.BooleanField(
            label=_("It stays shared after the giver has left the incident"), required=False
        ),
        "retention_days": forms.IntegerField(
            label=_("Days that it is shown after the incident was closed"),
            help_text=_("Empty: for as long as the incident is kept."),
            required=False,
            min_value=0,
            max_value=3650,
        ),
        "onward": forms.TypedChoiceField(
            label=_("Passing it on"),
            choices=Onward.choices,
            coerce=Onward,
            required=False,
            empty_value=Onward.NONE,
        ),
        "onward_to": forms.TypedMultipleChoiceField(
            label=_("To which agencies it may be passed on"),
            choices=[(str(pk), name) for pk, name in agencies],
            coerce=UUID,
            required=False,
        ),
    }
