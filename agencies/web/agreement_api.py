"""Agreements, their parties, clauses and signatures, for other systems."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID

from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from agencies import reads, writes
from agencies.reads.agreement import AgreementPage
from agencies.reads.agreements import AgreementEntry
from agencies.web import agreement_serializers as shapes
from agencies.web.answer_shapes import shape_of
from agencies.web.api import TOLD, query
from agencies.web.attachment_api import AttachesFiles
from agencies.web.inputs import inputs, own_agency_of
from agencies.web.print_pages import pdf
from agencies.web.serializers import Reason
from audit.web.doors import KEY, Door, told


class Agreements(AttachesFiles):
    """Agreements that one's agency leads or is a party to."""

    @extend_schema(
        parameters=[query("state"), query("q")], responses=shape_of(AgreementEntry)(many=True)
    )
    def list(self, request: Request) -> Response:
        said = request.query_params
        return Response(
            reads.agreements(self.actor, state=said.get("state", ""), sought=said.get("q", ""))
        )

    @extend_schema(responses=shape_of(AgreementPage))
    def retrieve(self, request: Request, pk: UUID) -> Response:
        """One agreement, whole. ``text_hash`` is the hash of this very text."""
        return Response(reads.agreement(self.actor, pk))

    @extend_schema(parameters=[KEY], request=shapes.Draft, responses=TOLD)
    def create(self, request: Request) -> Response:
        """Begin to write an agreement."""
        said = inputs(shapes.Draft, request)
        drafted = writes.draft_agreement(self.actor, own_agency_of(self.actor), **said)
        return Response(told(drafted), HTTPStatus.CREATED)

    @extend_schema(parameters=[KEY], request=shapes.EditDraft, responses=TOLD)
    def update(self, request: Request, pk: UUID) -> Response:
        """Change a draft's words and term."""
        said = inputs(shapes.EditDraft, request)
        return Response(told(writes.edit_agreement(self.actor, pk, **said)))

    @extend_schema(parameters=[KEY], request=shapes.Party, responses=TOLD)
    @action(detail=True, methods=["post"])
    def parties(self, request: Request, pk: UUID) -> Response:
        """Write an agency into a draft."""
        added = writes.add_party(self.actor, pk, **inputs(shapes.Party, request))
        return Response(told(added), HTTPStatus.CREATED)

    @extend_schema(parameters=[KEY], request=shapes.JoinInvitation, responses=TOLD)
    @action(detail=True, methods=["post"])
    def invitations(self, request: Request, pk: UUID) -> Response:
        """Ask an agency to join what is in force."""
        invited = writes.invite_to_join(self.actor, pk, **inputs(shapes.JoinInvitation, request))
        return Response(told(invited), HTTPStatus.CREATED)

    @extend_schema(parameters=[KEY], request=shapes.Clause, responses=TOLD)
    @action(detail=True, methods=["post"])
    def clauses(self, request: Request, pk: UUID) -> Response:
        """Write a clause into a draft."""
        added = writes.add_clause(self.actor, pk, **inputs(shapes.Clause, request))
        return Response(told(added), HTTPStatus.CREATED)

    @extend_schema(parameters=[KEY], request=shapes.Section, responses=TOLD)
    @action(detail=True, methods=["post"])
    def sections(self, request: Request, pk: UUID) -> Response:
        """Write a section into a draft."""
        added = writes.add_section(self.actor, pk, **inputs(shapes.Section, request))
        return Response(told(added), HTTPStatus.CREATED)

    @extend_schema(
        parameters=[KEY],
        request=None,
        responses={(HTTPStatus.OK.value, "application/pdf"): OpenApiTypes.BINARY},
    )
    @action(detail=True, methods=["post"])
    def print(self, request: Request, pk: UUID) -> HttpResponse:
        """The agreement with its signatures as a PDF. That it was taken stands in the ledger."""
        return pdf(self.actor, pk)

    @extend_schema(parameters=[KEY], request=shapes.Sealing, responses=TOLD)
    @action(detail=True, methods=["post"])
    def send(self, request: Request, pk: UUID) -> Response:
        """Seal the text and send it to every party."""
        said = inputs(shapes.Sealing, request)
        return Response(told(writes.send_for_signature(self.actor, pk, **said)))

    @extend_schema(parameters=[KEY], request=shapes.TextHash, responses=TOLD)
    @action(detail=True, methods=["post"])
    def signatures(self, request: Request, pk: UUID) -> Response:
        """Sign the text with this hash for one's own agency."""
        signed = writes.sign_agreement(self.actor, pk, **inputs(shapes.TextHash, request))
        return Response(told(signed), HTTPStatus.CREATED)

    @extend_schema(parameters=[KEY], request=Reason, responses=TOLD)
    @action(detail=True, methods=["post"])
    def reopen(self, request: Request, pk: UUID) -> Response:
        """Take the text back to change it; signatures are void."""
        return Response(told(writes.reopen_agreement(self.actor, pk, **inputs(Reason, request))))

    @extend_schema(parameters=[KEY], request=Reason, responses=TOLD)
    @action(detail=True, methods=["post"])
    def abandon(self, request: Request, pk: UUID) -> Response:
        """Give it up before everybody has signed."""
        return Response(told(writes.abandon_agreement(self.actor, pk, **inputs(Reason, request))))


class Parties(Door):
    """Parties of drafts."""

    @extend_schema(parameters=[KEY], responses=TOLD)
    def destroy(self, request: Request, pk: UUID) -> Response:
        """Take an agency out of a draft."""
        return Response(told(writes.remove_party(self.actor, pk)))


class Clauses(Door):
    """Clauses of drafts. Worded anew, a clause has a new id."""

    @extend_schema(parameters=[KEY], request=shapes.Clause, responses=TOLD)
    def update(self, request: Request, pk: UUID) -> Response:
        said = inputs(shapes.Clause, request)
        return Response(told(writes.edit_clause(self.actor, pk, **said)))

    @extend_schema(parameters=[KEY], responses=TOLD)
    def destroy(self, request: Request, pk: UUID) -> Response:
        """Take a clause out of a draft."""
        return Response(told(writes.remove_clause(self.actor, pk)))


class Sections(Door):
    """Sections of drafts. Worded anew, a section has a new id."""

    @extend_schema(parameters=[KEY], request=shapes.Section, responses=TOLD)
    def update(self, request: Request, pk: UUID) -> Response:
        said = inputs(shapes.Section, request)
        return Response(told(writes.edit_section(self.actor, pk, **said)))

    @extend_schema(parameters=[KEY], responses=TOLD)
    def destroy(self, request: Request, pk: UUID) -> Response:
        """Take a section out of a draft."""
        return Response(told(writes.remove_section(self.actor, pk)))
