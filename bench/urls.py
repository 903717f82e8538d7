"""Every address of an installation, and a door through which notes are posted in numbers."""

from __future__ import annotations

from uuid import UUID

from django.urls import path
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response

from agencies.categories import Category
from audit.web.doors import Door, Shape, told
from config.urls import urlpatterns as installed
from incidents import writes


class NewNote(Shape):
    category = serializers.ChoiceField(Category.choices)
    text = serializers.CharField(max_length=4000)


class Notes(Door):
    """The smallest write there is: rule, key, one row, its image, one line of the ledger."""

    def create(self, request: Request, pk: UUID) -> Response:
        asked = NewNote(data=request.data)
        asked.is_valid(raise_exception=True)
        written = writes.write_note(self.actor, pk, **asked.validated_data)
        return Response(told(written), status=status.HTTP_201_CREATED)


urlpatterns = [
    *installed,
    path("bench/incidents/<uuid:pk>/notes/", Notes.as_view({"post": "create"})),
]
