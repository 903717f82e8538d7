"""The devices of one's own agency that need not lock, for other systems."""

from __future__ import annotations

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from agencies import reads, writes
from agencies.reads.devices import ExemptionEntry
from agencies.web.answer_shapes import shape_of
from agencies.web.api import TOLD
from audit.web.doors import KEY, Door, told


class Devices(Door):
    """Devices that stay open, and those for which that was asked. Asking is done at the device."""

    @extend_schema(responses=shape_of(ExemptionEntry)(many=True))
    def list(self, request: Request) -> Response:
        return Response(reads.exemptions(self.actor))

    @extend_schema(parameters=[KEY], request=None, responses=TOLD)
    @action(detail=True, methods=["post"])
    def exempt(self, request: Request, pk: UUID) -> Response:
        """Agree that a device stays open."""
        return Response(told(writes.exempt_device(self.actor, pk)))

    @extend_schema(parameters=[KEY], request=None, responses=TOLD)
    @action(detail=True, methods=["post"])
    def end(self, request: Request, pk: UUID) -> Response:
        """Let a device lock again, or do not agree."""
        return Response(told(writes.end_exemption(self.actor, pk)))
