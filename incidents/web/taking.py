"""Taking in what other systems send, in its shape or not at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, is_dataclass
from typing import Any, TypeVar

from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from audit.facts import Fact
from audit.web.doors import KEY, Shape, told
from incidents.web.serializers import Told

S = TypeVar("S", bound=Shape)
View = TypeVar("View", bound=Callable[..., Response])


def taken(shape: type[S], request: Request) -> S:
    """What was sent, in this shape; refused with every problem named."""
    asked = shape(data=request.data)
    asked.is_valid(raise_exception=True)
    return asked


def answer(fact: Fact | tuple[Fact, ...], status: int = 200) -> Response:
    """What a write made true."""
    return Response(told(fact), status=status)


def act(shape: type[Shape]) -> Callable[[View], View]:
    """The schema of an act: what it takes, the key it carries, what it answers."""
    described: Callable[[View], View] = extend_schema(
        request=shape,
        parameters=[KEY],
        responses={200: OpenApiResponse(Told, description="What it made true.")},
    )
    return described


def plain(found: Any) -> Any:
    """A read's answer as plain values, whatever it is made of."""
    if is_dataclass(found) and not isinstance(found, type):
        return asdict(found)
    if isinstance(found, Mapping):
        return dict(found)
    return [plain(one) for one in found]
