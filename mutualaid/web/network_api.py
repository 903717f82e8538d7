"""The network of one's agency, for other systems."""

from __future__ import annotations

from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from agencies import reads as agencies
from agencies.web.answer_shapes import shape_of
from agencies.web.api import query
from audit.web.doors import Door
from mutualaid import reads
from mutualaid.reads.network import Network
from mutualaid.web.network_forms import NetworkFilter


class Networks(Door):
    """Who lends us what, what we lend whom, and where nobody would come."""

    @extend_schema(
        operation_id="network_retrieve",
        parameters=[query("kind"), query("reach")],
        responses=shape_of(Network),
    )
    def list(self, request: Request) -> Response:
        """The whole network, or what concerns one kind; ``reach`` is a tier from 1 to 6."""
        kinds = [(kind.code, kind.name) for kind in agencies.kinds(self.actor)]
        form = NetworkFilter(request.query_params, kinds=kinds)
        if not form.is_valid():
            raise ValidationError(
                {name: [str(one) for one in said] for name, said in form.errors.items()}
            )
        return Response(reads.network(self.actor, **form.wanted()))
