"""A dispatch position that stays open, and an engine's tablet for which that was asked."""

from __future__ import annotations

from typing import Final

from agencies import writes
from agencies.models import ExemptGround
from config.demo.seeding.peopled import Peopled
from config.demo.signins import LEAD

POSITION: Final = "d0" * 20  # marks of devices that nobody here has
TABLET: Final = "e4" * 20


def exempt(peopled: Peopled) -> None:
    """Both at the agency that dispatches."""
    agency = peopled.agencies[LEAD]
    position = writes.ask_exemption(
        peopled.seated(LEAD, "dispatcher"),
        agency,
        name="Dispatch, position 2",
        ground=ExemptGround.DISPATCH_ROOM,
        device=POSITION,
    )
    writes.exempt_device(peopled.seated(LEAD, "admin"), position.exemption)
    writes.ask_exemption(
        peopled.seated(LEAD, "commander"),
        agency,
        name="Engine 4, tablet",
        ground=ExemptGround.VEHICLE,
        device=TABLET,
    )
