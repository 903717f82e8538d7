"""Requests, their lines and their ladders, for other systems."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any, cast
from uuid import UUID

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import action
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from agencies.first_due import FirstDue
from agencies.web.answer_shapes import shape_of
from audit.web.doors import KEY, Door, Reason, Shape, told
from incidents.web.api_sharing import SeenAs
from incidents.web.taking import plain
from mutualaid import reads, writes
from mutualaid.web import serializers as shapes
from mutualaid.web.edxl import EdxlParser, Incoming
from mutualaid.web.messages import carried_in

TOLD = {HTTPStatus.OK: OpenApiTypes.OBJECT}
MADE = {HTTPStatus.CREATED: OpenApiTypes.OBJECT}
SHOWN = {HTTPStatus.OK: OpenApiTypes.OBJECT}
INCIDENT = OpenApiParameter("incident", UUID, required=True)


def said(shape: type[Shape], data: Any) -> dict[str, Any]:
    """The inputs of a write, if they fit their shape."""
    asked = shape(data=data)
    asked.is_valid(raise_exception=True)
    inputs: dict[str, Any] = asked.validated_data
    return inputs


def incident_in(request: Request) -> UUID:
    """The incident that the address names."""
    try:
        return UUID(request.query_params.get("incident", ""))
    except ValueError as wrong:
        raise ValidationError({"incident": ["Name an incident by its id."]}) from wrong


class Requests(Door):
    """Resource requests (ICS 213RR) at one's incidents."""

    @extend_schema(operation_id="requests_list", parameters=[INCIDENT], responses=SHOWN)
    def list(self, request: Request) -> Response:
        """Every request at an incident, newest first."""
        return Response(reads.requests(self.actor, incident_in(request)))

    @extend_schema(responses=SHOWN)
    def retrieve(self, request: Request, pk: UUID) -> Response:
        """A request, its lines, their ladders and every answer."""
        return Response(reads.request(self.actor, pk))

    @extend_schema(parameters=[KEY], request=shapes.NewRequest, responses=MADE)
    def create(self, request: Request) -> Response:
        """Ask for resources; the first tier is asked at once."""
        inputs = said(shapes.NewRequest, request.data)
        incident = inputs.pop("incident")
        facts = writes.submit_request(self.actor, incident, **inputs)
        return Response(told(facts), HTTPStatus.CREATED)

    @extend_schema(parameters=[INCIDENT, shapes.Preview], responses=SHOWN)
    @action(detail=False)
    def preview(self, request: Request) -> Response:
        """Whom a line would ask, in which order and under which clause."""
        wanted = request.query_params.dict()
        wanted.pop("incident", None)
        inputs = said(shapes.Preview, wanted)
        return Response(reads.preview(self.actor, incident_in(request), **inputs))

    @extend_schema(parameters=[INCIDENT], responses=shape_of(FirstDue)(many=True))
    @action(detail=False, url_path="first-due")
    def first_due(self, request: Request) -> Response:
        """Whom automatic aid sends to an incident at once, without being asked; only a hint."""
        return Response(reads.first_due(self.actor, incident_in(request)))

    @extend_schema(parameters=[SeenAs], responses=SHOWN)
    @action(detail=True, url_path="seen-as")
    def seen_as(self, request: Request, pk: UUID) -> Response:
        """The request as a partner's seat or person sees it now. It is recorded."""
        asked = SeenAs(data=request.query_params)
        asked.is_valid(raise_exception=True)
        return Response(plain(reads.request_seen_as(self.actor, pk, eyes=asked.through())))

    @extend_schema(responses=SHOWN)
    @action(detail=True)
    def history(self, request: Request, pk: UUID) -> Response:
        """What happened to a request, newest first."""
        return Response(reads.history(self.actor, pk))

    @extend_schema(parameters=[KEY], request=Reason, responses=TOLD)
    @action(detail=True, methods=["post"])
    def cancel(self, request: Request, pk: UUID) -> Response:
        """Withdraw a request."""
        inputs = said(Reason, request.data)
        return Response(told(writes.cancel_request(self.actor, pk, **inputs)))

    @extend_schema(parameters=[KEY], request=Reason, responses=TOLD)
    @action(detail=True, methods=["post"])
    def hold(self, request: Request, pk: UUID) -> Response:
        """Stop the clock of a request."""
        inputs = said(Reason, request.data)
        return Response(told(writes.hold_request(self.actor, pk, **inputs)))

    @extend_schema(parameters=[KEY], request=None, responses=TOLD)
    @action(detail=True, methods=["post"])
    def resume(self, request: Request, pk: UUID) -> Response:
        """Let the clock of a request run on."""
        return Response(told(writes.resume_request(self.actor, pk)))


class Lines(Door):
    """Lines of requests."""

    @extend_schema(parameters=[KEY], request=shapes.CancelLine, responses=TOLD)
    @action(detail=True, methods=["post"])
    def cancel(self, request: Request, pk: UUID) -> Response:
        """Cancel some or all of a line."""
        inputs = said(shapes.CancelLine, request.data)
        return Response(told(writes.cancel_line(self.actor, pk, **inputs)))

    @extend_schema(parameters=[KEY], request=None, responses=TOLD)
    @action(detail=True, methods=["post"], url_path="close-short")
    def close_short(self, request: Request, pk: UUID) -> Response:
        """Make do with what was accepted."""
        return Response(told(writes.close_short(self.actor, pk)))

    @extend_schema(parameters=[KEY], request=None, responses=TOLD)
    @action(detail=True, methods=["post"])
    def retry(self, request: Request, pk: UUID) -> Response:
        """Ask again for what could not be filled."""
        return Response(told(writes.retry_line(self.actor, pk)))


class Rungs(Door):
    """Steps of a line's ladder."""

    @extend_schema(parameters=[KEY], request=Reason, responses=TOLD)
    @action(detail=True, methods=["post"])
    def skip(self, request: Request, pk: UUID) -> Response:
        """Ask this tier before its turn."""
        inputs = said(Reason, request.data)
        return Response(told(writes.skip_to_rung(self.actor, pk, **inputs)))


class Messages(Door):
    """Requests that other systems wrote as EDXL-RM."""

    parser_classes = (EdxlParser,)

    @extend_schema(
        parameters=[KEY, shapes.Priorities],
        request={"application/xml": OpenApiTypes.BINARY},
        responses=MADE,
    )
    def create(self, request: Request, pk: UUID) -> Response:
        """Take in a RequestResource, new, changed or withdrawn; a repeat does nothing more."""
        wanted = said(shapes.Priorities, request.query_params.dict())
        message = cast(Incoming, request.data)
        made = carried_in(self.actor, pk, message, **wanted)
        return Response({"request": made, "remarks": message.remarks}, HTTPStatus.CREATED)
