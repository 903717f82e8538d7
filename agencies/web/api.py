"""Agencies, members, seats, resources and the catalogue, for other systems."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from agencies import reads, writes
from agencies.reads.catalogue import KindEntry
from agencies.reads.directory import AgencyEntry
from agencies.reads.own import MemberEntry, OwnAgency, ReviewEntry
from agencies.reads.resources import ResourceEntry
from agencies.web import serializers as shapes
from agencies.web.answer_shapes import shape_of
from agencies.web.inputs import inputs, own_agency_of
from audit.web.doors import KEY, Door, told

TOLD = {HTTPStatus.OK: OpenApiTypes.OBJECT, HTTPStatus.CREATED: OpenApiTypes.OBJECT}


def query(name: str) -> OpenApiParameter:
    """A filter in the address."""
    return OpenApiParameter(name, str, required=False)


class Agencies(Door):
    """The directory of agencies."""

    @extend_schema(
        parameters=[query("q"), query("discipline")], responses=shape_of(AgencyEntry)(many=True)
    )
    def list(self, request: Request) -> Response:
        said = request.query_params
        return Response(
            reads.agencies(
                self.actor, sought=said.get("q", ""), discipline=said.get("discipline", "")
            )
        )

    @extend_schema(responses=shape_of(AgencyEntry))
    def retrieve(self, request: Request, pk: UUID) -> Response:
        return Response(reads.agency(self.actor, pk))

    @extend_schema(parameters=[KEY], request=shapes.Agency, responses=TOLD)
    def update(self, request: Request, pk: UUID) -> Response:
        """Change what the directory says of one's own agency."""
        said = inputs(shapes.Agency, request)
        return Response(told(writes.edit_agency(self.actor, pk, **said)))

    @extend_schema(parameters=[KEY], request=shapes.Contacts, responses=TOLD)
    @action(detail=True, methods=["put"])
    def contacts(self, request: Request, pk: UUID) -> Response:
        """Say anew whom to call."""
        said = inputs(shapes.Contacts, request)
        return Response(told(writes.list_contacts(self.actor, pk, **said)))

    @extend_schema(responses=shape_of(OwnAgency))
    @action(detail=False)
    def mine(self, request: Request) -> Response:
        """One's own agency, with its contacts, members and seats."""
        return Response(reads.my_agency(self.actor))


class Members(Door):
    """One's colleagues."""

    @extend_schema(responses=shape_of(MemberEntry)(many=True))
    def list(self, request: Request) -> Response:
        return Response(reads.members(self.actor))

    @extend_schema(responses=shape_of(MemberEntry))
    def retrieve(self, request: Request, pk: UUID) -> Response:
        return Response(reads.member(self.actor, pk))

    @extend_schema(parameters=[KEY], request=shapes.Member, responses=TOLD)
    def create(self, request: Request) -> Response:
        """Let somebody act for one's agency."""
        said = inputs(shapes.Member, request)
        added = writes.add_member(self.actor, own_agency_of(self.actor), **said)
        return Response(told(added), HTTPStatus.CREATED)

    @extend_schema(parameters=[KEY], request=shapes.Reason, responses=TOLD)
    @action(detail=True, methods=["post"])
    def suspend(self, request: Request, pk: UUID) -> Response:
        """Take all rights from a member at once."""
        return Response(
            told(writes.suspend_member(self.actor, pk, **inputs(shapes.Reason, request)))
        )

    @extend_schema(parameters=[KEY], request=None, responses=TOLD)
    @action(detail=True, methods=["post"])
    def restore(self, request: Request, pk: UUID) -> Response:
        return Response(told(writes.restore_member(self.actor, pk)))

    @extend_schema(parameters=[KEY], request=shapes.Reason, responses=TOLD)
    @action(detail=True, methods=["post"])
    def remove(self, request: Request, pk: UUID) -> Response:
        """End for good what a member may do."""
        return Response(
            told(writes.remove_member(self.actor, pk, **inputs(shapes.Reason, request)))
        )

    @extend_schema(parameters=[KEY], request=None, responses=TOLD)
    @action(detail=True, methods=["post"])
    def confirm(self, request: Request, pk: UUID) -> Response:
        """Say that a member still needs the seats that they hold."""
        return Response(told(writes.confirm_member(self.actor, pk)))

    @extend_schema(responses=shape_of(ReviewEntry)(many=True))
    @action(detail=False)
    def review(self, request: Request) -> Response:
        """Whose seats are to be confirmed, and by when."""
        return Response(reads.to_review(self.actor))

    @extend_schema(parameters=[KEY], request=shapes.Seat, responses=TOLD)
    @action(detail=True, methods=["post"])
    def seats(self, request: Request, pk: UUID) -> Response:
        """Let a member act in a seat."""
        given = writes.give_seat(self.actor, pk, **inputs(shapes.Seat, request))
        return Response(told(given), HTTPStatus.CREATED)

    @extend_schema(parameters=[KEY], request=shapes.NewPassword, responses=TOLD)
    @action(detail=True, methods=["post"])
    def password(self, request: Request, pk: UUID) -> Response:
        """Set one's own password, or a colleague's."""
        said = inputs(shapes.NewPassword, request)
        return Response(told(writes.set_password(self.actor, pk, **said)))


class Seats(Door):
    """Seats that somebody holds."""

    @extend_schema(parameters=[KEY], responses=TOLD)
    def destroy(self, request: Request, pk: UUID) -> Response:
        """End a seat now."""
        return Response(told(writes.take_seat(self.actor, pk)))


class Resources(Door):
    """What one's agency can send."""

    @extend_schema(
        parameters=[query("kind"), query("status"), query("sought")],
        responses=shape_of(ResourceEntry)(many=True),
    )
    def list(self, request: Request) -> Response:
        said = {name: request.query_params.get(name, "") for name in ("kind", "status", "sought")}
        return Response(reads.resources(self.actor, **said))

    @extend_schema(responses=shape_of(ResourceEntry))
    def retrieve(self, request: Request, pk: UUID) -> Response:
        return Response(reads.resource(self.actor, pk))

    @extend_schema(parameters=[KEY], request=shapes.Resource, responses=TOLD)
    def create(self, request: Request) -> Response:
        said = inputs(shapes.Resource, request)
        added = writes.add_resource(self.actor, own_agency_of(self.actor), **said)
        return Response(told(added), HTTPStatus.CREATED)

    @extend_schema(parameters=[KEY], request=shapes.EditResource, responses=TOLD)
    def update(self, request: Request, pk: UUID) -> Response:
        said = inputs(shapes.EditResource, request)
        return Response(told(writes.edit_resource(self.actor, pk, **said)))

    @extend_schema(parameters=[KEY], request=shapes.ChangeReadiness, responses=TOLD)
    @action(detail=True, methods=["post"])
    def readiness(self, request: Request, pk: UUID) -> Response:
        """Take a resource out of service, or put it back."""
        said = inputs(shapes.ChangeReadiness, request)
        return Response(told(writes.change_readiness(self.actor, pk, **said)))

    @extend_schema(parameters=[KEY], request=None, responses=TOLD)
    @action(detail=True, methods=["post"])
    def retire(self, request: Request, pk: UUID) -> Response:
        """Strike a resource off."""
        return Response(told(writes.retire_resource(self.actor, pk)))


class Kinds(Door):
    """The catalogue of kinds and types."""

    @extend_schema(parameters=[query("q")], responses=shape_of(KindEntry)(many=True))
    def list(self, request: Request) -> Response:
        return Response(reads.kinds(self.actor, sought=request.query_params.get("q", "")))
