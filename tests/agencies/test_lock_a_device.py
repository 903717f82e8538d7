"""A device that nobody touches for half an hour locks, and opens where it was (CJIS AC-11)."""

from __future__ import annotations

from http import HTTPStatus

import pytest
from asgiref.sync import sync_to_async
from django.db import connection
from django.test import Client

from agencies import reads, sittings, writes
from agencies.knocks import LOCKED, Knock, admit_knocks
from agencies.models import ExemptGround, Exemption, Sitting
from agencies.web.live import protocol
from agencies.writes.devices import AlreadyExempt, AskedBefore, UnknownDevice
from audit.refusals import NotAllowed
from audit.trail import Sought
from tests.agencies.browsers import as_, send, url
from tests.incidents.readers import begin, has, write
from tests.sockets import Follow
from tests.world import PASSWORD, World

MARK = "a" * 40
BOARD = "/incidents/"


@pytest.fixture
def left(world: World) -> Client:
    """Ana's browser, which she left half an hour ago."""
    browser = as_(world.ana)
    assert browser.get(BOARD).status_code == HTTPStatus.OK
    leave(browser)
    return browser


def leave(browser: Client, minutes: int = 31) -> None:
    Sitting.objects.filter(pk=browser.session[sittings.SITTING]).update(
        active_at=ago(minutes), device=MARK
    )


def ago(minutes: int) -> object:
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement_timestamp() - make_interval(mins => %s)", [minutes])
        return cursor.fetchone()[0]


def unlocked(browser: Client, to: str = BOARD) -> object:
    return browser.post("/unlock/", {"proof_password": PASSWORD, "next": to})


def trail(world: World) -> list[str]:
    return [line.sentence for line in reads.agency_trail(world.dora, Sought()).lines]


def test_a_page_is_covered_once_nobody_has_touched_the_device(left: Client, world: World) -> None:
    answer = left.get(f"/incidents/{world.fire.pk}/")

    assert answer.status_code == HTTPStatus.LOCKED
    page = answer.content.decode()
    assert "This device is locked" in page
    assert "Ana Lopes" in page
    assert world.fire.name not in page
    assert "Ben Okafor" not in page


def test_half_an_hour_is_not_over_before_it_is(left: Client) -> None:
    leave(left, minutes=29)

    assert left.get(BOARD).status_code == HTTPStatus.OK


def test_neither_the_api_nor_a_fragment_nor_a_form_is_answered(left: Client, world: World) -> None:
    fragment = left.get(BOARD, headers={"Sec-Fetch-Mode": "cors"})
    form = left.post(f"/incidents/{world.fire.pk}/notes/", {"text": "From a thief."})
    api = left.get("/api/v1/incidents/")

    assert [one.status_code for one in (fragment, form, api)] == [HTTPStatus.LOCKED] * 3
    assert api.json()["type"] == "/problems/device_locked"
    assert b"<" not in fragment.content


def test_asking_does_not_keep_a_device_open(world: World) -> None:
    browser = as_(world.ana)
    leave(browser, minutes=29)

    assert browser.get(BOARD).status_code == HTTPStatus.OK
    assert browser.get("/lock/").json()["seconds"] < 61


def test_a_hand_on_it_does(world: World) -> None:
    browser = as_(world.ana)
    leave(browser, minutes=29)

    said = browser.post("/lock/").json()

    assert said["seconds"] > 1700
    assert not said["locked"]


def test_a_hand_on_a_locked_device_does_not_open_it(left: Client) -> None:
    assert left.post("/lock/").json() == {"locked": True, "seconds": None, "waiting": 0}

    assert left.get(BOARD).status_code == HTTPStatus.LOCKED


def test_whoever_is_signed_in_opens_it_where_it_was(left: Client, world: World) -> None:
    board = f"/incidents/{world.fire.pk}/"

    answer = unlocked(left, board)

    assert answer["Location"] == board
    assert left.get(board).status_code == HTTPStatus.OK
    assert trail(world)[0].startswith(
        "Ana Lopes unlocked a device with their password, which was locked since "
    )


def test_a_wrong_password_leaves_it_locked(left: Client) -> None:
    answer = left.post("/unlock/", {"proof_password": "not it", "next": BOARD})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "That is not your password." in answer.content.decode()
    assert left.get(BOARD).status_code == HTTPStatus.LOCKED


