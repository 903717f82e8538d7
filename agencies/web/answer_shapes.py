"""The shape of an answer, drawn from what a read returns: one contract, written once."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, datetime
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from django.db.models import TextChoices
from rest_framework import serializers

PLAIN: dict[Any, type[serializers.Field[Any, Any, Any, Any]]] = {
    str: serializers.CharField,
    bool: serializers.BooleanField,
    int: serializers.IntegerField,
    float: serializers.FloatField,
    UUID: serializers.UUIDField,
    datetime: serializers.DateTimeField,
    date: serializers.DateField,
}


@cache
def shape_of(entry: type[Any]) -> type[serializers.Serializer[Any]]:
    """A serializer with the fields of a dataclass, for the schema and for nothing else."""
    hints = get_type_hints(entry)
    shown = {field.name: _field(hints[field.name]) for field in fields(entry)}
    made: type[serializers.Serializer[Any]] = type(
        getattr(entry, "SHOWN_AS", entry.__name__),
        (serializers.Serializer,),
        {"__doc__": entry.__doc__, **shown},
    )
    return made


def _field(hint: Any) -> serializers.Field[Any, Any, Any, Any]:
    origin, inside = get_origin(hint), get_args(hint)
    if origin in {Union, UnionType}:
        (there,) = (part for part in inside if part is not NoneType)
        field = _field(there)
        field.allow_null = True
        return field
    if origin in {tuple, list, frozenset}:
        return serializers.ListField(child=_field(inside[0]))
    if hint in PLAIN:
        return PLAIN[hint]()
    if origin is dict or hint is Any:
        return serializers.JSONField()
    if isinstance(hint, type) and issubclass(hint, TextChoices):
        return serializers.ChoiceField(hint.choices)
    return shape_of(hint)()
