"""How parties review a text, rest and end an agreement, for other systems."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from agencies import reads, writes
from agencies.reads.versions import DifferencePage
from agencies.web import negotiation_serializers as shapes
from agencies.web.agreement_serializers import TextHash
from agencies.web.answer_shapes import shape_of
from agencies.web.api import TOLD, query
from agencies.web.inputs import inputs
from agencies.web.serializers import Reason
from audit.web.doors import KEY, Door, told


class Reviews(Door):
    """What happens to a text between the draft and the first signature, by its agreement."""

    @extend_schema(parameters=[query("before"), query("after")], responses=shape_of(DifferencePage))
    def retrieve(self, request: Request, pk: UUID) -> Response:
        """What changed between two versions, word by word; unless said otherwise, the last two."""
        before, after = (_number(request.query_params.get(name)) for name in ("before", "after"))
        return Response(reads.difference(self.actor, pk, before=before, after=after))

    @extend_schema(parameters=[KEY], request=shapes.SendForReview, responses=TOLD)
    @action(detail=True, methods=["post"])
    def send(self, request: Request, pk: UUID) -> Response:
        """Freeze the text as the next version and send it to every party's counsel."""
        said = inputs(shapes.SendForReview, request)
        return Response(told(writes.send_for_review(self.actor, pk, **said)))

    @extend_schema(parameters=[KEY], request=Reason, responses=TOLD)
    @action(detail=True, methods=["post"], url_path="take-back")
    def take_back(self, request: Request, pk: UUID) -> Response:
        """Take it back to the draft."""
        return Response(told(writes.take_back(self.actor, pk, **inputs(Reason, request))))

    @extend_schema(parameters=[KEY], request=TextHash, responses=TOLD)
    @action(detail=True, methods=["post"])
    def approve(self, request: Request, pk: UUID) -> Response:
        """Say for one's own agency that the version with this hash may be signed."""
        return Response(told(writes.approve_text(self.actor, pk, **inputs(TextHash, request))))

    @extend_schema(parameters=[KEY], request=shapes.Changes, responses=TOLD)
    @action(detail=True, methods=["post"])
    def changes(self, request: Request, pk: UUID) -> Response:
        """Say for one's own agency that it must change first."""
        said = inputs(shapes.Changes, request)
        return Response(told(writes.ask_for_changes(self.actor, pk, **said)))

    @extend_schema(parameters=[KEY], request=Reason, responses=TOLD)
    @action(detail=True, methods=["post"])
    def negotiate(self, request: Request, pk: UUID) -> Response:
        """Go back to negotiating what all had approved."""
        return Response(told(writes.reopen_negotiation(self.actor, pk, **inputs(Reason, request))))

    @extend_schema(parameters=[KEY], request=shapes.RemarkShape, responses=TOLD)
    @action(detail=True, methods=["post"])
    def remarks(self, request: Request, pk: UUID) -> Response:
        """Say something about the version, or about one clause or section of it."""
        said = inputs(shapes.RemarkShape, request)
        return Response(told(writes.remark(self.actor, pk, **said)), HTTPStatus.CREATED)

    @extend_schema(parameters=[KEY], request=shapes.WordsShape, responses=TOLD)
    @action(detail=True, methods=["post"])
    def redlines(self, request: Request, pk: UUID) -> Response:
        """Propose other words for a clause; none propose to strike it out."""
        said = inputs(shapes.WordsShape, request)
        return Response(told(writes.propose_words(self.actor, pk, **said)), HTTPStatus.CREATED)

    @extend_schema(parameters=[KEY], request=shapes.CheckShape, responses=TOLD)
    @action(detail=True, methods=["post"])
    def checks(self, request: Request, pk: UUID) -> Response:
        """Say for one's own agency that the coded form of clauses says what their text says."""
        said = inputs(shapes.CheckShape, request)
        return Response(told(writes.check_clauses(self.actor, pk, **said)), HTTPStatus.CREATED)

    @extend_schema(parameters=[KEY], request=shapes.DoubtShape, responses=TOLD)
    @action(detail=True, methods=["post"])
    def doubts(self, request: Request, pk: UUID) -> Response:
        """Take one's own agency's check of clauses back."""
        said = inputs(shapes.DoubtShape, request)
        return Response(told(writes.withdraw_checks(self.actor, pk, **said)))

    @extend_schema(parameters=[KEY], request=shapes.MotionShape, responses=TOLD)
    @action(detail=True, methods=["post"])
    def motions(self, request: Request, pk: UUID) -> Response:
        """Ask all parties to suspend, resume or terminate it."""
        said = inputs(shapes.MotionShape, request)
        return Response(told(writes.move_for_all(self.actor, pk, **said)), HTTPStatus.CREATED)

    @extend_schema(parameters=[KEY], request=shapes.CauseShape, responses=TOLD)
    @action(detail=True, methods=["post"])
    def terminate(self, request: Request, pk: UUID) -> Response:
        """End an agreement between two because the other has broken a clause of it."""
        said = inputs(shapes.CauseShape, request)
        return Response(told(writes.terminate_for_cause(self.actor, pk, **said)))


