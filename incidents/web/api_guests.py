"""Guests, for other systems. A guest's own link is made by people, in a browser."""

from __future__ import annotations

from uuid import UUID

from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from audit.web.doors import Door, Moment, Shape
from incidents import writes
from incidents.web import shapes
from incidents.web.shapes import OneOf
from incidents.web.taking import act, answer, taken
from incidents.words import Tier


class Widening(Shape):
    tier = OneOf(Tier)
    due_at = Moment()


class Guests(Door):
    """Guests at incidents; who is one is listed with what is shared there."""

    @act(shapes.Nothing)
    @action(detail=True, methods=["post"])
    def narrow(self, request: Request, pk: UUID) -> Response:
        """A guest who could assist may look only."""
        taken(shapes.Nothing, request)
        return answer(writes.narrow_guest(self.actor, pk))

    @act(shapes.Nothing)
    @action(detail=True, methods=["post"])
    def end(self, request: Request, pk: UUID) -> Response:
        """The stay is over."""
        taken(shapes.Nothing, request)
        return answer(writes.end_guest(self.actor, pk))

    @act(Widening)
    @action(detail=True, methods=["post"])
    def widen(self, request: Request, pk: UUID) -> Response:
        """Let a guest assist, or stay longer."""
        said = taken(Widening, request).validated_data
        return answer(writes.widen_guest(self.actor, pk, **said))