def test_another_sites_address_is_no_place_to_go_on(left: Client) -> None:
    assert unlocked(left, "https://elsewhere.example/")["Location"] == "/"


def test_a_device_is_locked_by_hand(world: World) -> None:
    browser = as_(world.ana)

    browser.post("/lock/now/", {"next": BOARD})

    assert browser.get(BOARD).status_code == HTTPStatus.LOCKED
    assert unlocked(browser).status_code == HTTPStatus.FOUND
    assert browser.get(BOARD).status_code == HTTPStatus.OK


def test_a_session_from_before_there_were_locks_proves_once(world: World) -> None:
    browser = as_(world.ana)
    session = browser.session
    del session[sittings.SITTING]
    session.save()

    assert browser.get(BOARD).status_code == HTTPStatus.LOCKED
    unlocked(browser)
    assert browser.get(BOARD).status_code == HTTPStatus.OK


def test_another_device_of_the_same_person_goes_on(left: Client, world: World) -> None:
    """P25: a lock is a device's; who commands goes on wherever else they are."""
    assert as_(world.ana).get(BOARD).status_code == HTTPStatus.OK
    assert left.get(BOARD).status_code == HTTPStatus.LOCKED


def test_a_lock_takes_no_seat_and_no_command(left: Client, world: World) -> None:
    world.seat.refresh_from_db()

    assert world.seat.holder_id == world.ana.member_id
    assert {seat.kind for seat in reads.member(world.dora, world.ana.member_id).seats} == {
        "commander"
    }


def test_whoever_leaves_for_good_is_signed_out_not_locked(left: Client, world: World) -> None:
    writes.suspend_member(world.dora, world.ana.member_id, reason="Left.")

    assert left.get(BOARD)["Location"].startswith("/sign-in/")


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
    exemption = exempt(world)
    assert left.get(BOARD).status_code == HTTPStatus.OK

    writes.end_exemption(world.dora, exemption)

    assert left.get(BOARD).status_code == HTTPStatus.LOCKED


def test_another_agencys_word_exempts_nobody_here(left: Client, world: World) -> None:
    exempt(world, by=world.dev)

    assert left.get(BOARD).status_code == HTTPStatus.LOCKED


def exempt(world: World, by: object = None) -> object:
    who = by or world.dora
    asked = writes.ask_exemption(
        who, who.agency_id, name="Engine 4", ground=ExemptGround.VEHICLE, device=MARK
    )
    writes.exempt_device(who, asked.exemption)
    return asked.exemption


def test_each_exemption_can_be_read_in_the_trail(world: World) -> None:
    exemption = exempt(world)
    writes.end_exemption(world.dora, exemption)

    said = trail(world)

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


def test_nothing_is_asked_or_agreed_to_twice(world: World) -> None:
    exemption = exempt(world)

    with pytest.raises(AskedBefore):
        exempt(world)
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
    browser.post("/sign-in/", {"username": "ben@hcf.example", "password": PASSWORD})
    browser.post(url("ask-exemption"), {"name": "Engine 4", "ground": "vehicle"})
    (asked,) = Exemption.objects.all()
    assert "It was asked that “Engine 4” need not." in browser.get(url("devices")).content.decode()

    send(world.dora, "exempt-device", asked.pk)

    assert "Stays open" in browser.get(url("devices")).content.decode()
    assert as_(world.dora).get("/api/v1/devices/").json()[0]["name"] == "Engine 4"


def test_a_socket_of_a_locked_device_opens_no_more(left: Client) -> None:
    knock = Knock(session=left.session.session_key or "")

    assert admit_knocks([knock]) == {knock: LOCKED}


async def test_a_socket_hears_nothing_more_once_its_device_is_locked(follow: Follow) -> None:
    world = await begin()
    browser = await sync_to_async(as_)(world.ana)
    knock = Knock(session=browser.session.session_key or "")
    ana = await follow(world.ana, world.fire, knock=knock)
    await write(world, "While she was there.")
    await ana.until(has("While she was there."))

    await sync_to_async(leave)(browser)

    assert await ana.closed_with() == protocol.LOCKED
