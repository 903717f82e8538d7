"""What may be said at the doors of the API, as their own description has it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from drf_spectacular.generators import SchemaGenerator

Schema = dict[str, Any]
Choose = Callable[[Schema], Any]


@dataclass(frozen=True)
class Operation:
    """One door: where it is, and what it takes."""

    method: str
    path: str
    query: tuple[tuple[str, Schema], ...]
    body: Schema | None

    @property
    def words(self) -> list[str]:
        """The words before the ids in its address."""
        return re.findall(r"([\w-]+)/\{\w+\}", self.path)


@cache
def described() -> Schema:
    made: Schema = SchemaGenerator().get_schema(request=None, public=True)
    return made


@cache
def operations() -> tuple[Operation, ...]:
    return tuple(_operations())


def _operations() -> Iterator[Operation]:
    for path, methods in described()["paths"].items():
        for method, said in methods.items():
            asked = tuple(
                (one["name"], {"description": one.get("description", ""), **one["schema"]})
                for one in said.get("parameters", ())
                if one["in"] == "query"
            )
            json = said.get("requestBody", {}).get("content", {}).get("application/json", {})
            yield Operation(method, path, asked, json.get("schema"))


def filled(schema: Schema, choose: Choose, *, whole: Callable[[str], bool] = lambda _: True) -> Any:
    """A value of this shape; ``choose`` picks what is no object, ``whole`` which parts are said."""
    if "$ref" in schema:
        known = described()["components"]["schemas"]
        return filled(known[schema["$ref"].rpartition("/")[2]], choose, whole=whole)
    for several in ("allOf", "oneOf", "anyOf"):
        if several in schema:
            return filled(schema[several][0], choose, whole=whole)
    if schema.get("type") == "object":
        parts = schema.get("properties", {}).items()
        return {name: filled(part, choose, whole=whole) for name, part in parts if whole(name)}
    if schema.get("type") == "array":
        return [filled(schema["items"], choose, whole=whole)] * schema.get("minItems", 1)
    return choose(schema)


def sensible(schema: Schema, pk: str) -> Any:
    """What somebody would say who means well, with this row's id wherever one is asked for."""
    if "enum" in schema:
        return schema["enum"][0]
    if "{64}" in schema.get("pattern", ""):
        return "0" * 64  # the hash of a text
    match schema.get("format") or schema.get("type"):
        case "uuid":
            return pk
        case "date":
            return "2026-01-05"
        case "date-time":
            return "2026-06-01T12:00:00Z"
        case "email":
            return "someone@hcf.example"
        case "integer" | "number" | "double":
            return schema.get("minimum", 1)
        case "boolean":
            return True
        case "decimal":
            return "1"
    return "UTC"[: schema.get("maxLength", 3)]
