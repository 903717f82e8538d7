"""Clearances and the checklist for criminal justice data, for other systems."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from uuid import UUID

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from agencies import reads, writes
from agencies.reads.checklist import Checklist as ChecklistEntry
from agencies.web.answer_shapes import shape_of
from agencies.web.inputs import inputs
from agencies.web.serializers import Reason
from agencies.words import ClearanceKind
from audit.web.doors import KEY, Door, Moment, Shape, told

TOLD = {HTTPStatus.OK: OpenApiTypes.OBJECT, HTTPStatus.CREATED: OpenApiTypes.OBJECT}


class Clearance(Shape):
    member = serializers.UUIDField()
    kind = serializers.ChoiceField(ClearanceKind.choices)
    basis = serializers.CharField(max_length=200)
    until = Moment(allow_null=True, default=None)

    def to_inputs(self) -> dict[str, Any]:
        said = dict(self.validated_data)
        return {**said, "kind": ClearanceKind(said["kind"])}


class Clearances(Door):
    """What members are cleared for."""

    @extend_schema(parameters=[KEY], request=Clearance, responses=TOLD)
    def create(self, request: Request) -> Response:
        """Say that a colleague is sworn, cleared or bound to a rule."""
        said = inputs(Clearance, request)
        given = writes.give_clearance(self.actor, said.pop("member"), **said)
        return Response(told(given), HTTPStatus.CREATED)

    @extend_schema(parameters=[KEY], request=Reason, responses=TOLD)
    def destroy(self, request: Request, pk: UUID) -> Response:
        """End a clearance now."""
        return Response(told(writes.end_clearance(self.actor, pk, **inputs(Reason, request))))


class Checklist(Door):
    """What must be true before criminal justice data is kept here."""

    @extend_schema(responses=shape_of(ChecklistEntry))
    def list(self, request: Request) -> Response:
        return Response(reads.checklist(self.actor))
