"""The shape of what other systems send: strict, and in the words of the writes."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError as FormError
from drf_spectacular.utils import extend_schema_serializer
from rest_framework import serializers

from agencies.words import Declaration, Priority
from audit.web.doors import Moment, Reason, Shape
from mutualaid import writes
from mutualaid.lifecycle import DeclineReason
from mutualaid.web.new_forms import kind_meant
from mutualaid.writes import LineWanted
from mutualaid.writes.orders import MOST_LINES


class KindField(serializers.CharField):
    """A kind of the catalogue, as its code or its name."""

    def to_internal_value(self, data: Any) -> str:
        try:
            return kind_meant(super().to_internal_value(data))
        except FormError as wrong:
            raise serializers.ValidationError(wrong.messages) from wrong


@extend_schema_serializer(component_name="LineWanted")
class Line(Shape):
    kind = KindField(max_length=120)
    type = serializers.IntegerField(min_value=1, max_value=7, allow_null=True, default=None)
    or_better = serializers.BooleanField(default=True)
    quantity = serializers.IntegerField(min_value=1, max_value=999)
    details = serializers.CharField(max_length=400, allow_blank=True, default="")


class Declared(Shape):
    """What is declared where help is needed. Some agreements let one ask only then."""

    declaration = serializers.ChoiceField(Declaration.choices, allow_blank=True, default="")
    by = serializers.CharField(max_length=120, allow_blank=True, default="")
    eoc_level = serializers.IntegerField(min_value=1, max_value=3, allow_null=True, default=None)


class NewRequest(Shape):
    """Form ICS 213RR, blocks 2 to 8."""

    incident = serializers.UUIDField()
    priority = serializers.ChoiceField(Priority.choices)
    needed_by = Moment()
    deliver_to = serializers.CharField(max_length=200)
    occurred_at = Moment(required=False)
    requester_position = serializers.CharField(max_length=120, allow_blank=True, default="")
    remarks = serializers.CharField(max_length=2000, allow_blank=True, default="")
    declared = Declared(required=False)
    lines = Line(many=True, allow_empty=False, max_length=MOST_LINES)  # type: ignore[call-arg]

    def validate_declared(self, said: dict[str, Any]) -> writes.Declared:
        return writes.Declared(**said)

    def validate_lines(self, lines: list[dict[str, Any]]) -> tuple[LineWanted, ...]:
        return tuple(LineWanted(**line) for line in lines)


class CancelLine(Reason):
    quantity = serializers.IntegerField(min_value=1, max_value=999, allow_null=True, default=None)


class Offer(Shape):
    resources = serializers.ListField(child=serializers.UUIDField(), max_length=200)
    eta = Moment(allow_null=True, default=None)
    valid_until = Moment(allow_null=True, default=None)
    remarks = serializers.CharField(max_length=400, allow_blank=True, default="")
    occurred_at = Moment(required=False)


class Decline(Shape):
    reason = serializers.ChoiceField(DeclineReason.choices)
    remarks = serializers.CharField(max_length=400, allow_blank=True, default="")
    occurred_at = Moment(required=False)


class Accept(Shape):
    """All of it, so many of it, or these of it."""

    quantity = serializers.IntegerField(min_value=1, max_value=999, allow_null=True, default=None)
    resources = serializers.ListField(child=serializers.UUIDField(), max_length=200, default=list)
    occurred_at = Moment(required=False)


class Preview(Shape):
    kind = KindField(max_length=120)
    type = serializers.IntegerField(min_value=1, max_value=7, allow_null=True, default=None)
    or_better = serializers.BooleanField(default=True)
    quantity = serializers.IntegerField(min_value=1, max_value=999, default=1)
    priority = serializers.ChoiceField(Priority.choices, default=Priority.URGENT)
    declaration = serializers.ChoiceField(Declaration.choices, allow_blank=True, default="")
    eoc_level = serializers.IntegerField(min_value=1, max_value=3, allow_null=True, default=None)


class Priorities(Shape):
    """What an EDXL-RM message leaves open."""

    priority = serializers.ChoiceField(Priority.choices, default=Priority.URGENT)
