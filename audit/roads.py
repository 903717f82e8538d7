"""State machines: a table of roads is the diagram, and ``move`` the only way along them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from django.utils.translation import gettext as _

from audit.refusals import Refusal

Roads = Mapping[Any, frozenset[Any]]


class HasStatus(Protocol):
    status: Any


class NoSuchRoad(Refusal):
    """It cannot go from here to there."""


def move_along(roads: Roads, row: HasStatus, to: Any) -> None:
    """Take a row to its next state. Saving is the caller's business."""
    here = type(to)(row.status)
    if to not in roads[here]:
        raise NoSuchRoad(
            _("What is %(here)s cannot become %(there)s.")
            % {"here": here.label.lower(), "there": to.label.lower()}
        )
    row.status = to
