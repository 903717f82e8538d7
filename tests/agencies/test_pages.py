"""Every page of this app, for those who may and those who may not."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from agencies import reads
from agencies.models import Resource, Seat
from tests.agencies.browsers import as_, as_sent, page, send, url
from tests.world import AMBULANCE, ENGINE, World

DIALOG = {"HX-Request": "true"}


@pytest.mark.parametrize(
    "name",
    ["mine", "directory", "tokens", "issue-token", "resources", "agreements", "who-looked"],
)
@pytest.mark.parametrize("who", ["ana", "dora", "cleo", "dev", "ivy"])
def test_what_every_member_may_open(world: World, who: str, name: str) -> None:
    assert page(getattr(world, who), name).status_code == 200


@pytest.mark.parametrize(
    ("name", "who", "status"),
    [
        ("security", "ana", 403),
        ("security", "dora", 403),
        ("security", "dev", 200),
        ("trail", "ana", 403),
        ("trail", "dora", 200),
        ("trail", "dev", 200),
    ],
)
def test_those_who_check_have_pages_of_their_own(
    world: World, name: str, who: str, status: int
) -> None:
    assert page(getattr(world, who), name).status_code == status


def test_pages_are_kept_by_no_cache(world: World) -> None:
    assert page(world.ana, "mine")["Cache-Control"] == "no-store"


def test_a_form_opens_in_the_dialog_and_as_a_page(world: World) -> None:
    browser = as_(world.dora)

    alone = browser.get(url("add-resource"))
    inside = browser.get(url("add-resource"), headers=DIALOG)

    assert b"<html" in alone.content
    assert b"<html" not in inside.content
    assert b'hx-target="#sheet-body"' in inside.content


def test_an_admin_adds_a_resource_and_sees_it_in_the_list(world: World) -> None:
    answer = send(world.dora, "add-resource", call_sign="E7", kind=ENGINE, type="1", personnel="4")

    assert answer.status_code == 302
    assert b"E7" in page(world.dora, "resources").content


def test_within_the_dialog_one_is_taken_onward(world: World) -> None:
    answer = as_(world.dora).post(
        url("add-resource"), {"call_sign": "E7", "kind": ENGINE, "personnel": "4"}, headers=DIALOG
    )

    assert (answer.status_code, answer["HX-Redirect"]) == (204, "/resources/")


def test_a_button_pressed_twice_adds_one(world: World) -> None:
    said = {"call_sign": "E7", "kind": ENGINE, "personnel": "4", "idempotency_key": "once"}

    assert send(world.dora, "add-resource", **said).status_code == 302
    assert send(world.dora, "add-resource", **said).status_code == 302

    assert Resource.objects.filter(call_sign="E7").count() == 1


def test_what_is_refused_stays_filled_in_and_says_why(world: World) -> None:
    answer = send(world.dora, "add-resource", call_sign="E1", kind=ENGINE, personnel="4")

    assert answer.status_code == 422
    assert b"has a resource with this call sign" in answer.content
    assert b'value="E1"' in answer.content


def test_who_may_not_is_told_so_and_nothing_changes(world: World) -> None:
    answer = send(world.ana, "add-resource", call_sign="E7", kind=ENGINE, personnel="4")

    assert answer.status_code == 403
    assert not Resource.objects.filter(call_sign="E7").exists()


def test_resources_are_filtered_by_kind_and_readiness(world: World) -> None:
    assert b"M21" in page(world.dev, "resources", kind=AMBULANCE).content
    assert b"M21" not in page(world.dev, "resources", kind=ENGINE).content
    assert b"M21" not in page(world.dev, "resources", status="out_of_service").content


def test_an_engine_goes_out_of_service_by_its_captain(world: World) -> None:
    engine = world.engines[0].pk

    send(world.ben, "readiness", engine, to="out_of_service", reason="Pump")

    assert b"Pump" in page(world.ben, "resources").content


@pytest.mark.parametrize("name", ["resource", "readiness", "retire-resource"])
def test_another_agencys_resource_is_not_there(world: World, name: str) -> None:
    engine = world.engines[0].pk

    assert page(world.dora, name, engine).status_code == 200
    assert page(world.dev, name, engine).status_code == 404
    assert send(world.dev, name, engine).status_code == 404


def test_a_resource_is_edited_and_retired(world: World) -> None:
    engine = world.engines[0].pk
    filled = page(world.dora, "resource", engine).context["form"].initial

    send(world.dora, "resource", engine, **{**as_sent(filled), "home_base": "Station 9"})
    send(world.dora, "retire-resource", engine)

    retired = Resource.objects.get(pk=engine)
    assert (retired.home_base, retired.status) == ("Station 9", "retired")


def test_an_admin_runs_the_agency(world: World) -> None:
    ben = world.ben.member_id
    send(
        world.dora, "add-member", name="Eve Park", email="eve@hcf.example",
        seats=["dispatcher"], password="a quite long new password",
    )  # fmt: skip
    send(world.dora, "give-seat", ben, kind="auditor")
    send(world.dora, "suspend-member", ben, reason="Leave")
    suspended = page(world.dora, "mine").content
    send(world.dora, "restore-member", ben)

    assert b"Eve Park" in suspended
    assert b"Suspended" in suspended
    assert b"Suspended" not in page(world.dora, "mine").content


def test_a_seat_is_taken(world: World) -> None:
    seat = next(m for m in reads.members(world.dora) if m.name == "Ben Okafor").seats[0]

    send(world.dora, "take-seat", seat.id)

    assert Seat.objects.get(pk=seat.id).until is not None


def test_the_agency_is_edited_and_lists_its_contacts(world: World) -> None:
    filled = page(world.dora, "edit").context["form"].initial
    send(world.dora, "edit", **{**as_sent(filled), "phone": "555-0199"})
    send(
        world.dora, "contacts", **{
            "contacts-TOTAL_FORMS": "2", "contacts-INITIAL_FORMS": "0",
            "contacts-0-purpose": "Dispatch desk", "contacts-0-name": "Duty dispatcher",
        },
    )  # fmt: skip

    shown = page(world.ana, "mine").content
    assert b"555-0199" in shown
    assert b"Duty dispatcher" in shown


def test_ones_own_password_is_changed_and_this_session_goes_on(world: World) -> None:
    browser, other = as_(world.ana), as_(world.ana)

    answer = browser.post(
        url("set-password", world.ana.member_id),
        {"old": "correct horse battery staple", "password": "a quite long new password"},
    )

    assert answer.status_code == 302
    assert browser.get(url("mine")).status_code == 200
    assert other.get(url("mine")).status_code == 302


def test_a_token_is_shown_once(world: World) -> None:
    until = timezone.now() + timedelta(days=20)
    said = {
        "name": "CAD",
        "expires_at": f"{until:%Y-%m-%dT12:00}",
        "bound": "real",
        "scopes": ["look"],
    }
    answer = send(world.ana, "issue-token", **said)

    assert b"muster_" in answer.content
    shown = page(world.ana, "tokens")
    assert b"CAD" in shown.content
    assert b"muster_" not in shown.content
    token = shown.context["tokens"][0].id
    send(world.ana, "revoke-token", token)
    assert b"Revoked" in page(world.ana, "tokens").content
