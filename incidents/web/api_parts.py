"""Parts of incidents over the API: command, divisions, objectives, deployments."""

from __future__ import annotations

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from audit.web.doors import Door
from incidents import reads, writes
from incidents.web import serializers, shapes
from incidents.web.taking import act, answer, plain, taken
from incidents.words import BriefingItem, DeploymentState


class CommandSeats(Door):
    """Command of an incident, whole or shared."""

    @act(shapes.Happened)
    @action(detail=True, methods=["post"])
    def assume(self, request: Request, pk: UUID) -> Response:
        """Take a seat that nobody holds."""
        asked = taken(shapes.Happened, request).validated_data
        return answer(writes.assume_command(self.actor, pk, **asked))

    @act(shapes.OfferCommand)
    @action(detail=True, methods=["post"])
    def offer(self, request: Request, pk: UUID) -> Response:
        """Offer your seat to somebody. You remain in command until they accept."""
        asked = taken(shapes.OfferCommand, request).validated_data
        return answer(writes.offer_command(self.actor, pk, **asked))

    @extend_schema(responses=serializers.Taker(many=True))
    @action(detail=True)
    def takers(self, request: Request, pk: UUID) -> Response:
        """To whom you may offer it."""
        return Response(plain(reads.possible_commanders(self.actor, pk)))

    @act(shapes.Nothing)
    @action(detail=True, methods=["post"])
    def end(self, request: Request, pk: UUID) -> Response:
        """Let an agency go from unified command."""
        taken(shapes.Nothing, request)
        return answer(writes.end_command_seat(self.actor, pk))


class CommandOffers(Door):
    """Command seats offered to you."""

    @extend_schema(responses=serializers.Offer(many=True))
    def list(self, request: Request) -> Response:
        return Response(plain(reads.command_offers(self.actor)))

    @extend_schema(responses=serializers.Offer)
    def retrieve(self, request: Request, pk: UUID) -> Response:
        return Response(plain(reads.command_offer(self.actor, pk)))

    @extend_schema(responses=serializers.Board)
    @action(detail=True)
    def briefing(self, request: Request, pk: UUID) -> Response:
        """The board as it stood when command was offered."""
        shown = reads.briefing(self.actor, pk)
        return Response({"cursor": "", "at": shown.at, "rows": shown.rows})

    @act(shapes.AcceptCommand)
    @action(detail=True, methods=["post"])
    def accept(self, request: Request, pk: UUID) -> Response:
        """Take the command seat that was offered, having heard the whole briefing."""
        said = taken(shapes.AcceptCommand, request).validated_data
        heard = frozenset(BriefingItem(item) for item in said.pop("heard"))
        return answer(writes.accept_command(self.actor, pk, heard=heard, **said))

    @act(shapes.Nothing)
    @action(detail=True, methods=["post"])
    def decline(self, request: Request, pk: UUID) -> Response:
        """Say no. The commander remains."""
        taken(shapes.Nothing, request)
        return answer(writes.decline_command(self.actor, pk))

    @act(shapes.Nothing)
    @action(detail=True, methods=["post"])
    def withdraw(self, request: Request, pk: UUID) -> Response:
        """Take back an offer that you made."""
        taken(shapes.Nothing, request)
        return answer(writes.withdraw_command_offer(self.actor, pk))


class Divisions(Door):
    """Divisions, groups and staging areas."""

    @act(shapes.EditDivision)
    @action(detail=True, methods=["post"])
    def edit(self, request: Request, pk: UUID) -> Response:
        """Rename it, give it a supervisor, say where it is."""
        asked = taken(shapes.EditDivision, request).validated_data
        return answer(writes.edit_division(self.actor, pk, **asked))

    @act(shapes.Nothing)
    @action(detail=True, methods=["post"])
    def close(self, request: Request, pk: UUID) -> Response:
        """Close it, once nobody works there."""
        taken(shapes.Nothing, request)
        return answer(writes.close_division(self.actor, pk))


class Objectives(Door):
    """What command wants done."""

    @act(shapes.Settle)
    @action(detail=True, methods=["post"])
    def settle(self, request: Request, pk: UUID) -> Response:
        """Say that it is met, dropped for a reason, or open again."""
        asked = taken(shapes.Settle, request).validated_data
        return answer(writes.settle_objective(self.actor, pk, **asked))


class Deployments(Door):
    """Resources at incidents."""

    @extend_schema(responses=serializers.Stay)
    def retrieve(self, request: Request, pk: UUID) -> Response:
        """One stay, and the steps that you may take it along."""
        return Response(plain(reads.deployment(self.actor, pk)))

    @act(shapes.Move)
    @action(detail=True, methods=["post"])
    def move(self, request: Request, pk: UUID) -> Response:
        """Take it one step on. Arriving is a check-in (RULE-RES-02)."""
        said = taken(shapes.Move, request).validated_data
        if said["state"] == DeploymentState.CHECKED_IN:
            arrived = writes.check_in(
                self.actor, pk, version=said["version"], occurred_at=said.get("occurred_at")
            )
            return answer(arrived)
        moved = writes.move_deployment(
            self.actor,
            pk,
            to=said["state"],
            version=said["version"],
            division=said["division"],
            reason=said["reason"] or "",
            occurred_at=said.get("occurred_at"),
        )
        return answer(moved)

    @act(shapes.CheckIn)
    @action(detail=True, methods=["post"], url_path="check-in")
    def check_in(self, request: Request, pk: UUID) -> Response:
        """Record that it arrived."""
        asked = taken(shapes.CheckIn, request).validated_data
        return answer(writes.check_in(self.actor, pk, **asked))

    @act(shapes.Nothing)
    @action(detail=True, methods=["post"])
    def accept(self, request: Request, pk: UUID) -> Response:
        """Take in what came without being asked."""
        taken(shapes.Nothing, request)
        return answer(writes.accept_arrival(self.actor, pk))
