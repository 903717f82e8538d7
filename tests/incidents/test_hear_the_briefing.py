"""Command goes over on the page that tells the whole briefing."""

from __future__ import annotations

import re
from http import HTTPStatus

from incidents import writes
from incidents.models import BriefingItem
from tests.incidents import arrange
from tests.incidents.test_incident_pages import signed_in
from tests.world import World


def test_command_is_handed_over_with_the_briefing(world: World) -> None:
    """RULE-ICS-12, as people do it: two screens, eleven boxes."""
    ben = signed_in(world.ben)
    page = f"/incidents/command-offers/{world.offer_to_ben.pk}/"
    assert b"offers you command" in ben.get("/incidents/").content
    assert b"Wind from the east." in ben.get(page).content

    half = ben.post(page, {"items": ["history", "plan"]})
    assert half.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert b"Not yet briefed: priorities and objectives" in half.content

    ben.post(page, {"items": BriefingItem.values})
    assert arrange.commander_of(world.fire.pk) == world.ben.member_id


def test_a_briefing_tells_the_objectives_in_their_order(world: World) -> None:
    for number in range(1, 6):
        writes.set_objective(world.ana, world.fire.pk, text=f"Aim {number}")
    writes.withdraw_command_offer(world.ana, world.offer_to_ben.pk)
    offered = writes.offer_command(world.ana, world.seat.pk, to=world.ben.member_id)

    page = signed_in(world.ben).get(f"/incidents/command-offers/{offered.handover}/")

    assert re.findall(r'<li value="(\d)">\s*Aim', page.content.decode()) == list("12345")
