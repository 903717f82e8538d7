"""The shape of what other systems send about agreements and clauses."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from rest_framework import serializers

from agencies.details import AgreementDetails, Wording
from agencies.terms import (
    Answer,
    CostTerms,
    RequestTerms,
    ResponseTerms,
    Share,
    ShareTerms,
    Supply,
    SupplyTerms,
    Terms,
)
from agencies.web.serializers import version
from agencies.words import (
    Category,
    ClauseKind,
    ClearanceKind,
    Effect,
    Instrument,
    Masking,
    Onward,
    Priority,
    Purpose,
    SeatKind,
    Tier,
)
from audit.web.doors import Moment, Shape

MOST_NAMED = 200


class Agreement(Shape):
    title = serializers.CharField(max_length=160)
    instrument = serializers.ChoiceField(Instrument.choices)
    tier = serializers.ChoiceField(Tier.choices)
    purpose = serializers.CharField(allow_blank=True, default="")
    scope = serializers.CharField(allow_blank=True, default="")
    effective_at = Moment()
    expires_at = Moment(allow_null=True, default=None)
    effect = serializers.ChoiceField(Effect.choices, default=Effect.ALL)

    def details(self) -> AgreementDetails:
        said = {name: self.validated_data[name] for name in AgreementDetails.__slots__}
        said["instrument"] = Instrument(said["instrument"])
        said["tier"], said["effect"] = Tier(said["tier"]), Effect(said["effect"])
        return AgreementDetails(**said)


class Draft(Agreement):
    signatory_title = serializers.CharField(max_length=120)

    def to_inputs(self) -> dict[str, Any]:
        title = self.validated_data["signatory_title"]
        return {"details": self.details(), "signatory_title": title}


class EditDraft(Agreement):
    version = version()

    def to_inputs(self) -> dict[str, Any]:
        return {"details": self.details(), "version": self.validated_data["version"]}


class Party(Shape):
    agency = serializers.UUIDField()
    signatory_title = serializers.CharField(max_length=120)
    authority = serializers.CharField(max_length=200, allow_blank=True, default="")

    def to_inputs(self) -> dict[str, Any]:
        return dict(self.validated_data)


class TextHash(Shape):
    text_hash = serializers.RegexField(r"^[0-9a-f]{64}$")

    def to_inputs(self) -> dict[str, Any]:
        return dict(self.validated_data)


class RequestTermsShape(Shape):
    lowest_priority = serializers.ChoiceField(Priority.choices, default=Priority.ROUTINE)

    def terms(self) -> Terms:
        return RequestTerms(lowest_priority=Priority(self.validated_data["lowest_priority"]))


class SupplyShape(Shape):
    kind = serializers.CharField(max_length=24)
    type = serializers.IntegerField(min_value=1, max_value=7, allow_null=True, default=None)
    max_quantity = serializers.IntegerField(min_value=1, max_value=999)
    drawdown_floor = serializers.IntegerField(min_value=0, max_value=999, default=0)


class SupplyTermsShape(Shape):
    supplies = SupplyShape(many=True)

    def terms(self) -> Terms:
        return SupplyTerms(supplies=tuple(Supply(**row) for row in self.validated_data["supplies"]))


class AnswerShape(Shape):
    priority = serializers.ChoiceField(Priority.choices)
    seconds = serializers.IntegerField(min_value=1, max_value=30 * 86_400)


class ResponseTermsShape(Shape):
    answers = AnswerShape(many=True)

    def terms(self) -> Terms:
        rows = self.validated_data["answers"]
        return ResponseTerms(
            answers=tuple(
                Answer(priority=Priority(row["priority"]), seconds=row["seconds"]) for row in rows
            )
        )


class ShareShape(Shape):
    category = serializers.ChoiceField(Category.choices)
    purpose = serializers.ChoiceField(Purpose.choices)
    masking = serializers.ChoiceField(Masking.choices, default=Masking.WHOLE)


class ShareTermsShape(Shape):
    shares = ShareShape(many=True)
    seats = serializers.ListField(child=serializers.ChoiceField(SeatKind.choices), default=list)
    needs = serializers.ListField(
        child=serializers.ChoiceField(ClearanceKind.choices), default=list
    )
    incident_only = serializers.BooleanField(default=True)
    onward = serializers.ChoiceField(Onward.choices, default=Onward.NONE)
    onward_to = serializers.ListField(
        child=serializers.UUIDField(), default=list, max_length=MOST_NAMED
    )
    retention_days = serializers.IntegerField(
        min_value=0, max_value=3650, allow_null=True, default=None
    )

    def terms(self) -> Terms:
        said = self.validated_data
        return ShareTerms(
            shares=tuple(
                Share(
                    category=Category(row["category"]),
                    purpose=Purpose(row["purpose"]),
                    masking=Masking(row["masking"]),
                )
                for row in said["shares"]
            ),
            seats=tuple(sorted({SeatKind(kind) for kind in said["seats"]})),
            needs=tuple(sorted({ClearanceKind(kind) for kind in said["needs"]})),
            incident_only=said["incident_only"],
            onward=Onward(said["onward"]),
            onward_to=tuple(sorted(set(said["onward_to"]))),
            retention_days=said["retention_days"],
        )


class CostTermsShape(Shape):
    free_hours = serializers.DecimalField(5, 2, min_value=Decimal(0), default=Decimal(0))
    rate_per_hour = serializers.DecimalField(
        9, 2, min_value=Decimal(0), allow_null=True, default=None
    )
    currency = serializers.RegexField(r"^[A-Z]{3}$", default="USD")
    counted = serializers.CharField(max_length=120, allow_blank=True, default="")

    def terms(self) -> Terms:
        return CostTerms(**self.validated_data)


TERMS: dict[str, type[Any]] = {
    ClauseKind.REQUEST_RIGHT: RequestTermsShape,
    ClauseKind.SUPPLY_DUTY: SupplyTermsShape,
    ClauseKind.RESPONSE_TARGET: ResponseTermsShape,
    ClauseKind.DATA_SHARE: ShareTermsShape,
    ClauseKind.COST: CostTermsShape,
}


class Clause(Shape):
    """A clause; the shape of ``terms`` is that of its kind."""

    number = serializers.CharField(max_length=12)
    heading = serializers.CharField(max_length=120)
    text = serializers.CharField(max_length=20_000)
    giver = serializers.UUIDField(allow_null=True, default=None)
    receiver = serializers.UUIDField(allow_null=True, default=None)
    kind = serializers.ChoiceField(ClauseKind.choices)
    terms = serializers.DictField()

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        shape = TERMS[attrs["kind"]](data=attrs["terms"])
        if not shape.is_valid():
            raise serializers.ValidationError({"terms": shape.errors})
        return {**attrs, "terms": shape.terms()}

    def to_inputs(self) -> dict[str, Any]:
        said = {name: self.validated_data[name] for name in Wording.__slots__}
        return {"wording": Wording(**said)}
