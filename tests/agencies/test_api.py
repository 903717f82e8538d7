"""Everything that the pages do, for other systems."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from agencies import admission
from agencies.models import Resource
from tests.agencies.acts import executed
from tests.agencies.systems import Browser, System
from tests.world import ENGINE, World

E7 = {"call_sign": "E7", "kind": ENGINE, "type": 1, "personnel": 4}


@pytest.fixture
def dora(world: World) -> System:
    return System(world.dora)


@pytest.fixture
def dev(world: World) -> System:
    return System(world.dev)


def test_without_a_token_nobody_is_let_in(world: World) -> None:
    answer = Client().get("/api/v1/agencies/")

    assert answer.status_code == 401
    assert answer["Content-Type"].startswith("application/problem+json")


@pytest.mark.parametrize(
    "path",
    [
        "agencies/", "agencies/mine/", "members/", "resources/", "kinds/?q=ambulance",
        "agreements/", "tokens/", "looks/", "looks/totals/", "trail/", "trail/state/",
        "security/", "glass/", "glass/counts/",
    ],
)  # fmt: skip
def test_an_auditor_who_is_admin_may_look_at_all_of_their_own(dev: System, path: str) -> None:
    assert dev.look(path).status_code == 200


@pytest.mark.parametrize("path", ["trail/", "trail/state/", "security/"])
def test_a_commander_may_not_look_at_what_checkers_check(world: World, path: str) -> None:
    answer = System(world.ana).look(path)

    assert answer.status_code == 403
    assert answer.json()["title"].startswith("You could if")


def test_the_directory_is_found_through(dora: System) -> None:
    found = dora.look("agencies/", q="bay").json()

    assert [agency["code"] for agency in found] == ["BCE"]


def test_a_resource_is_added_once_whatever_the_line_does(dora: System) -> None:
    first = dora.act("resources/", E7, key="e7")
    again = dora.act("resources/", E7, key="e7")

    assert (first.status_code, first.json()) == (again.status_code, again.json())
    assert Resource.objects.filter(call_sign="E7").count() == 1


def test_a_key_is_needed_and_used_for_one_thing(dora: System) -> None:
    assert (
        dora.client.post(
            "/api/v1/resources/", E7, content_type="application/json", headers=dora.headers
        ).status_code
        == 400
    )
    dora.act("resources/", E7, key="e7")

    other = dora.act("resources/", {**E7, "call_sign": "E8"}, key="e7")

    assert (other.status_code, other.json()["type"]) == (422, "/problems/key_reused")


def test_what_the_shape_does_not_name_is_refused(dora: System) -> None:
    answer = dora.act("resources/", {**E7, "owner": "BCE"})

    assert answer.status_code == 400
    assert answer.json()["errors"]["owner"] == ["There is no such field."]


@pytest.mark.parametrize(
    "wrong",
    [
        {"type": 0}, {"type": 8}, {"type": "one"}, {"personnel": -1}, {"personnel": 10**12},
        {"call_sign": ""}, {"call_sign": "x" * 41}, {"kind": "9-9"}, {"latitude": 91},
        {"latitude": 1}, {"latitude": "nan", "longitude": "nan"}, {"call_sign": "a\x00b"},
    ],
)  # fmt: skip
def test_nonsense_is_refused_and_breaks_nothing(dora: System, wrong: dict[str, Any]) -> None:
    answer = dora.act("resources/", {**E7, **wrong})

    assert answer.status_code in {400, 422}


def test_a_resource_is_looked_at_edited_and_put_out_of_service(world: World, dora: System) -> None:
    engine = f"resources/{world.engines[0].pk}/"
    seen = dora.look(engine).json()

    edited = dora.act(engine, {**E7, "version": seen["version"]}, method="put")
    stale = dora.act(engine, {**E7, "version": seen["version"]}, method="put")
    dora.act(f"{engine}readiness/", {"to": "out_of_service", "reason": "Pump"})
    dora.act(f"{engine}retire/")

    assert (edited.status_code, stale.status_code) == (200, 409)
    assert dora.look(engine).json()["status"] == "retired"


def test_another_agencys_resource_is_not_there(world: World, dev: System) -> None:
    assert dev.look(f"resources/{world.engines[0].pk}/").status_code == 404
    assert dev.act(f"resources/{world.engines[0].pk}/retire/").status_code == 404


def test_members_are_run(world: World) -> None:
    dora = Browser(world.dora)
    added = dora.act(
        "members/",
        {"email": "eve@hcf.example", "name": "Eve", "password": "a quite long new password"},
    )
    eve = added.json()["facts"][0]["member"]

    seat = dora.act(f"members/{eve}/seats/", {"kind": "dispatcher"}).json()["seat"]
    dora.act(f"members/{eve}/password/", {"password": "another quite long password"})
    dora.act(f"members/{eve}/suspend/", {"reason": "Leave"})
    dora.act(f"members/{eve}/restore/")
    taken = dora.act(f"seats/{seat}/", method="delete")

    assert taken.json()["kind"] == "agencies.seat_taken"
    assert dora.look(f"members/{eve}/").json()["seats"] == []


def test_the_agency_is_edited_and_lists_contacts(world: World, dora: System) -> None:
    mine = f"agencies/{world.harbor_fire.pk}/"
    entry = {"name": "Harbor Fire", "discipline": "fire", "jurisdiction": "Harbor", "version": 1}

    assert dora.act(mine, entry, method="put").status_code == 200
    listed = dora.act(
        f"{mine}contacts/",
        {"contacts": [{"purpose": "Desk", "name": "Duty dispatcher"}]},
        method="put",
    )

    assert listed.json()["purposes"] == ["Desk"]
    assert dora.look("agencies/mine/").json()["contacts"][0]["name"] == "Duty dispatcher"


def test_a_token_made_again_with_its_key_is_the_same_token(world: World) -> None:
    """Or somebody would hold a token that works and that nobody has seen."""
    dora = Browser(world.dora)
    asked = {"name": "CAD 2", "expires_at": (timezone.now() + timedelta(days=9)).isoformat()}

    first = dora.act("tokens/", asked, key="token-1").json()
    again = dora.act("tokens/", asked, key="token-1").json()

    assert first == again
    assert admission.admit_holder(first["secret"], via="token") is not None
    dora.act(f"tokens/{first['token']}/", method="delete")
    assert admission.admit_holder(first["secret"], via="token") is None


def test_a_suspended_members_token_is_refused_at_the_next_request(
    world: World, dora: System
) -> None:
    """P12."""
    ben = System(world.ben)
    assert ben.look("resources/").status_code == 200

    dora.act(f"members/{world.ben.member_id}/suspend/", {"reason": "Left."})

    assert ben.look("resources/").status_code == 401


def test_looks_and_trail_are_exported_by_an_auditor(
    world: World, dora: System, dev: System
) -> None:
    executed(world)

    taken = dev.act("trail/export/", {"kind": "agencies.agreement_signed"}).json()

    assert {line["kind"] for line in taken["lines"]} == {"agencies.agreement_signed"}
    assert dev.act("looks/export/").status_code == 200
    assert dora.act("looks/export/").status_code == 403


def test_filters_that_make_no_sense_are_refused(dev: System) -> None:
    assert dev.look("looks/", since="yesterday").status_code == 400
    assert dev.look("looks/", colour="red").status_code == 400
    assert dev.look("security/", before="x").status_code == 400
