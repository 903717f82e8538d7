"""Asking an agency to join, and joining, on pages and by API: RULE-MOU-05."""

from __future__ import annotations

from tests.agencies.acts import party
from tests.agencies.browsers import page, send
from tests.agencies.systems import Browser, System
from tests.agencies.test_join_an_agreement import open_to_all
from tests.world import World


def test_an_agency_is_asked_and_joins_on_its_pages(world: World) -> None:
    pk = open_to_all(world)
    asked = send(
        world.dora, "invite-to-join", pk, agency=world.northfield.pk, signatory_title="President"
    )
    ours = party(pk, world.northfield)
    form = page(world.ivy, "sign-joinder", pk, ours)
    assert b"You join" in form.content
    said = {"joinder_hash": form.context["form"].initial["joinder_hash"]}
    clicked = send(world.ivy, "sign-joinder", pk, ours, **said)

    joined = send(world.ivy, "sign-joinder", pk, ours, **said, read="on")

    assert [one.status_code for one in (asked, clicked, joined)] == [302, 422, 302]
    assert b"joined later" in page(world.dev, "agreement", pk).content


def test_an_agency_is_asked_by_a_system_and_joins_in_person(world: World) -> None:
    pk = open_to_all(world)
    dora, ivy, npc = System(world.dora), System(world.ivy), str(world.northfield.pk)
    asked = dora.act(f"agreements/{pk}/invitations/", {"agency": npc, "signatory_title": "Boss"})
    ours = party(pk, world.northfield)
    said = {"joinder_hash": ivy.look(f"agreements/{pk}/").json()["joinder"]["hash"]}

    by_token = ivy.act(f"standings/{ours}/join/", said)
    in_person = Browser(world.ivy).act(f"standings/{ours}/join/", said)

    assert [one.status_code for one in (asked, by_token, in_person)] == [201, 403, 201]
    assert Browser(world.ivy).act(f"standings/{ours}/uninvite/", None).status_code == 409