class Redlines(Door):
    """Other words that parties propose."""

    @extend_schema(parameters=[KEY], request=None, responses=TOLD)
    @action(detail=True, methods=["post"])
    def take(self, request: Request, pk: UUID) -> Response:
        """Take them into the next version."""
        return Response(told(writes.take_words(self.actor, pk)))

    @extend_schema(parameters=[KEY], request=Reason, responses=TOLD)
    @action(detail=True, methods=["post"])
    def decline(self, request: Request, pk: UUID) -> Response:
        """Leave the clause as it is."""
        return Response(told(writes.decline_words(self.actor, pk, **inputs(Reason, request))))

    @extend_schema(parameters=[KEY], responses=TOLD)
    def destroy(self, request: Request, pk: UUID) -> Response:
        """Propose them no more."""
        return Response(told(writes.withdraw_words(self.actor, pk)))


class Motions(Door):
    """What all parties are asked."""

    @extend_schema(parameters=[KEY], request=None, responses=TOLD)
    @action(detail=True, methods=["post"])
    def consent(self, request: Request, pk: UUID) -> Response:
        """Consent for one's own agency."""
        return Response(told(writes.consent_to_motion(self.actor, pk)))

    @extend_schema(parameters=[KEY], responses=TOLD)
    def destroy(self, request: Request, pk: UUID) -> Response:
        """Ask for it no more."""
        return Response(told(writes.drop_motion(self.actor, pk)))


class PartyStandings(Door):
    """How a party stands to its agreement, and what it says of itself; by the party's id."""

    @extend_schema(parameters=[KEY], request=shapes.BodyShape, responses=TOLD)
    @action(detail=True, methods=["post"])
    def body(self, request: Request, pk: UUID) -> Response:
        """Say which governing body must approve."""
        return Response(told(writes.name_body(self.actor, pk, **inputs(shapes.BodyShape, request))))

    @extend_schema(parameters=[KEY], request=shapes.ResolutionShape, responses=TOLD)
    @action(detail=True, methods=["post"])
    def resolution(self, request: Request, pk: UUID) -> Response:
        """Enter by which resolution it did."""
        said = inputs(shapes.ResolutionShape, request)
        return Response(told(writes.record_resolution(self.actor, pk, **said)))

    @extend_schema(parameters=[KEY], request=Reason, responses=TOLD)
    @action(detail=True, methods=["post"], url_path="leave-table")
    def leave_table(self, request: Request, pk: UUID) -> Response:
        """Go no further with a text, for one's own agency, before it is bound by it."""
        return Response(told(writes.leave_table(self.actor, pk, **inputs(Reason, request))))

    @extend_schema(parameters=[KEY], request=shapes.SuspendShape, responses=TOLD)
    @action(detail=True, methods=["post"])
    def suspend(self, request: Request, pk: UUID) -> Response:
        """Let the agreement rest for one's own agency."""
        said = inputs(shapes.SuspendShape, request)
        return Response(told(writes.suspend_for_us(self.actor, pk, **said)))

    @extend_schema(parameters=[KEY], request=None, responses=TOLD)
    @action(detail=True, methods=["post"])
    def resume(self, request: Request, pk: UUID) -> Response:
        """Be bound again."""
        return Response(told(writes.resume_for_us(self.actor, pk)))

    @extend_schema(parameters=[KEY], request=shapes.NoticeShape, responses=TOLD)
    @action(detail=True, methods=["post"])
    def notice(self, request: Request, pk: UUID) -> Response:
        """Give notice that one's own agency leaves."""
        said = inputs(shapes.NoticeShape, request)
        return Response(told(writes.give_notice(self.actor, pk, **said)))

    @extend_schema(parameters=[KEY], request=shapes.JoinderShape, responses=TOLD)
    @action(detail=True, methods=["post"])
    def join(self, request: Request, pk: UUID) -> Response:
        """Sign the joinder with this hash, for one's own agency."""
        said = inputs(shapes.JoinderShape, request)
        return Response(told(writes.sign_joinder(self.actor, pk, **said)), HTTPStatus.CREATED)

    @extend_schema(parameters=[KEY], request=None, responses=TOLD)
    @action(detail=True, methods=["post"])
    def uninvite(self, request: Request, pk: UUID) -> Response:
        """Ask it to join no more, or decline to join."""
        return Response(told(writes.uninvite(self.actor, pk)))

    @extend_schema(parameters=[KEY], request=None, responses=TOLD)
    @action(detail=True, methods=["post"])
    def rescind(self, request: Request, pk: UUID) -> Response:
        """Take the notice back."""
        return Response(told(writes.rescind_notice(self.actor, pk)))


def _number(said: str | None) -> int | None:
    """A version's number; nothing where it is none."""
    known = said is not None and said.isascii() and said.isdecimal() and len(said) < 5
    return int(said) if known and said else None
