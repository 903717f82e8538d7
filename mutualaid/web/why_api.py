"""Why, and why not, for other systems."""

from __future__ import annotations

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from agencies.web.answer_shapes import shape_of
from agencies.words import Declaration, Priority
from audit.web.doors import Door, Moment, Shape
from mutualaid import reads
from mutualaid.reads.why import Question, Why
from mutualaid.web.api import said
from mutualaid.web.serializers import KindField


class WhyAsked(Shape):
    """May this agency ask that one for so many of something, at that time?"""

    requester = serializers.UUIDField()
    provider = serializers.UUIDField()
    kind = KindField(max_length=120)
    type = serializers.IntegerField(min_value=1, max_value=7, required=False)
    or_better = serializers.BooleanField(default=True)
    quantity = serializers.IntegerField(min_value=1, max_value=999, default=1)
    priority = serializers.ChoiceField(Priority.choices, default=Priority.URGENT)
    at = Moment(required=False)
    incident = serializers.UUIDField(required=False)
    declaration = serializers.ChoiceField(Declaration.choices, default="", allow_blank=True)
    eoc_level = serializers.IntegerField(min_value=1, max_value=3, required=False)

    def validate_priority(self, said: str) -> Priority:
        return Priority(said)


class Whys(Door):
    """Which clauses permit that one agency asks another for something, limit it, or forbid it."""

    @extend_schema(operation_id="why_retrieve", parameters=[WhyAsked], responses=shape_of(Why))
    def list(self, request: Request) -> Response:
        """The answer in a sentence, and each reason with the clause and version it rests on."""
        asked = said(WhyAsked, request.query_params.dict())
        return Response(reads.why(self.actor, Question(**asked)))
