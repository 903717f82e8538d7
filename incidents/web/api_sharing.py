"""Sharing at incidents, for other systems: who is shown what, narrowing it, and why."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from agencies.words import Category, ClearanceKind, Purpose, SeatKind, Tlp
from audit.web.doors import Door, Moment, Shape
from incidents import reads, writes
from incidents.web import shapes
from incidents.web.shapes import OneOf
from incidents.web.taking import act, answer, plain, taken


class ShareHere(Shape):
    to = serializers.UUIDField()
    category = OneOf(Category)
    reason = serializers.CharField(max_length=200)
    until = Moment(allow_null=True, default=None)


class AskToShare(Shape):
    owner = serializers.UUIDField()
    category = OneOf(Category)
    reason = serializers.CharField(max_length=200)


class PassOn(AskToShare):
    to = serializers.UUIDField()


class WithdrawSharing(Shape):
    """No partner means every one; no category all that is above what everybody needs."""

    partner = serializers.UUIDField(allow_null=True, default=None)
    category = OneOf(Category, allow_blank=True, default="")


class OnePurpose(Shape):
    purpose = OneOf(Purpose)


class WithdrawFrom(Shape):
    partner = serializers.UUIDField(allow_null=True, default=None)


class DisclosureAnswer(Shape):
    share = serializers.BooleanField()


class NoteLabel(Shape):
    tlp = OneOf(Tlp, allow_blank=True)
    recipients = serializers.ListField(child=serializers.UUIDField(), default=list, max_length=200)
    version = serializers.IntegerField(min_value=1, max_value=2**31 - 1)


class Eyes(Shape):
    seats = serializers.ListField(child=OneOf(SeatKind), default=list)
    clearances = serializers.ListField(child=OneOf(ClearanceKind), default=list)

    def eyes(self) -> dict[str, Any]:
        return {name: frozenset(self.validated_data[name]) for name in ("seats", "clearances")}


class SeenAs(Eyes):
    """A seat of a partner, or a person of theirs; as things are, or as if more were shared."""

    partner = serializers.UUIDField()
    person = serializers.UUIDField(allow_null=True, default=None)
    would = OneOf(Category, allow_null=True, default=None)

    def through(self) -> reads.Eyes:
        said = {name: self.validated_data[name] for name in ("partner", "person", "would")}
        return reads.Eyes(**said, **self.eyes())


class WhyShown(Eyes):
    key = serializers.CharField(max_length=80)
    field = serializers.CharField(max_length=40)
    agency = serializers.UUIDField(allow_null=True, default=None)


class WhoSees(Shape):
    """A panel of the board by its name, or one of its rows by its key."""

    of = serializers.CharField(max_length=80)


class Sharing(Door):
    """What one's agency shares at an incident; the id is the incident's."""

    @extend_schema(responses=OpenApiTypes.OBJECT)
    def retrieve(self, request: Request, pk: UUID) -> Response:
        """Partner by partner: what of ours they are shown, and on what ground."""
        return Response(plain(reads.sharing(self.actor, pk)))

    @extend_schema(responses=OpenApiTypes.OBJECT)
    @action(detail=True, url_path="here-for")
    def here_for(self, request: Request, pk: UUID) -> Response:
        """What one is there for oneself, and what one may choose from."""
        return Response(plain(reads.here_for(self.actor, pk)))

    @act(OnePurpose)
    @here_for.mapping.post
    def state_purpose(self, request: Request, pk: UUID) -> Response:
        """Say what one is there for oneself; it stands on the record of each look."""
        said = taken(OnePurpose, request).validated_data
        return answer(writes.state_purpose(self.actor, pk, **said))

    @act(ShareHere)
    @action(detail=True, methods=["post"])
    def share(self, request: Request, pk: UUID) -> Response:
        """Share one category with one agency, outside any agreement."""
        return answer(
            writes.share_at_incident(self.actor, pk, **taken(ShareHere, request).validated_data)
        )

    @act(AskToShare)
    @action(detail=True, methods=["post"])
    def ask(self, request: Request, pk: UUID) -> Response:
        """Ask an owner to share."""
        return answer(
            writes.ask_for_disclosure(self.actor, pk, **taken(AskToShare, request).validated_data)
        )

    @act(PassOn)
    @action(detail=True, methods=["post"], url_path="pass-on")
    def pass_on(self, request: Request, pk: UUID) -> Response:
        """Pass on what is another agency's, where its clause lets us."""
        return answer(writes.pass_on(self.actor, pk, **taken(PassOn, request).validated_data))

    @act(WithdrawSharing)
    @action(detail=True, methods=["post"])
    def withdraw(self, request: Request, pk: UUID) -> Response:
        """Show a partner, or every one, no more of it."""
        said = taken(WithdrawSharing, request).validated_data
        return answer(writes.withdraw(self.actor, pk, **said))

    @extend_schema(responses=OpenApiTypes.OBJECT)
    @action(detail=True)
    def guests(self, request: Request, pk: UUID) -> Response:
        """Everybody who is or was a guest there, until when, and why."""
        return Response(plain(reads.guests(self.actor, pk)))

    @extend_schema(parameters=[SeenAs], responses=OpenApiTypes.OBJECT)
    @action(detail=True, url_path="seen-as")
    def seen_as(self, request: Request, pk: UUID) -> Response:
        """The board as a partner's seat sees it now. It is recorded."""
        asked = SeenAs(data=request.query_params)
        asked.is_valid(raise_exception=True)
        seen = reads.seen_as(self.actor, pk, eyes=asked.through())
        rows = seen.snapshot.rows
        return Response({"at": seen.snapshot.at, "rows": rows, "gained": seen.gained})

    @extend_schema(parameters=[WhoSees], responses=OpenApiTypes.OBJECT)
    @action(detail=True, url_path="who-sees")
    def who_sees(self, request: Request, pk: UUID) -> Response:
        """Who sees a panel of the board, or one of its rows, down to names."""
        asked = WhoSees(data=request.query_params)
        asked.is_valid(raise_exception=True)
        return Response(plain(reads.who_sees(self.actor, pk, **asked.validated_data)))

    @extend_schema(parameters=[WhyShown], responses=OpenApiTypes.OBJECT)
    @action(detail=True)
    def why(self, request: Request, pk: UUID) -> Response:
        """What permits, limits and forbids a field."""
        asked = WhyShown(data=request.query_params)
        asked.is_valid(raise_exception=True)
        said = asked.validated_data
        verdict = reads.why(
            self.actor,
            pk,
            key=said["key"],
            field=said["field"],
            agency=said["agency"],
            **asked.eyes(),
        )
        return Response({"allowed": verdict.allowed, "reasons": verdict.kept()})


