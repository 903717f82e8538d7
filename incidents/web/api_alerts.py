"""Alerts over the API: CAP in, decisions out."""

from __future__ import annotations

from uuid import UUID

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.exceptions import UnsupportedMediaType
from rest_framework.request import Request
from rest_framework.response import Response

from audit.web.doors import KEY, Door, Reason
from incidents import acting, reads, writes
from incidents.web import serializers, shapes
from incidents.web.cap import CapParser, Incoming, TextXmlParser, XmlParser
from incidents.web.taking import act, answer, plain, taken

XML = {parser.media_type: OpenApiTypes.BINARY for parser in (CapParser, XmlParser, TextXmlParser)}


class Alerts(Door):
    """CAP messages that your agency received."""

    parser_classes = (*Door.parser_classes, CapParser, XmlParser, TextXmlParser)

    @extend_schema(responses=serializers.Alert(many=True))
    def list(self, request: Request) -> Response:
        return Response(plain(reads.alerts(self.actor)))

    @extend_schema(responses=serializers.Alert)
    def retrieve(self, request: Request, pk: UUID) -> Response:
        return Response(plain(reads.alert(self.actor, pk)))

    @extend_schema(
        request=XML,
        parameters=[KEY],
        responses={200: serializers.Alert, 201: serializers.Alert},
    )
    def create(self, request: Request) -> Response:
        """Take in a CAP 1.1 or 1.2 message of at most a megabyte.

        201 where it is new; 200 with what became of it where it was received before.
        """
        received = request.data
        if not isinstance(received, Incoming):
            raise UnsupportedMediaType(request.content_type)
        before = reads.alert_like(self.actor, received.message, received.raw_hash)
        if before:
            return Response(plain(before))
        facts = writes.receive_alert(
            self.actor,
            acting.agency(self.actor),
            message=received.message,
            raw=received.raw,
            remarks=received.remarks,
        )
        pk: UUID = facts[0].alert
        return Response(plain(reads.alert(self.actor, pk)), status=201)

    @act(shapes.Confirm)
    @action(detail=True, methods=["post"])
    def confirm(self, request: Request, pk: UUID) -> Response:
        """Open the incident. Its mode is the message's."""
        asked = taken(shapes.Confirm, request)
        occurred_at = asked.validated_data.get("occurred_at")
        facts = writes.confirm_alert(self.actor, pk, known=asked.known(), occurred_at=occurred_at)
        return answer(facts)

    @act(Reason)
    @action(detail=True, methods=["post"])
    def dismiss(self, request: Request, pk: UUID) -> Response:
        """Decide that it needs no incident."""
        asked = taken(Reason, request).validated_data
        return answer(writes.dismiss_alert(self.actor, pk, **asked))
