"""Incidents over the API: everything that their pages do."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from agencies.web.live import cursors
from audit.trail import Sought
from audit.web.doors import KEY, Door, Shape
from incidents import acting, reads, writes
from incidents.web import serializers, shapes
from incidents.web.taking import act, answer, plain, taken


class Incidents(Door):
    """The incidents that your agency is at, or invited to."""

    @extend_schema(responses=serializers.Listed)
    def list(self, request: Request) -> Response:
        return Response(plain(reads.incidents(self.actor)))

    @extend_schema(request=shapes.Open, parameters=[KEY], responses={201: serializers.Told})
    def create(self, request: Request) -> Response:
        """Open an incident that your agency leads. Its mode never changes."""
        asked = taken(shapes.Open, request).validated_data
        opened = writes.open_incident(self.actor, acting.agency(self.actor), **asked)
        return answer(opened, status=201)

    @extend_schema(responses=serializers.Incident)
    def retrieve(self, request: Request, pk: UUID) -> Response:
        return Response(reads.incident(self.actor, pk))

    @extend_schema(responses=serializers.Board)
    @action(detail=True)
    def board(self, request: Request, pk: UUID) -> Response:
        """Every row of the board that your agency may see, as of one moment."""
        shown = reads.board(self.actor, pk)
        cursor = cursors.seal(shown.view, shown.seq, shown.terms)
        return Response({"cursor": cursor, "at": shown.at, "rows": shown.rows})

    @extend_schema(parameters=[shapes.Sought], responses=serializers.Trail)
    @action(detail=True)
    def trail(self, request: Request, pk: UUID) -> Response:
        """What happened, newest first."""
        asked = shapes.Sought(data=request.query_params.dict())
        asked.is_valid(raise_exception=True)
        sought = Sought(**asked.validated_data)
        return Response(plain(reads.timeline(self.actor, pk, sought)))

    @extend_schema(responses=serializers.Crew(many=True))
    @action(detail=True)
    def roster(self, request: Request, pk: UUID) -> Response:
        """Units and people at the incident or on the way, by agency."""
        return Response(plain(reads.roster(self.actor, pk)))

    @extend_schema(responses=serializers.Taker(many=True))
    @action(detail=True, url_path="who-may-take-command")
    def who_may_take_command(self, request: Request, pk: UUID) -> Response:
        """The commanders of whom one may take a seat that nobody holds."""
        return Response(plain(reads.possible_fillers(self.actor, pk)))

    @act(shapes.Edit)
    @action(detail=True, methods=["post"])
    def edit(self, request: Request, pk: UUID) -> Response:
        """Correct what is known."""
        asked = taken(shapes.Edit, request)
        version = asked.validated_data["version"]
        return answer(writes.edit_incident(self.actor, pk, version=version, known=asked.known()))

    @act(shapes.Nothing)
    @action(detail=True, methods=["post"])
    def close(self, request: Request, pk: UUID) -> Response:
        """Close it, once resources are released and command is not being offered."""
        return self._do(writes.close_incident, shapes.Nothing, pk)

    @act(shapes.Invite)
    @action(detail=True, methods=["post"])
    def invite(self, request: Request, pk: UUID) -> Response:
        """Ask an agency to the incident."""
        return self._do(writes.invite_agency, shapes.Invite, pk)

    @act(shapes.Happened)
    @action(detail=True, methods=["post"], url_path="accept-invitation")
    def accept_invitation(self, request: Request, pk: UUID) -> Response:
        """Come to an incident to which your agency is invited."""
        return self._do(writes.accept_invitation, shapes.Happened, pk)

    @act(shapes.Decline)
    @action(detail=True, methods=["post"], url_path="decline-invitation")
    def decline_invitation(self, request: Request, pk: UUID) -> Response:
        """Stay away."""
        return self._do(writes.decline_invitation, shapes.Decline, pk)

    @act(shapes.Nothing)
    @action(detail=True, methods=["post"])
    def leave(self, request: Request, pk: UUID) -> Response:
        """Leave it, and be shown nothing more of it."""
        return self._do(writes.leave_incident, shapes.Nothing, pk)

    @act(shapes.Purposes)
    @action(detail=True, methods=["post"])
    def purposes(self, request: Request, pk: UUID) -> Response:
        """Say what your agency is there for; clauses share for a purpose."""
        stated = frozenset(taken(shapes.Purposes, request).validated_data["purposes"])
        return answer(writes.state_purposes(self.actor, pk, purposes=stated))

    @act(shapes.OneAgency)
    @action(detail=True, methods=["post"], url_path="unified-command")
    def unified_command(self, request: Request, pk: UUID) -> Response:
        """Share command with another agency, as equals."""
        return self._do(writes.establish_unified_command, shapes.OneAgency, pk)

    @act(shapes.OneAgency)
    @action(detail=True, methods=["post"], url_path="command-seats")
    def command_seats(self, request: Request, pk: UUID) -> Response:
        """Take one more agency into unified command."""
        return self._do(writes.add_command_seat, shapes.OneAgency, pk)

    @act(shapes.Division)
    @action(detail=True, methods=["post"])
    def divisions(self, request: Request, pk: UUID) -> Response:
        """Set up a division, a group or a staging area."""
        return self._do(writes.add_division, shapes.Division, pk)

    @act(shapes.Commit)
    @action(detail=True, methods=["post"])
    def deployments(self, request: Request, pk: UUID) -> Response:
        """Commit a resource of your agency."""
        return self._do(writes.commit_resource, shapes.Commit, pk)

    @act(shapes.Arrival)
    @action(detail=True, methods=["post"])
    def arrivals(self, request: Request, pk: UUID) -> Response:
        """Record a resource of your agency that came without being asked."""
        return self._do(writes.check_in_unordered, shapes.Arrival, pk)

    @act(shapes.Note)
    @action(detail=True, methods=["post"])
    def notes(self, request: Request, pk: UUID) -> Response:
        """Write down what happened, and what kind of information it is."""
        said = taken(shapes.Note, request).validated_data
        said["recipients"] = tuple(said["recipients"])
        return answer(writes.write_note(self.actor, pk, **said))

    @act(shapes.Objective)
    @action(detail=True, methods=["post"])
    def objectives(self, request: Request, pk: UUID) -> Response:
        """Set an objective."""
        return self._do(writes.set_objective, shapes.Objective, pk)

    def _do(self, write: Any, shape: type[Shape], pk: UUID) -> Response:
        return answer(write(self.actor, pk, **taken(shape, self.request).validated_data))
