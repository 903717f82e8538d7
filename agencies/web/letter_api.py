"""An agency's letters, for other systems."""

from __future__ import annotations

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from agencies import reads, writes
from agencies.reads.letters import Letters as Found
from agencies.web.answer_shapes import shape_of
from agencies.web.api import TOLD
from audit.web.doors import KEY, Door, told


class Letters(Door):
    """What left by e-mail in one's own agency's name."""

    @extend_schema(responses=shape_of(Found))
    def list(self, request: Request) -> Response:
        return Response(reads.letters(self.actor))

    @extend_schema(parameters=[KEY], request=None, responses=TOLD)
    @action(detail=True, methods=["post"])
    def again(self, request: Request, pk: UUID) -> Response:
        """Try a letter again that was given up."""
        return Response(told(writes.send_again(self.actor, pk)))
