"""What every door of the API has in common: who knocks, with which key, in what shape."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any

from django.utils.timezone import is_naive
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from drf_spectacular.utils import OpenApiParameter, extend_schema_field
from rest_framework import serializers
from rest_framework.exceptions import NotAuthenticated, ParseError
from rest_framework.request import Request
from rest_framework.utils.serializer_helpers import BindingDict
from rest_framework.viewsets import ViewSet

from audit.actors import Actor
from audit.facts import Fact

# The doors that there are, as an actor's ``via`` names them, in words.
DOORS = {
    "page": gettext_lazy("on a page"),
    "api": gettext_lazy("through the API"),
    "token": gettext_lazy("through the API, by a token"),
    "live": gettext_lazy("on a live board"),
    "command": gettext_lazy("by a command on the server"),
    "clock": gettext_lazy("by the clock"),
    "ladder": gettext_lazy("by the ladder"),
}

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
LONGEST_KEY = 200

KEY = OpenApiParameter(
    "Idempotency-Key",
    location=OpenApiParameter.HEADER,
    required=True,
    description="Up to 200 characters, new for each act. A repeat gets the first answer.",
)


class Door(ViewSet):
    """Base of every API view: ``self.actor`` is who asks, carrying this act's key."""

    actor: Actor

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        key = None if request.method in SAFE else idempotency_key(request)
        who: object = request.auth
        if not isinstance(who, Actor):
            raise NotAuthenticated
        self.actor = replace(who, key=key)


def idempotency_key(request: Request) -> str:
    """The key of this act. Without one, nobody could repeat it safely after a broken link."""
    key = request.headers.get("Idempotency-Key", "")
    if not (0 < len(key) <= LONGEST_KEY and key.isascii() and key.isprintable()):
        raise ParseError(_("Send an Idempotency-Key header of 1 to 200 printable characters."))
    return key


class Shape(serializers.Serializer[Any]):
    """The shape of an input. What it does not name is refused, not ignored.

    Its fields are made once and not for each request, so nobody may change them.
    """

    @property
    def fields(self) -> BindingDict:
        return _fields(type(self))

    def to_internal_value(self, data: Any) -> Any:
        if isinstance(data, dict) and (unknown := set(data) - set(self.fields)):
            raise serializers.ValidationError(
                {name: [_("There is no such field.")] for name in sorted(map(str, unknown))}
            )
        return super().to_internal_value(data)


@extend_schema_field(
    {
        "type": "string",
        "format": "date-time",
        "pattern": r"([Zz]|[+-]\d\d:?\d\d)$",
        "description": "A time with its offset from UTC: 2026-06-01T14:00:00-04:00, or with Z.",
    }
)
class Moment(serializers.DateTimeField):
    """A time that says its offset: without one, nobody knows which moment is meant."""

    default_error_messages = {
        "no_offset": gettext_lazy("Say its offset from UTC too: 2026-06-01T14:00:00-04:00, or Z.")
    }

    def enforce_timezone(self, value: datetime) -> datetime:
        if is_naive(value):
            self.fail("no_offset")
        return super().enforce_timezone(value)


@cache
def _fields(shape: type[Shape]) -> BindingDict:
    example = shape()
    fields = BindingDict(example)
    for name, field in example.get_fields().items():
        fields[name] = field
    return fields


class Reason(Shape):
    """Why, in the words of who does it."""

    reason = serializers.CharField(max_length=200)


@extend_schema_field(
    {"oneOf": [{}, {"type": "object", "properties": {"withheld": {"type": "string"}}}]}
)
class MaybeWithheld(serializers.Field):  # type: ignore[type-arg]
    """A field that is there, or ``{"withheld": "PII"}``: not shared, which is not empty."""

    def __init__(self, child: serializers.Field, **given: Any) -> None:  # type: ignore[type-arg]
        super().__init__(read_only=True, **given)
        self.child = child

    def to_representation(self, value: Any) -> Any:
        if isinstance(value, dict) and "withheld" in value:
            return value
        return None if value is None else self.child.to_representation(value)


def told(fact: Fact | tuple[Fact, ...]) -> dict[str, Any]:
    """The answer to a write: what it made true. A repeat, by key, gives the same."""
    if isinstance(fact, tuple):
        return {"facts": [told(one) for one in fact]}
    return {"kind": fact.kind, **fact.payload()}
