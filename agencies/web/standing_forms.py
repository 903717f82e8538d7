"""The shape of clauses that hold while help is given, and of the agreement itself."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agencies.listed import in_order
from agencies.standing_terms import (
    AutoAidTerms,
    CommandTerms,
    InsuranceTerms,
    LiabilityTerms,
    PowersTerms,
    RenewalTerms,
    SignatureTerms,
)
from agencies.terms import Terms
from agencies.web.clause_form import AreaField, ClauseForm, hazards, number, some
from agencies.words import (
    ArrestAuthority,
    ClauseKind,
    Control,
    Hazard,
    InsuranceKind,
    LiabilityModel,
    SignatureRule,
    Survival,
)

MOST_FIRST_DUE = 30
LONGEST_NAME = 80
A_TRILLION = 10**12


def one(label: Any, words: Any, **given: Any) -> forms.TypedChoiceField:
    """One word of a list."""
    return forms.TypedChoiceField(label=label, choices=words.choices, coerce=words, **given)


class AutoAidClauseForm(ClauseForm):
    first_due = forms.CharField(
        label=_("First due"),
        widget=forms.Textarea,
        help_text=_("One a line, in the order in which they go: TCFD Engine 4."),
    )
    event_types = hazards()
    area = AreaField()

    def clean_first_due(self) -> tuple[str, ...]:
        lines = self.cleaned_data["first_due"].splitlines()
        names = tuple(line.strip() for line in lines if line.strip())
        if not 1 <= len(names) <= MOST_FIRST_DUE or max(map(len, names)) > LONGEST_NAME:
            raise forms.ValidationError(_("Name up to 30, each in 80 characters at most."))
        return names

    def terms(self) -> Terms:
        said = self.cleaned_data
        return AutoAidTerms(
            area=said["area"],
            event_types=in_order(Hazard, said["event_types"]),
            first_due=said["first_due"],
        )


class CommandClauseForm(ClauseForm):
    operational = one(
        _("Operational control"), Control, help_text=_("Who directs what they do there.")
    )
    administrative = one(
        _("Administrative control"),
        Control,
        initial=Control.PROVIDER,
        help_text=_("Whose pay, discipline and policy hold."),
    )
    recall_notice_hours = number(_("Notice before a recall, in hours"), 0, 720)

    def terms(self) -> Terms:
        said = self.cleaned_data
        hours = said["recall_notice_hours"] or 0
        return CommandTerms(
            operational=said["operational"],
            administrative=said["administrative"],
            recall_notice_hours=hours,
        )


class PowersClauseForm(ClauseForm):
    peace_officer = forms.BooleanField(
        label=_("Those who are sent are peace officers there"), required=False
    )
    arrest = one(_("May arrest"), ArrestAuthority, initial=ArrestAuthority.NONE)
    limits = forms.CharField(
        label=_("Limits"), widget=forms.Textarea, max_length=1000, required=False
    )
    policy = forms.CharField(
        label=_("Policy that holds"),
        max_length=200,
        required=False,
        help_text=_("Such as: the use-of-force policy of who sends."),
    )

    def terms(self) -> Terms:
        return PowersTerms(**{name: self.cleaned_data[name] for name in PowersTerms.__slots__})


class InsuranceClauseForm(ClauseForm):
    insurance = one(_("Insurance"), InsuranceKind)
    minimum = forms.DecimalField(
        label=_("Minimum"), min_value=0, max_value=A_TRILLION - 1, decimal_places=2
    )
    currency = forms.RegexField(r"^[A-Z]{3}$", label=_("Currency"), initial="USD")
    certificate_until = forms.DateField(
        label=_("Certificate good until"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def terms(self) -> Terms:
        return InsuranceTerms(
            **{name: self.cleaned_data[name] for name in InsuranceTerms.__slots__}
        )


class LiabilityClauseForm(ClauseForm):
    model = one(_("Who answers for damage"), LiabilityModel, widget=forms.RadioSelect)

    def terms(self) -> Terms:
        return LiabilityTerms(model=self.cleaned_data["model"])


class RenewalClauseForm(ClauseForm):
    renews_for_months = number(
        _("Renewed for months"), 1, 120, _("Empty: it is not renewed by itself.")
    )
    notice_days = number(_("Days of notice to leave"), 0, 366)
    grace_days = number(
        _("Days of grace after its end"), 1, 366, _("Empty: it binds no day longer than its term.")
    )
    survives = some(_("What outlives its end"), Survival.choices, "")

    def terms(self) -> Terms:
        said = self.cleaned_data
        return RenewalTerms(
            renews_for_months=said["renews_for_months"],
            notice_days=said["notice_days"],
            grace_days=said["grace_days"],
            survives=in_order(Survival, said["survives"]),
        )


class SignatureClauseForm(ClauseForm):
    rule = one(_("Who must sign"), SignatureRule, widget=forms.RadioSelect)
    quorum = number(_("How many make a quorum"), 2, 200)

    def terms(self) -> Terms:
        return SignatureTerms(rule=self.cleaned_data["rule"], quorum=self.cleaned_data["quorum"])


STANDING_FORMS: dict[ClauseKind, type[ClauseForm]] = {
    ClauseKind.AUTO_AID: AutoAidClauseForm,
    ClauseKind.COMMAND_MODEL: CommandClauseForm,
    ClauseKind.POWERS: PowersClauseForm,
    ClauseKind.INSURANCE: InsuranceClauseForm,
    ClauseKind.LIABILITY: LiabilityClauseForm,
    ClauseKind.TERM: RenewalClauseForm,
    ClauseKind.SIGNATURE_RULE: SignatureClauseForm,
}
