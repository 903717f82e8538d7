"""The same of what is shared at an incident: see `tests.looks`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from agencies import reads as agencies
from audit.actors import machine
from audit.trail import Sought
from incidents import reads as incidents
from mutualaid import reads as requests
from tests.foreign import Scene
from tests.incidents.guests import guest_at

Look = tuple[Callable[[Scene], object], str]

NOBODY: Final = machine("somebody with a link", via="page")
ON_BOARD: Final = "deployment line note objective request rung"


def _harbors(it: Scene) -> incidents.Eyes:
    return incidents.Eyes(partner=it.world.harbor_fire.pk)


SHARING: Final[dict[str, dict[str, Look]]] = {
    "incidents.reads.glass": {
        "glass": (lambda it: incidents.glass(it.dev, it.glass), "glass"),
        "glasses": (lambda it: incidents.glasses(it.dev), "glass"),
    },
    "incidents.reads.glass_counts": {
        "glass_counts": (lambda it: incidents.glass_counts(it.dev), ""),
    },
    "incidents.reads.guests": {
        "guests": (lambda it: incidents.guests(it.dev, guest_at(it).incident), "guest"),
        "guest_link": (lambda it: incidents.guest_link(NOBODY, guest_at(it).digest), "incident"),
    },
    "incidents.reads.recipients": {
        "possible_recipients": (
            lambda it: incidents.possible_recipients(it.dev, it.fire),
            "taker",
        ),
    },
    "incidents.reads.purposes": {
        "offered": (lambda it: incidents.offered(it.dev, it.fire), ""),
        "here_for": (lambda it: incidents.here_for(it.dev, it.fire), ""),
        "purposes": (lambda it: incidents.purposes(it.dev, it.fire), ""),
    },
    "incidents.reads.seen_as": {
        "seen_as": (
            lambda it: incidents.seen_as(it.dev, it.fire, eyes=_harbors(it)),
            f"{ON_BOARD} handover glass taker",
        ),
    },
    "incidents.reads.sharing": {
        "sharing": (lambda it: incidents.sharing(it.dev, it.fire), "participation"),
    },
    "incidents.reads.who_sees": {
        "who_sees": (lambda it: incidents.who_sees(it.dev, it.fire, of="notes"), "taker"),
        "who_sees_note": (lambda it: incidents.who_sees_note(it.dev, it.note), "taker"),
    },
    "incidents.reads.why": {
        "why": (
            lambda it: incidents.why(it.dev, it.fire, key=f"note:{it.note}", field="text"),
            "",
        ),
    },
    "mutualaid.reads.seen_as": {
        "request_seen_as": (
            lambda it: requests.request_seen_as(it.dev, it.request, eyes=_harbors(it)),
            "incident line request rung taker",
        ),
    },
    "agencies.reads.receipts": {
        "look_choices": (lambda it: agencies.look_choices(it.dev), "incident"),
        "look_receipts": (lambda it: agencies.look_receipts(it.dev, Sought()), ""),
        "look_totals": (lambda it: agencies.look_totals(it.dev, Sought()), ""),
    },
    "agencies.reads.checklist": {
        "checklist": (lambda it: agencies.checklist(it.dev), ""),
    },
}
