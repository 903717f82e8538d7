"""The shape of coded terms that hold while help is given, and of the agreement itself."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from rest_framework import serializers

from agencies.areas import MOST
from agencies.listed import in_order, ring
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
from audit.web.doors import Shape


class Hazards(serializers.MultipleChoiceField):
    """Kinds of incident; none means every kind."""

    def __init__(self, **given: Any) -> None:
        super().__init__(choices=Hazard.choices, default=set, **given)


def area() -> serializers.ListField:
    """Corners as pairs of latitude and longitude; none means everywhere."""
    corner = serializers.ListField(
        child=serializers.FloatField(min_value=-180, max_value=180), min_length=2, max_length=2
    )
    return serializers.ListField(child=corner, max_length=MOST, default=list)


class AutoAidTermsShape(Shape):
    area = area()
    event_types = Hazards()
    first_due = serializers.ListField(
        child=serializers.CharField(max_length=80), min_length=1, max_length=30
    )

    def terms(self) -> Terms:
        said = self.validated_data
        return AutoAidTerms(
            area=ring(said["area"]),
            event_types=in_order(Hazard, said["event_types"]),
            first_due=tuple(said["first_due"]),
        )


class CommandTermsShape(Shape):
    operational = serializers.ChoiceField(Control.choices)
    administrative = serializers.ChoiceField(Control.choices)
    recall_notice_hours = serializers.IntegerField(min_value=0, max_value=720, default=0)

    def terms(self) -> Terms:
        said = self.validated_data
        return CommandTerms(
            operational=Control(said["operational"]),
            administrative=Control(said["administrative"]),
            recall_notice_hours=said["recall_notice_hours"],
        )


class PowersTermsShape(Shape):
    peace_officer = serializers.BooleanField(default=False)
    arrest = serializers.ChoiceField(ArrestAuthority.choices, default=ArrestAuthority.NONE)
    limits = serializers.CharField(max_length=1000, allow_blank=True, default="")
    policy = serializers.CharField(max_length=200, allow_blank=True, default="")

    def terms(self) -> Terms:
        said = self.validated_data
        return PowersTerms(**said | {"arrest": ArrestAuthority(said["arrest"])})


class InsuranceTermsShape(Shape):
    insurance = serializers.ChoiceField(InsuranceKind.choices)
    minimum = serializers.DecimalField(14, 2, min_value=Decimal(0))
    currency = serializers.RegexField(r"^[A-Z]{3}$", default="USD")
    certificate_until = serializers.DateField(allow_null=True, default=None)

    def terms(self) -> Terms:
        said = self.validated_data
        return InsuranceTerms(**said | {"insurance": InsuranceKind(said["insurance"])})


class LiabilityTermsShape(Shape):
    model = serializers.ChoiceField(LiabilityModel.choices)

    def terms(self) -> Terms:
        return LiabilityTerms(model=LiabilityModel(self.validated_data["model"]))


class RenewalTermsShape(Shape):
    renews_for_months = serializers.IntegerField(
        min_value=1, max_value=120, allow_null=True, default=None
    )
    notice_days = serializers.IntegerField(
        min_value=0, max_value=366, allow_null=True, default=None
    )
    grace_days = serializers.IntegerField(min_value=1, max_value=366, allow_null=True, default=None)
    survives = serializers.MultipleChoiceField(choices=Survival.choices, default=set)

    def terms(self) -> Terms:
        said = self.validated_data
        return RenewalTerms(**said | {"survives": in_order(Survival, said["survives"])})


class SignatureTermsShape(Shape):
    rule = serializers.ChoiceField(SignatureRule.choices)
    quorum = serializers.IntegerField(min_value=2, max_value=200, allow_null=True, default=None)

    def terms(self) -> Terms:
        said = self.validated_data
        return SignatureTerms(rule=SignatureRule(said["rule"]), quorum=said["quorum"])


STANDING: dict[str, type[Any]] = {
    ClauseKind.AUTO_AID: AutoAidTermsShape,
    ClauseKind.COMMAND_MODEL: CommandTermsShape,
    ClauseKind.POWERS: PowersTermsShape,
    ClauseKind.INSURANCE: InsuranceTermsShape,
    ClauseKind.LIABILITY: LiabilityTermsShape,
    ClauseKind.TERM: RenewalTermsShape,
    ClauseKind.SIGNATURE_RULE: SignatureTermsShape,
}
