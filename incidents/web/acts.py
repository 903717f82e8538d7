"""What a board's page lets people do: addresses that the island fills in.

An upper app registers its own, so that this one need not know of it. An act
without an address has no button.
"""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.urls import reverse

BOARD_ACTS: dict[str, Callable[[UUID], str]] = {}
ONE = UUID(int=0)


def board_act(name: str) -> Callable[[Callable[[UUID], str]], Callable[[UUID], str]]:
    """Register an act by the name of the island's attribute: ``request`` for data-request-url."""

    def register(address: Callable[[UUID], str]) -> Callable[[UUID], str]:
        BOARD_ACTS[name] = address
        return address

    return register


def acts(incident: UUID) -> dict[str, str]:
    """Every act's address for one incident; ``{id}`` stands for the thing acted on."""
    return {name: address(incident) for name, address in sorted(BOARD_ACTS.items())}


def pattern(name: str) -> str:
    """The address of a page of one thing, with ``{id}`` where its id goes."""
    return reverse(name, args=[ONE]).replace(str(ONE), "{id}")


def _of_incident(name: str) -> Callable[[UUID], str]:
    return lambda incident: reverse(f"incidents:{name}", args=[incident])


def _of_one(name: str) -> Callable[[UUID], str]:
    return lambda incident: pattern(f"incidents:{name}")


for act in ("note", "objective", "invite", "take"):
    board_act(act)(_of_incident(act))
board_act("unit")(_of_one("unit"))
board_act("settle")(_of_one("settle"))
board_act("edit")(_of_one("edit-division"))
board_act("offer")(_of_one("seat"))
board_act("handover")(_of_one("handover"))
board_act("move")(lambda incident: pattern("api-deployments-move"))
