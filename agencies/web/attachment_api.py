"""Files of agreements, for other systems: a PDF as the body of a request, and of an answer."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import IO, Any
from uuid import UUID

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.exceptions import UnsupportedMediaType
from rest_framework.parsers import BaseParser
from rest_framework.request import Request
from rest_framework.response import Response

from agencies import reads, writes
from agencies.details import PdfFile
from agencies.pdfs import plain_pdf
from agencies.web.api import TOLD
from agencies.web.attachment_pages import taken
from agencies.words import LARGEST_FILE, AttachmentKind
from audit.web.doors import KEY, Door, Shape, told

PDF = "application/pdf"


class PdfParser(BaseParser):
    """A plain PDF of at most 25 MB; a refusal says what else it is."""

    media_type = PDF

    def parse(
        self,
        stream: IO[Any],
        media_type: str | None = None,
        context: Mapping[str, Any] | None = None,
    ) -> Any:
        return plain_pdf(stream.read(LARGEST_FILE + 1))


class Attached(Shape):
    """What a file is, said in the address."""

    kind = serializers.ChoiceField(AttachmentKind.choices)
    title = serializers.CharField(max_length=120)


class AttachesFiles(Door):
    """What an agreement does with its files."""

    @extend_schema(parameters=[KEY, Attached], request={PDF: OpenApiTypes.BINARY}, responses=TOLD)
    @action(detail=True, methods=["post"], parser_classes=[PdfParser])
    def attachments(self, request: Request, pk: UUID) -> Response:
        """Attach a PDF to a draft."""
        reads.draft(self.actor, pk)
        said = Attached(data=request.query_params.dict())
        said.is_valid(raise_exception=True)
        file = request.data
        if not isinstance(file, PdfFile):
            raise UnsupportedMediaType(request.content_type)
        kind, title = AttachmentKind(said.validated_data["kind"]), said.validated_data["title"]
        added = writes.add_attachment(self.actor, pk, kind=kind, title=title, file=file)
        return Response(told(added), HTTPStatus.CREATED)

    @extend_schema(responses={(HTTPStatus.OK.value, PDF): OpenApiTypes.BINARY})
    @action(detail=True, url_path="attachments/<uuid:attachment>")
    def attachment(self, request: Request, pk: UUID, attachment: UUID) -> Any:
        """A file as it was attached; that it was taken stands in the log of its parties."""
        return taken(self.actor, pk, attachment)


class Attachments(Door):
    """Files of drafts."""

    @extend_schema(parameters=[KEY], responses=TOLD)
    def destroy(self, request: Request, pk: UUID) -> Response:
        """Take a file out of a draft."""
        return Response(told(writes.remove_attachment(self.actor, pk)))
