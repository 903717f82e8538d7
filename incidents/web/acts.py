"""What a board's page lets people do: addresses that the island fills in.

An upper app registers its own, so that this one need not know of it. An act
without an address has no button, and is not given to those who are not offered it.
"""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.urls import reverse

Address = Callable[[UUID], str]

BOARD_ACTS: dict[str, tuple[str, Address]] = {}
ONE = UUID(int=0)


def board_act(name: str, needs: str = "") -> Callable[[Address], Address]:
    """Register an act by the name of the island's attribute: ``request`` for data-request-url.

    ``needs`` is a sort of act that ``reads.may`` offers; without one it is everybody's.
    """

    def register(address: Address) -> Address:
        BOARD_ACTS[name] = (needs, address)
        return address

    return register


def acts(incident: UUID, offered: frozenset[str], *, guest: bool = False) -> dict[str, str]:
    """The acts' addresses for one incident; ``{id}`` stands for the thing acted on.

    A guest has those alone that say what they need: of other pages there are none for them.
    """
    return {
        name: address(incident)
        for name, (needs, address) in sorted(BOARD_ACTS.items())
        if needs in offered or not (needs or guest)
    }


def pattern(name: str) -> str:
    """The address of a page of one thing, with ``{id}`` where its id goes."""
    return reverse(name, args=[ONE]).replace(str(ONE), "{id}")


def _of_incident(name: str) -> Address:
    return lambda incident: reverse(f"incidents:{name}", args=[incident])


def _of_one(name: str) -> Address:
    return lambda incident: pattern(f"incidents:{name}")


for act, needs in (
    ("note", "note"),
    ("objective", "direct"),
    ("invite", "direct"),
    ("take", "command"),
):
    board_act(act, needs)(_of_incident(act))
board_act("ask-share", "work")(
    lambda incident: reverse("incidents:ask-to-share", args=[incident, ONE]).replace(
        str(ONE), "{id}"
    )
)
board_act("note-eyes")(_of_one("who-sees"))
board_act("panel-eyes")(
    lambda incident: reverse("incidents:who-sees-panel", args=[incident]) + "?of={id}"
)
board_act("why")(lambda incident: reverse("incidents:why", args=[incident]) + "?key={id}")
board_act("glass")(_of_one("glass"))
board_act("fillers")(_of_incident("fillers"))
board_act("unit")(_of_one("unit"))
board_act("settle", "direct")(_of_one("settle"))
board_act("edit", "direct")(_of_one("edit-division"))
board_act("offer", "command")(_of_one("seat"))
board_act("handover", "command")(_of_one("handover"))
board_act("move", "move")(lambda incident: pattern("api-deployments-move"))
