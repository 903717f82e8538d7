"""The shape of what other systems send about a text under review, and about its end."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from agencies.web.agreement_serializers import TextHash
from agencies.words import MotionKind
from audit.web.doors import Moment, Shape

MOST_CLAUSES = 500


class Plain(Shape):
    """One whose fields are what the write takes."""

    def to_inputs(self) -> dict[str, Any]:
        return dict(self.validated_data)


class SendForReview(TextHash):
    note = serializers.CharField(max_length=400, allow_blank=True, default="")


class Changes(TextHash):
    reason = serializers.CharField(max_length=400)


class RemarkShape(Plain):
    said = serializers.CharField(max_length=4000)
    clause = serializers.UUIDField(allow_null=True, default=None)
    section = serializers.UUIDField(allow_null=True, default=None)


class WordsShape(Plain):
    clause = serializers.UUIDField()
    proposed = serializers.CharField(max_length=20_000, allow_blank=True, default="")
    why = serializers.CharField(max_length=400)


class CheckShape(Plain):
    clauses = serializers.ListField(
        child=serializers.UUIDField(), min_length=1, max_length=MOST_CLAUSES
    )


class DoubtShape(CheckShape):
    doubt = serializers.CharField(max_length=400)


class MotionShape(Plain):
    kind = serializers.ChoiceField(MotionKind.choices)
    reason = serializers.CharField(max_length=400)
    authority = serializers.CharField(max_length=200, allow_blank=True, default="")
    takes_effect_at = Moment(allow_null=True, default=None)
    until = Moment(allow_null=True, default=None)

    def to_inputs(self) -> dict[str, Any]:
        return {**self.validated_data, "kind": MotionKind(self.validated_data["kind"])}


class CauseShape(Plain):
    clause = serializers.UUIDField()
    reason = serializers.CharField(max_length=400)
    ends_at = Moment(allow_null=True, default=None)


class BodyShape(Plain):
    body = serializers.CharField(max_length=120, allow_blank=True)


class ResolutionShape(Plain):
    number = serializers.CharField(max_length=40)
    adopted_on = serializers.DateField()


class SuspendShape(Plain):
    reason = serializers.CharField(max_length=400)
    authority = serializers.CharField(max_length=200)
    until = Moment(allow_null=True, default=None)


class NoticeShape(Plain):
    reason = serializers.CharField(max_length=400, allow_blank=True, default="")
    more_days = serializers.IntegerField(min_value=0, max_value=3650, default=0)


class JoinderShape(Plain):
    joinder_hash = serializers.RegexField(r"^[0-9a-f]{64}$")
