"""CJIS AC-7 as P25 reads it: five wrong passwords lock the password, and silence nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from agencies import reads, writes
from agencies.models import Account
from agencies.reads import entrance
from audit import streams
from audit.actors import machine
from audit.refusals import NotAllowed
from tests.agencies.acts import told_in
from tests.agencies.browsers import as_, at_entrance, page
from tests.world import PASSWORD, World

ANA = "ana@hcf.example"


def tries(browser: Client, password: str) -> bool:
    """Whether the password let somebody in."""
    answer = at_entrance(browser).post(reverse("sign-in"), {"username": ANA, "password": password})
    return answer.status_code == 302


def locked_by_a_stranger() -> None:
    stranger = Client()
    for _ in range(5):
        assert not tries(stranger, "guessed")


@pytest.fixture
def tablet(world: World) -> Client:
    """Ana's own, on which she has signed in before and is not signed in now."""
    browser = Client()
    assert tries(browser, PASSWORD)
    browser.post(reverse("sign-out"))
    return browser


def test_a_device_that_the_account_has_never_used_is_locked_out(world: World) -> None:
    locked_by_a_stranger()

    assert not tries(Client(), PASSWORD)


def test_the_commanders_own_tablet_is_not(tablet: Client) -> None:
    locked_by_a_stranger()

    assert tries(tablet, PASSWORD)


def test_an_open_session_goes_on(world: World) -> None:
    open_ = as_(world.ana)

    locked_by_a_stranger()

    assert open_.get(reverse("agencies:mine")).status_code == 200


def test_a_known_device_has_five_tries_of_its_own(tablet: Client) -> None:
    for _ in range(5):
        assert not tries(tablet, "guessed")

    assert not tries(tablet, PASSWORD)


def test_a_device_that_another_account_has_used_is_not_known_for_this_one(world: World) -> None:
    bens = Client()
    at_entrance(bens).post(
        reverse("sign-in"), {"username": "ben@hcf.example", "password": PASSWORD}
    )
    bens.post(reverse("sign-out"))

    locked_by_a_stranger()

    assert not tries(bens, PASSWORD)


def test_nobody_can_say_by_a_cookie_of_their_own_that_they_are_known(world: World) -> None:
    stranger = Client()
    stranger.cookies["muster-device"] = "made-up:by:somebody"

    locked_by_a_stranger()

    assert not tries(stranger, PASSWORD)


def test_the_lock_ends_by_itself_within_half_an_hour(world: World) -> None:
    """Nobody waits in vain for an admin who is asleep."""
    locked_by_a_stranger()

    ana = Account.objects.get(email=ANA).pk
    left = entrance.wait(machine("entrance", via="page"), entrance.tried_at(ana, ""), ana)

    assert timedelta(minutes=29) < left <= timedelta(minutes=30)


def test_an_admin_sees_the_lock_and_releases_it(transactional_db: None, world: World) -> None:
    locked_by_a_stranger()
    assert reads.my_agency(world.dora).locked == (world.ana.member_id,)
    assert b"Password locked" in page(world.dora, "mine").content

    writes.release_password(world.dora, world.ana.member_id)

    assert reads.my_agency(world.dora).locked == ()
    assert tries(Client(), PASSWORD)
    assert told_in(streams.of_agency(world.harbor_fire.pk))[0] == "agencies.password_released"


def test_a_colleague_does_not_release_it(world: World) -> None:
    locked_by_a_stranger()

    with pytest.raises(NotAllowed):
        writes.release_password(world.ben, world.ana.member_id)


def test_the_security_log_says_that_it_was_locked(world: World) -> None:
    locked_by_a_stranger()

    codes = [
        one.code for one in reads.security_log(replace(world.ivy, agency_id=world.ana.agency_id))
    ]
    assert codes == ["password_locked"] + ["wrong_password"] * 5
