"""Lists of coded terms in one order, whatever order they were given or kept in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from django.db.models import TextChoices

from agencies.areas import Place

Word = TypeVar("Word", bound=TextChoices)


def in_order(words: type[Word], said: Iterable[str]) -> tuple[Word, ...]:
    """Each word once, as the list has them."""
    given = set(said)
    return tuple(word for word in words if word in given)


def ring(said: Iterable[Sequence[float]]) -> tuple[Place, ...]:
    """Corners as pairs; their order is the area itself."""
    return tuple((float(latitude), float(longitude)) for latitude, longitude in said)
