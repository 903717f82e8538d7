"""The panels of a board, and the sorts of rows in each.

An upper app registers its own, so that this one need not know of it.
"""

from __future__ import annotations

from typing import Final

PANELS: Final[dict[str, frozenset[str]]] = {}


def panel(name: str, *sorts: str) -> None:
    """Say which rows of an incident stand in a panel, by the words before their ids."""
    PANELS[name] = frozenset(sorts)


panel("incident", "incident", "seat", "handover")
panel("units", "deployment", "division")
panel("objectives", "objective")
panel("notes", "note")
panel("agencies", "participation", "guest")
