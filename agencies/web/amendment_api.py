"""Amendments of agreements, for other systems."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from agencies import reads, writes
from agencies.reads.amending import SignedClause
from agencies.web.agreement_serializers import Clause
from agencies.web.answer_shapes import shape_of
from agencies.web.api import TOLD
from agencies.web.inputs import inputs
from agencies.web.negotiation_serializers import Plain
from audit.web.doors import KEY, Door, Moment, told


class AmendmentShape(Plain):
    purpose = serializers.CharField(max_length=4000)
    effective_at = Moment()


class RenewalShape(Plain):
    effective_at = Moment()
    expires_at = Moment(allow_null=True, default=None)


class SignedShape(Plain):
    """A clause that was signed, by its id."""

    clause = serializers.UUIDField()


class ReplacementShape(Clause):
    """What is to stand in the place of a clause that was signed."""

    instead_of = serializers.UUIDField()

    def to_inputs(self) -> dict[str, object]:
        return {**super().to_inputs(), "clause": self.validated_data["instead_of"]}


class Amendments(Door):
    """What changes an agreement, by the id of the agreement; once drafted, by its own."""

    @extend_schema(responses=shape_of(SignedClause)(many=True))
    def retrieve(self, request: Request, pk: UUID) -> Response:
        """The clauses that this amendment does not change yet."""
        return Response(reads.amendable(self.actor, pk))

    @extend_schema(parameters=[KEY], request=AmendmentShape, responses=TOLD)
    @action(detail=True, methods=["post"])
    def draft(self, request: Request, pk: UUID) -> Response:
        """Begin to write the next amendment of this agreement."""
        drafted = writes.amend_agreement(self.actor, pk, **inputs(AmendmentShape, request))
        return Response(told(drafted), HTTPStatus.CREATED)

    @extend_schema(parameters=[KEY], request=RenewalShape, responses=TOLD)
    @action(detail=True, methods=["post"])
    def renew(self, request: Request, pk: UUID) -> Response:
        """Begin to write what is to follow this agreement."""
        drafted = writes.renew_agreement(self.actor, pk, **inputs(RenewalShape, request))
        return Response(told(drafted), HTTPStatus.CREATED)

    @extend_schema(parameters=[KEY], request=ReplacementShape, responses=TOLD)
    @action(detail=True, methods=["post"])
    def replace(self, request: Request, pk: UUID) -> Response:
        """Put another clause in the place of one that was signed."""
        said = inputs(ReplacementShape, request)
        return Response(told(writes.replace_clause(self.actor, pk, **said)), HTTPStatus.CREATED)

    @extend_schema(parameters=[KEY], request=SignedShape, responses=TOLD)
    @action(detail=True, methods=["post"])
    def strike(self, request: Request, pk: UUID) -> Response:
        """Strike out a clause that was signed."""
        said = inputs(SignedShape, request)
        return Response(told(writes.strike_clause(self.actor, pk, **said)), HTTPStatus.CREATED)

    @extend_schema(parameters=[KEY], request=SignedShape, responses=TOLD)
    @action(detail=True, methods=["post"])
    def keep(self, request: Request, pk: UUID) -> Response:
        """Leave a clause as it was signed after all."""
        return Response(told(writes.keep_clause(self.actor, pk, **inputs(SignedShape, request))))
