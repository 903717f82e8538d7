"""What one's agency is asked for, and the offers made to it, for other systems."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from audit.facts import Fact
from audit.web.doors import KEY, Door, Reason, told
from mutualaid import reads, writes
from mutualaid.web import serializers as shapes
from mutualaid.web.api import SHOWN, TOLD, said


def own_answer(facts: tuple[Fact, ...]) -> dict[str, Any]:
    """What one's own act made true. What followed for others at the incident is theirs to see."""
    return told(facts[0])


class Asks(Door):
    """What one's agency is asked for."""

    @extend_schema(operation_id="asks_list", responses=SHOWN)
    def list(self, request: Request) -> Response:
        """Everything that waits for an answer, or was offered or accepted."""
        return Response(reads.asks(self.actor))

    @extend_schema(responses=SHOWN)
    def retrieve(self, request: Request, pk: UUID) -> Response:
        """One ask, what could be sent, and what would stay at home."""
        return Response(reads.ask(self.actor, pk))

    @extend_schema(parameters=[KEY], request=None, responses=TOLD)
    @action(detail=True, methods=["post"])
    def acknowledge(self, request: Request, pk: UUID) -> Response:
        """Say that a person has seen it."""
        return Response(told(writes.acknowledge(self.actor, pk)))

    @extend_schema(parameters=[KEY], request=shapes.Offer, responses=TOLD)
    @action(detail=True, methods=["post"])
    def offer(self, request: Request, pk: UUID) -> Response:
        """Offer named resources, all that were asked for or fewer."""
        inputs = said(shapes.Offer, request.data)
        return Response(own_answer(writes.offer(self.actor, pk, **inputs)))

    @extend_schema(parameters=[KEY], request=shapes.Decline, responses=TOLD)
    @action(detail=True, methods=["post"])
    def decline(self, request: Request, pk: UUID) -> Response:
        """Say that one's agency is unable to fill."""
        inputs = said(shapes.Decline, request.data)
        return Response(own_answer(writes.decline(self.actor, pk, **inputs)))

    @extend_schema(parameters=[KEY], request=Reason, responses=TOLD)
    @action(detail=True, methods=["post"])
    def withdraw(self, request: Request, pk: UUID) -> Response:
        """Take back an offer, or what was accepted of it and has not arrived."""
        inputs = said(Reason, request.data)
        return Response(own_answer(writes.withdraw_offer(self.actor, pk, **inputs)))


class Offers(Door):
    """What was offered to one's agency's requests. An offer has the id of its solicitation."""

    @extend_schema(parameters=[KEY], request=shapes.Accept, responses=TOLD)
    @action(detail=True, methods=["post"])
    def accept(self, request: Request, pk: UUID) -> Response:
        """Take an offer, or some of it."""
        inputs = said(shapes.Accept, request.data)
        return Response(told(writes.accept_offer(self.actor, pk, **inputs)))

    @extend_schema(parameters=[KEY], request=Reason, responses=TOLD)
    @action(detail=True, methods=["post"])
    def reject(self, request: Request, pk: UUID) -> Response:
        """Return an offer."""
        inputs = said(Reason, request.data)
        return Response(told(writes.reject_offer(self.actor, pk, **inputs)))