class Disclosures(Door):
    """What is shared at an incident outside any agreement, or asked for."""

    @act(DisclosureAnswer)
    @action(detail=True, methods=["post"])
    def answer(self, request: Request, pk: UUID) -> Response:
        """Share what was asked for, or decline."""
        said = taken(DisclosureAnswer, request).validated_data
        return answer(writes.answer_disclosure(self.actor, pk, **said))

    @act(shapes.Nothing)
    @action(detail=True, methods=["post"])
    def end(self, request: Request, pk: UUID) -> Response:
        """Show it no more."""
        taken(shapes.Nothing, request)
        return answer(writes.end_disclosure(self.actor, pk))


class Withdrawals(Door):
    """What an owner withdrew at an incident."""

    @act(shapes.Nothing)
    @action(detail=True, methods=["post"])
    def restore(self, request: Request, pk: UUID) -> Response:
        """Let agreements hold again."""
        taken(shapes.Nothing, request)
        return answer(writes.restore(self.actor, pk))


class Notes(Door):
    """Notes of one's own agency."""

    @extend_schema(responses=OpenApiTypes.OBJECT)
    @action(detail=True, url_path="who-sees")
    def who_sees(self, request: Request, pk: UUID) -> Response:
        """Who sees it, down to names."""
        return Response(plain(reads.who_sees_note(self.actor, pk)))

    @act(NoteLabel)
    @action(detail=True, methods=["post"])
    def label(self, request: Request, pk: UUID) -> Response:
        """Say how far it may go."""
        said = taken(NoteLabel, request).validated_data
        said["recipients"] = tuple(said["recipients"])
        return answer(writes.relabel_note(self.actor, pk, **said))

    @act(WithdrawFrom)
    @action(detail=True, methods=["post"])
    def withdraw(self, request: Request, pk: UUID) -> Response:
        """Show it to a partner, or to every one, no more."""
        return answer(
            writes.withdraw_note(self.actor, pk, **taken(WithdrawFrom, request).validated_data)
        )
