from __future__ import annotations

from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from agencies import reads, writes
from agencies.models import Account
from audit import streams
from audit.models import Turned
from tests.agencies.acts import told_in
from tests.agencies.browsers import at_entrance
from tests.world import PASSWORD, World

ANA = "ana@hcf.example"
SAME = "That e-mail address and password do not belong together."


@pytest.fixture
def browser() -> Client:
    return Client()


def knock(browser: Client, email: str, password: str) -> str:
    """What the entrance says; nothing where it lets one in."""
    answer = at_entrance(browser).post(
        reverse("sign-in"), {"username": email, "password": password}
    )
    if answer.status_code == 302:
        return ""
    return " ".join(answer.context["form"].non_field_errors())


def may_look(browser: Client) -> bool:
    return browser.get(reverse("agencies:mine")).status_code == 200


def test_a_member_signs_in_with_an_address_in_any_case(world: World, browser: Client) -> None:
    assert knock(browser, "ANA@hcf.example", PASSWORD) == ""

    assert may_look(browser)
    assert told_in(streams.of_agency(world.harbor_fire.pk)) == ["agencies.signed_in"]


def test_the_wrong_password_and_an_unknown_account_sound_the_same(
    world: World, browser: Client
) -> None:
    assert knock(browser, ANA, "wrong") == SAME
    assert knock(browser, "nobody@hcf.example", "wrong") == SAME
    assert not may_look(browser)


def test_what_is_not_an_address_is_not_tried(world: World, browser: Client) -> None:
    answer = at_entrance(browser).post(
        reverse("sign-in"), {"username": "ana", "password": PASSWORD}
    )

    assert answer.status_code == 200
    assert not Turned.objects.exists()


def test_a_failure_is_in_the_security_log_of_the_accounts_agency(
    world: World, browser: Client
) -> None:
    knock(browser, ANA, "wrong")

    turned = Turned.objects.get()
    assert (turned.tried, turned.code) == ("sign-in", "wrong_password")
    assert turned.agency_id == world.harbor_fire.pk
    assert turned.actor["origin"] == "127.0.0.1"


def test_an_address_that_is_not_known_is_not_kept(world: World, browser: Client) -> None:
    """People type their password into the wrong field."""
    knock(browser, "hunter2-is-my-password@x.example", "wrong")

    turned = Turned.objects.get()
    assert "hunter2" not in str([turned.actor, turned.subject, turned.sentence])
    assert turned.agency_id is None


def test_after_five_failures_the_account_waits_even_with_the_right_password(
    world: World, browser: Client
) -> None:
    """P25, CJIS AC-7: five in fifteen minutes, and the time that is left is said."""
    said = [knock(browser, ANA, "wrong") for _ in range(5)]

    assert said == [SAME] * 5
    assert knock(browser, ANA, PASSWORD) == (
        "Too many wrong passwords for this account. Try again in 30 minutes."
    )
    assert not may_look(browser)


def test_an_unknown_account_waits_likewise(world: World, browser: Client) -> None:
    said = [knock(browser, "nobody@hcf.example", "wrong") for _ in range(6)]

    assert "Try again in 30 minutes" in said[5]


def test_others_do_not_wait_for_it(world: World, browser: Client) -> None:
    for _ in range(6):
        knock(browser, ANA, "wrong")

    assert knock(browser, "ben@hcf.example", PASSWORD) == ""


def test_attempts_while_waiting_do_not_make_the_wait_longer(world: World, browser: Client) -> None:
    for _ in range(8):
        knock(browser, ANA, "wrong")

    codes = list(Turned.objects.order_by("id").values_list("code", flat=True))
    assert codes == ["wrong_password"] * 5 + ["password_locked"] + ["too_many_attempts"] * 3


def test_a_right_password_begins_the_count_anew(world: World, browser: Client) -> None:
    for _ in range(4):
        knock(browser, ANA, "wrong")
    assert knock(browser, ANA, PASSWORD) == ""

    assert [knock(Client(), ANA, "wrong") for _ in range(4)] == [SAME] * 4
    assert knock(Client(), ANA, PASSWORD) == ""


def test_a_suspended_member_is_refused_at_the_next_request(world: World, browser: Client) -> None:
    """P12."""
    knock(browser, ANA, PASSWORD)
    assert may_look(browser)

    ana = world.ana.member_id or UUID(int=0)
    writes.suspend_member(world.dora, ana, reason="Left the department.")

    assert not may_look(browser)
    assert knock(browser, ANA, PASSWORD) == SAME


def test_an_account_without_a_member_comes_nowhere(world: World, browser: Client) -> None:
    account = Account(email="nobody@hcf.example")
    account.set_password(PASSWORD)
    account.save()

    assert knock(browser, "nobody@hcf.example", PASSWORD) == SAME


def test_a_seat_that_was_taken_is_gone_at_the_next_request(world: World, browser: Client) -> None:
    """P12."""
    knock(browser, "dev@bce.example", PASSWORD)
    assert browser.get(reverse("agencies:security")).status_code == 200

    auditor = [
        seat
        for member in reads.members(world.dev)
        for seat in member.seats
        if seat.kind == "auditor"
    ]
    writes.take_seat(world.dev, auditor[0].id)

    assert browser.get(reverse("agencies:security")).status_code == 403


def test_signing_out_ends_the_session(world: World, browser: Client) -> None:
    knock(browser, ANA, PASSWORD)

    browser.post(reverse("sign-out"))

    assert not may_look(browser)


def test_where_one_was_going_is_where_one_comes_out(world: World, browser: Client) -> None:
    resources = reverse("agencies:resources")

    answer = at_entrance(browser).post(
        f"{reverse('sign-in')}?next={resources}", {"username": ANA, "password": PASSWORD}
    )

    assert answer["Location"] == resources


def test_nobody_is_led_astray(world: World, browser: Client) -> None:
    answer = at_entrance(browser).post(
        f"{reverse('sign-in')}?next=https://elsewhere.example/",
        {"username": ANA, "password": PASSWORD},
    )

    assert "elsewhere" not in answer["Location"]
