"""Which devices stay open where others lock, by each agency's word (CJIS AC-11)."""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus

import pytest
from django.test import Client

from agencies import reads, writes
from agencies.models import ExemptGround, Exemption
from agencies.writes.devices import AlreadyExempt, AskedBefore, UnknownDevice
from audit.refusals import NotAllowed, ProveAgain
from audit.trail import Sought
from tests.agencies.browsers import as_, at_entrance, send, url
from tests.agencies.devices import MARK, exempted, leave
from tests.world import PASSWORD, World

BOARD = "/incidents/"


@pytest.fixture
def left(world: World) -> Client:
    """Ana's browser, which she left half an hour ago."""
    browser = as_(world.ana)
    leave(browser)
    return browser


def test_an_exempt_device_stays_open(left: Client, world: World) -> None:
    asked = writes.ask_exemption(
        world.ben,
        world.harbor_fire.pk,
        name="Dispatch, position 2",
        ground=ExemptGround.DISPATCH_ROOM,
        device=MARK,
    )
    assert left.get(BOARD).status_code == HTTPStatus.LOCKED

    writes.exempt_device(world.dora, asked.exemption)

    assert left.get(BOARD).status_code == HTTPStatus.OK
    assert left.get("/lock/").json() == {"locked": False, "seconds": None}


def test_it_locks_at_once_when_that_ends(left: Client, world: World) -> None:
    exemption = exempted(world.dora)
    assert left.get(BOARD).status_code == HTTPStatus.OK

    writes.end_exemption(world.dora, exemption)

    assert left.get(BOARD).status_code == HTTPStatus.LOCKED


def test_another_agencys_word_exempts_nobody_here(left: Client, world: World) -> None:
    exempted(world.dev)

    assert left.get(BOARD).status_code == HTTPStatus.LOCKED


def test_each_exemption_can_be_read_in_the_trail(world: World) -> None:
    exemption = exempted(world.dora)
    writes.end_exemption(world.dora, exemption)

    said = [line.sentence for line in reads.agency_trail(world.dora, Sought()).lines]

    ground = "Part of a police, fire or EMS vehicle"
    assert f"Asked that “Engine 4” need not lock: {ground}." in said
    assert f"“Engine 4” need not lock from now on: {ground}." in said
    assert "“Engine 4” locks like any other device." in said


def test_an_admin_proves_it_first_and_a_dispatcher_may_not(world: World) -> None:
    asked = writes.ask_exemption(
        world.ben, world.harbor_fire.pk, name="E4", ground=ExemptGround.VEHICLE, device=MARK
    )

    with pytest.raises(NotAllowed, match="admin"):
        writes.exempt_device(world.ben, asked.exemption)
    with pytest.raises(ProveAgain):
        writes.exempt_device(replace(world.dora, proved_at=None), asked.exemption)


def test_nothing_is_asked_or_agreed_to_twice(world: World) -> None:
    exemption = exempted(world.dora)

    with pytest.raises(AskedBefore):
        exempted(world.dora)
    with pytest.raises(AlreadyExempt):
        writes.exempt_device(world.dora, exemption)


@pytest.mark.parametrize("mark", ["", "b" * 41, "Ü" * 40, "'; --"])
def test_a_device_without_a_name_is_exempted_by_nobody(world: World, mark: str) -> None:
    with pytest.raises(UnknownDevice):
        writes.ask_exemption(
            world.ben, world.harbor_fire.pk, name="x", ground=ExemptGround.VEHICLE, device=mark
        )


def test_asking_at_the_device_and_agreeing_to_it_is_done_on_pages(world: World) -> None:
    browser = Client()
    at_entrance(browser).post("/sign-in/", {"username": "ben@hcf.example", "password": PASSWORD})
    browser.post(url("ask-exemption"), {"name": "Engine 4", "ground": "vehicle"})
    (asked,) = Exemption.objects.all()
    assert "It was asked that “Engine 4” need not." in browser.get(url("devices")).content.decode()

    send(world.dora, "exempt-device", asked.pk)

    assert "Stays open" in browser.get(url("devices")).content.decode()
    assert as_(world.dora).get("/api/v1/devices/").json()[0]["name"] == "Engine 4"
