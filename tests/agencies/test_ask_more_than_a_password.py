"""An agency's policy: whoever signs in shows more than a password, or is led to add it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from agencies import knocks, writes
from agencies.writes.changes import NothingChanged
from audit.models import Testimony
from audit.refusals import NotAllowed, ProveAgain
from tests.agencies.browsers import as_, at_entrance, send
from tests.agencies.keys import code_now, with_app
from tests.world import PASSWORD, World

ANA = "ana@hcf.example"


@pytest.fixture
def asks(world: World) -> World:
    writes.require_second_factor(world.dora, world.harbor_fire.pk)
    return world


def signed_in() -> Client:
    browser = Client()
    at_entrance(browser).post(reverse("sign-in"), {"username": ANA, "password": PASSWORD})
    return browser


def test_a_password_leads_to_where_more_is_added_and_nowhere_else(asks: World) -> None:
    browser = signed_in()

    answer = browser.get("/incidents/", follow=True)

    assert answer.redirect_chain == [(reverse("agencies:you"), 302)]
    assert "Your agency asks more than a password" in answer.content.decode()


def test_no_part_before_an_address_leads_around_it(asks: World) -> None:
    """Servers take that part from a header, where a proxy lets it through."""
    answer = signed_in().get("/incidents/", SCRIPT_NAME="/you")

    assert answer.status_code == 302
    assert asks.fire.name not in answer.content.decode()


def test_neither_the_api_nor_a_socket_lets_them_in(asks: World) -> None:
    browser = signed_in()

    assert browser.get("/api/v1/incidents/").status_code == 401
    assert knocks.accounts_of_sessions([browser.session.session_key or ""]) == {}


def test_all_opens_once_it_is_added(asks: World) -> None:
    browser = signed_in()
    shown = browser.get(reverse("agencies:turn-on-app"))
    secret = shown.context["secret"].replace(" ", "")

    browser.post(reverse("agencies:turn-on-app"), {"code": code_now(secret)})

    assert browser.get("/incidents/").status_code == 200
    assert knocks.accounts_of_sessions([browser.session.session_key or ""])


def test_who_shows_more_goes_straight_in(asks: World) -> None:
    with_app(asks.ana)
    browser = signed_in()

    browser.post(reverse("second-factor"), {"code": code_now()})

    assert browser.get("/incidents/").status_code == 200


def test_who_is_signed_in_is_not_interrupted(world: World) -> None:
    """P25: a commander keeps the board."""
    browser = signed_in()

    writes.require_second_factor(world.dora, world.harbor_fire.pk)

    assert browser.get("/incidents/").status_code == 200


def test_other_agencies_are_not_asked(asks: World) -> None:
    browser = Client()
    at_entrance(browser).post(
        reverse("sign-in"), {"username": "cleo@bce.example", "password": PASSWORD}
    )

    assert browser.get("/incidents/").status_code == 200


def test_only_an_admin_who_has_proved_it_decides(world: World) -> None:
    with pytest.raises(NotAllowed):
        writes.require_second_factor(world.ana, world.harbor_fire.pk)
    with pytest.raises(ProveAgain):
        writes.require_second_factor(replace(world.dora, proved_at=None), world.harbor_fire.pk)


def test_what_is_so_already_is_refused(asks: World) -> None:
    with pytest.raises(NothingChanged):
        writes.require_second_factor(asks.dora, asks.harbor_fire.pk)


def test_the_agencys_page_turns_it_on_and_off(world: World) -> None:
    send(world.dora, "ask-more")
    assert b"shows a passkey" in as_(world.dora).get(reverse("agencies:mine")).content

    send(world.dora, "ask-more")

    assert b"A password is enough" in as_(world.dora).get(reverse("agencies:mine")).content


def test_a_session_ends_after_twelve_hours_however_busy(world: World) -> None:
    """IA-5."""
    begun = timezone.now() - timedelta(hours=12, minutes=1)
    with time_machine.travel(begun, tick=False):
        browser = signed_in()
    with time_machine.travel(begun + timedelta(hours=11), tick=False):
        browser.get(reverse("agencies:turn-on-app"))  # writes into the session

    assert browser.get("/incidents/").status_code == 302


def test_the_ledger_keeps_which_notice_was_agreed_to(world: World) -> None:
    """AC-8."""
    signed_in()

    said = Testimony.objects.filter(stream_key=f"agency:{world.harbor_fire.pk}").last()
    assert '"notice":"' in (said.body or "")
    assert '"agreed_at":"' in (said.body or "")
