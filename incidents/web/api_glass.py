"""Emergency looks, for other systems: to read them, and to publish how many there were."""

from __future__ import annotations

from uuid import UUID

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from agencies.web.answer_shapes import shape_of
from audit.web.doors import Door, Shape
from incidents import reads
from incidents.reads.glass import GlassEntry, GlassPage
from incidents.web.taking import plain


class Counted(Shape):
    by = serializers.ChoiceField(["month", "quarter"], default="month")


class Glasses(Door):
    """Emergency looks at one's agency's data, and by its people."""

    @extend_schema(responses=shape_of(GlassEntry)(many=True))
    def list(self, request: Request) -> Response:
        """The last hundred."""
        return Response(plain(reads.glasses(self.actor)))

    @extend_schema(responses=shape_of(GlassPage))
    def retrieve(self, request: Request, pk: UUID) -> Response:
        """One of them; to the owner, with all that was read under it."""
        return Response(plain(reads.glass(self.actor, pk)))

    @extend_schema(parameters=[Counted], responses=OpenApiTypes.OBJECT)
    @action(detail=False)
    def counts(self, request: Request) -> Response:
        """How many there were by month or quarter; fewer than five are not told apart."""
        asked = Counted(data=request.query_params.dict())
        asked.is_valid(raise_exception=True)
        return Response(plain(reads.glass_counts(self.actor, **asked.validated_data)))
