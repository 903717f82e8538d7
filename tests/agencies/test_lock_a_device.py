"""A device that nobody touches for half an hour locks, and opens where it was (CJIS AC-11)."""

from __future__ import annotations

from http import HTTPStatus

import pytest
from asgiref.sync import sync_to_async
from django.test import Client

from agencies import reads, sittings, writes
from agencies.knocks import LOCKED, Knock, admit_knocks
from agencies.web.live import protocol
from audit.trail import Sought
from incidents.models import Guest
from tests.agencies.browsers import as_
from tests.agencies.devices import leave
from tests.incidents import guests
from tests.incidents.readers import begin, has, write
from tests.sockets import Follow
from tests.world import PASSWORD, World

BOARD = "/incidents/"


@pytest.fixture
def left(world: World) -> Client:
    """Ana's browser, which she left half an hour ago."""
    browser = as_(world.ana)
    assert browser.get(BOARD).status_code == HTTPStatus.OK
    leave(browser)
    return browser


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


@pytest.mark.parametrize("mounted", ["/lock", "/unlock", "/guest", "/api"])
def test_no_part_before_an_address_makes_it_another(
    left: Client, world: World, mounted: str
) -> None:
    """Servers take that part from a header, where a proxy lets it through."""
    answer = left.get(f"/incidents/{world.fire.pk}/", SCRIPT_NAME=mounted)

    assert answer.status_code == HTTPStatus.LOCKED
    assert world.fire.name not in answer.content.decode()


@pytest.mark.parametrize("below", ["/lock/x/", "/unlock/../incidents/", "/sign-out/x"])
def test_below_what_stays_open_nothing_does(left: Client, below: str) -> None:
    assert left.get(below).status_code == HTTPStatus.LOCKED


def test_a_guest_at_a_locked_device_is_told_whom_to_ask(world: World) -> None:
    browser = Client()
    browser.force_login(Guest.objects.get(pk=guests.came(world).member_id).account)
    leave(browser)

    for answer in (browser.get("/unlock/"), browser.post("/unlock/", {"proof_password": "x"})):
        assert "Ask whoever let you in for a new link" in answer.content.decode()
    assert browser.get(f"/incidents/{world.fire.pk}/").status_code == HTTPStatus.LOCKED


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
