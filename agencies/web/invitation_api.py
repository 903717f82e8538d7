"""Invitations, for other systems. Whose seats they bring is decided by people: no token invites."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from agencies import reads, writes
from agencies.details import MemberDetails, Password
from agencies.reads.invitations import InvitationEntry
from agencies.web.answer_shapes import shape_of
from agencies.web.api import TOLD
from agencies.web.inputs import inputs, own_agency_of
from agencies.web.secrets import link_for
from agencies.words import SeatKind
from audit.web.doors import KEY, Door, Moment, Shape, told


class Invitation(Shape):
    email = serializers.EmailField()
    name = serializers.CharField(max_length=120)
    title = serializers.CharField(max_length=120, allow_blank=True, default="")
    phone = serializers.CharField(max_length=40, allow_blank=True, default="")
    seats = serializers.MultipleChoiceField(choices=SeatKind.choices, default=set)
    seated_until = Moment(allow_null=True, default=None)

    def to_inputs(self) -> dict[str, Any]:
        said = dict(self.validated_data)
        until = said.pop("seated_until")
        said["seats"] = frozenset(SeatKind(kind) for kind in said["seats"])
        return {"member": MemberDetails(**said), "seated_until": until}


class Invitations(Door):
    """Who was invited, and has not come yet."""

    @extend_schema(responses=shape_of(InvitationEntry)(many=True))
    def list(self, request: Request) -> Response:
        return Response(reads.invitations(self.actor))

    @extend_schema(parameters=[KEY], request=Invitation, responses=TOLD)
    def create(self, request: Request) -> Response:
        """Invite somebody. ``link`` is in this answer, and in their letter, and nowhere else."""
        said = inputs(Invitation, request)
        link = link_for(self.actor)
        invited = writes.invite_member(
            self.actor, own_agency_of(self.actor), link=Password.of(link), **said
        )
        return Response({**told(invited), "link": _join(request, link)}, HTTPStatus.CREATED)

    @extend_schema(parameters=[KEY], request=None, responses=TOLD)
    @action(detail=True, methods=["post"])
    def renew(self, request: Request, pk: UUID) -> Response:
        """Send a new link; the one before is of no use."""
        link = link_for(self.actor)
        renewed = writes.renew_invitation(self.actor, pk, link=Password.of(link))
        return Response({**told(renewed), "link": _join(request, link)})

    @extend_schema(parameters=[KEY], responses=TOLD)
    def destroy(self, request: Request, pk: UUID) -> Response:
        """Take an invitation back."""
        return Response(told(writes.revoke_invitation(self.actor, pk)))


def _join(request: Request, link: str) -> str:
    return request.build_absolute_uri(f"/join/{link}/")
