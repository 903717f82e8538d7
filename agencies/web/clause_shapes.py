"""The shape of a clause's coded terms as other systems send them, for each kind."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from drf_spectacular.utils import PolymorphicProxySerializer, extend_schema_field
from rest_framework import serializers

from agencies.listed import in_order, ring
from agencies.terms import (
    Answer,
    CostTerms,
    PreconditionTerms,
    RequestTerms,
    ResponseTerms,
    Share,
    ShareTerms,
    Supply,
    SupplyTerms,
    Terms,
)
from agencies.web.standing_shapes import STANDING, Hazards, area
from agencies.words import (
    AskingPosition,
    Category,
    ClauseKind,
    ClearanceKind,
    Commitment,
    CountedFrom,
    Declaration,
    Hazard,
    Masking,
    Onward,
    Priority,
    Purpose,
    SeatKind,
)
from audit.web.doors import Shape

A_MONTH = 30 * 86_400
MOST_NAMED = 200


class RequestTermsShape(Shape):
    lowest_priority = serializers.ChoiceField(Priority.choices, default=Priority.ROUTINE)
    positions = serializers.MultipleChoiceField(choices=AskingPosition.choices, default=set)
    event_types = Hazards()
    area = area()
    declaration_required = serializers.BooleanField(default=False)

    def terms(self) -> Terms:
        said = self.validated_data
        return RequestTerms(
            lowest_priority=Priority(said["lowest_priority"]),
            positions=in_order(AskingPosition, said["positions"]),
            event_types=in_order(Hazard, said["event_types"]),
            area=ring(said["area"]),
            declaration_required=said["declaration_required"],
        )


class PreconditionTermsShape(Shape):
    declaration = serializers.ChoiceField(Declaration.choices, allow_null=True, default=None)
    eoc_level = serializers.IntegerField(min_value=1, max_value=3, allow_null=True, default=None)

    def terms(self) -> Terms:
        said = self.validated_data
        declared = said["declaration"]
        return PreconditionTerms(
            declaration=Declaration(declared) if declared else None, eoc_level=said["eoc_level"]
        )


class SupplyShape(Shape):
    kind = serializers.CharField(max_length=24)
    type = serializers.IntegerField(min_value=1, max_value=7, allow_null=True, default=None)
    max_quantity = serializers.IntegerField(min_value=1, max_value=999)
    drawdown_floor = serializers.IntegerField(min_value=0, max_value=999, default=0)
    max_hours = serializers.IntegerField(min_value=1, max_value=8784, allow_null=True, default=None)
    commitment = serializers.ChoiceField(Commitment.choices, default=Commitment.BEST_EFFORT)


class SupplyTermsShape(Shape):
    supplies = SupplyShape(many=True)

    def terms(self) -> Terms:
        rows = self.validated_data["supplies"]
        return SupplyTerms(
            supplies=tuple(
                Supply(**row | {"commitment": Commitment(row["commitment"])}) for row in rows
            )
        )


class AnswerShape(Shape):
    priority = serializers.ChoiceField(Priority.choices)
    seconds = serializers.IntegerField(min_value=1, max_value=A_MONTH)
    acknowledge_seconds = serializers.IntegerField(
        min_value=1, max_value=A_MONTH, allow_null=True, default=None
    )
    arrival_seconds = serializers.IntegerField(
        min_value=1, max_value=A_MONTH, allow_null=True, default=None
    )
    arrival_counted_from = serializers.ChoiceField(CountedFrom.choices, default=CountedFrom.ASKED)


class ResponseTermsShape(Shape):
    answers = AnswerShape(many=True)

    def terms(self) -> Terms:
        return ResponseTerms(
            answers=tuple(
                Answer(
                    **row
                    | {
                        "priority": Priority(row["priority"]),
                        "arrival_counted_from": CountedFrom(row["arrival_counted_from"]),
                    }
                )
                for row in self.validated_data["answers"]
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
    rate_card = serializers.CharField(max_length=120, allow_blank=True, default="")
    share_percent = serializers.IntegerField(
        min_value=0, max_value=100, allow_null=True, default=None
    )
    bill_within_days = serializers.IntegerField(
        min_value=1, max_value=3660, allow_null=True, default=None
    )
    waivable = serializers.BooleanField(default=False)

    def terms(self) -> Terms:
        return CostTerms(**self.validated_data)


TERMS: dict[str, type[Any]] = {
    ClauseKind.REQUEST_RIGHT: RequestTermsShape,
    ClauseKind.SUPPLY_DUTY: SupplyTermsShape,
    ClauseKind.RESPONSE_TARGET: ResponseTermsShape,
    ClauseKind.DATA_SHARE: ShareTermsShape,
    ClauseKind.COST: CostTermsShape,
    ClauseKind.PRECONDITION: PreconditionTermsShape,
    **STANDING,
}


@extend_schema_field(
    PolymorphicProxySerializer(
        component_name="ClauseTerms",
        serializers=list(TERMS.values()),
        resource_type_field_name=None,
    )
)
class TermsField(serializers.DictField):
    """The coded terms, in the shape of the clause's kind."""
