"""Tokens, and what those who check need, for other systems."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from http import HTTPStatus
from uuid import UUID

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from agencies import admission, reads, writes
from agencies.reads.look_lines import LookPage
from agencies.reads.own import TokenEntry
from agencies.web import look_shapes
from agencies.web import serializers as shapes
from agencies.web.answer_shapes import shape_of
from agencies.web.api import TOLD
from agencies.web.inputs import inputs, own_agency_of
from agencies.web.secrets import token_for
from audit.facts import Fact
from audit.receipts import Totals
from audit.security import LedgerState, Refused
from audit.trail import Line, Page, Sought
from audit.web.doors import KEY, Door, told


class Tokens(Door):
    """One's own tokens."""

    @extend_schema(responses=shape_of(TokenEntry)(many=True))
    def list(self, request: Request) -> Response:
        return Response(reads.tokens(self.actor))

    @extend_schema(parameters=[KEY], request=shapes.Token, responses=TOLD)
    def create(self, request: Request) -> Response:
        """Make a token. ``secret`` is in this answer, and in that to a repeat, and nowhere else."""
        secret = token_for(self.actor)
        said = inputs(shapes.Token, request) | {"digest": admission.digest_of(secret)}
        issued = writes.issue_token(self.actor, self.actor.member_id or UUID(int=0), **said)
        return Response({**told(issued), "secret": secret}, HTTPStatus.CREATED)

    @extend_schema(parameters=[KEY], request=None, responses=TOLD)
    @action(detail=True, methods=["post"])
    def rotate(self, request: Request, pk: UUID) -> Response:
        """Make a new secret. The old one goes on for a day."""
        secret = token_for(self.actor)
        digest = admission.digest_of(secret)
        rotated = writes.rotate_token(self.actor, pk, digest=digest)
        return Response({**told(rotated), "secret": secret})

    @extend_schema(parameters=[KEY], responses=TOLD)
    def destroy(self, request: Request, pk: UUID) -> Response:
        """Revoke a token."""
        return Response(told(writes.revoke_token(self.actor, pk)))


class Ledger(Door, ABC):
    """Lines of a ledger, a page at a time, and a copy of them."""

    @abstractmethod
    def found(self, sought: Sought, before: int | None) -> Page | LookPage:
        """The lines that match, newest first."""

    @abstractmethod
    def taken(self, sought: Sought) -> tuple[Fact, Sequence[Line]]:
        """The record that a copy is taken, and the lines that match."""

    def page(self, asked: shapes.Lines) -> Response:
        """A page of the lines that match."""
        asked.is_valid(raise_exception=True)
        return Response(self.found(asked.sought(), asked.validated_data["before"]))

    def copy(self, asked: shapes.Lines) -> Response:
        """The lines that match, all of them."""
        asked.is_valid(raise_exception=True)
        taken, lines = self.taken(asked.sought())
        return Response(told(taken) | {"lines": lines})


class Looks(Ledger):
    """Who of other agencies was shown one's own agency's data."""

    @extend_schema(parameters=[look_shapes.LookLinesBefore], responses=shape_of(LookPage))
    def list(self, request: Request) -> Response:
        return self.page(look_shapes.LookLinesBefore(data=request.query_params.dict()))

    @extend_schema(parameters=[KEY], request=look_shapes.LookLines, responses=OpenApiTypes.OBJECT)
    @action(detail=False, methods=["post"])
    def export(self, request: Request) -> Response:
        """Take a copy. That it was taken is recorded first."""
        return self.copy(look_shapes.LookLines(data=request.data))

    @extend_schema(parameters=[look_shapes.LookLines], responses=shape_of(Totals))
    @action(detail=False)
    def totals(self, request: Request) -> Response:
        """The looks that fit, added up by partner, by category, and by what opened them."""
        asked = look_shapes.LookLines(data=request.query_params.dict())
        asked.is_valid(raise_exception=True)
        return Response(reads.look_totals(self.actor, asked.sought()))

    def found(self, sought: Sought, before: int | None) -> LookPage:
        return reads.who_looked(self.actor, sought, before=before)

    def taken(self, sought: Sought) -> tuple[Fact, Sequence[Line]]:
        taken = writes.export_access_log(self.actor, own_agency_of(self.actor), sought=sought)
        return taken, reads.exported_looks(self.actor, taken, sought)


class Trail(Ledger):
    """What one's own agency's ledger tells."""

    @extend_schema(parameters=[shapes.LinesBefore], responses=shape_of(Page))
    def list(self, request: Request) -> Response:
        return self.page(shapes.LinesBefore(data=request.query_params.dict()))

    @extend_schema(parameters=[KEY], request=shapes.Lines, responses=OpenApiTypes.OBJECT)
    @action(detail=False, methods=["post"])
    def export(self, request: Request) -> Response:
        """Take a copy. That it was taken is recorded first."""
        return self.copy(shapes.Lines(data=request.data))

    def found(self, sought: Sought, before: int | None) -> Page:
        return reads.agency_trail(self.actor, sought, before=before)

    def taken(self, sought: Sought) -> tuple[Fact, Sequence[Line]]:
        taken = writes.export_trail(self.actor, own_agency_of(self.actor), sought=sought)
        return taken, reads.exported_trail(self.actor, taken, sought)

    @extend_schema(responses=shape_of(LedgerState))
    @action(detail=False)
    def state(self, request: Request) -> Response:
        """How far it is verified, and every alarm."""
        return Response(reads.ledger_state(self.actor))


class Security(Door):
    """Who was turned away."""

    @extend_schema(parameters=[shapes.Turned], responses=shape_of(Refused)(many=True))
    def list(self, request: Request) -> Response:
        asked = shapes.Turned(data=request.query_params.dict())
        asked.is_valid(raise_exception=True)
        return Response(reads.security_log(self.actor, **asked.validated_data))
