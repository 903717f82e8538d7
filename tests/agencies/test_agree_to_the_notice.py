"""Nobody signs in, by whatever means, who has not agreed to what stands before the door (AC-8)."""

from __future__ import annotations

from datetime import timedelta
from http import HTTPStatus

import pytest
import time_machine
from django.test import Client, override_settings
from django.utils import timezone

from agencies import reads, writes
from agencies.web.notices import COOKIE
from agencies.writes.entrance import NotAgreed
from audit.trail import Sought
from tests.agencies.browsers import at_entrance
from tests.agencies.test_invite_somebody import LINK, invited
from tests.world import PASSWORD, World

ANA = {"username": "ana@hcf.example", "password": PASSWORD}
WORDS = "This is a restricted system"
INSIDE = "/incidents/"


def test_the_notice_comes_first_and_alone(world: World) -> None:
    page = Client().get("/sign-in/").content.decode()

    assert WORDS in page
    assert "I understand, and agree" in page
    assert "password" not in page


@pytest.mark.parametrize("door", ["/sign-in/", "/sign-in/passkey/", "/sign-in/agency/"])
def test_a_form_that_is_sent_without_it_is_not_looked_at(world: World, door: str) -> None:
    browser = Client()

    answer = browser.post(door, {**ANA, "code": "HCF"})

    assert answer.status_code == HTTPStatus.PRECONDITION_REQUIRED
    assert WORDS in answer.content.decode()
    assert browser.get(INSIDE).status_code == HTTPStatus.FOUND


def test_agreeing_leads_to_the_form_and_back_to_where_one_was(world: World) -> None:
    browser = Client()

    agreed = browser.post("/sign-in/?next=/resources/", {"agreed": "on"})

    assert agreed["Location"] == "/sign-in/?next=/resources/"
    assert "Password" in browser.get(agreed["Location"]).content.decode()
    assert browser.post("/sign-in/", {**ANA, "next": "/resources/"})["Location"] == "/resources/"


def test_which_words_and_when_stands_in_the_trail(world: World) -> None:
    at_entrance().post("/sign-in/", ANA)

    last = reads.agency_trail(world.dora, Sought()).lines[0]

    assert last.sentence.startswith("Ana Lopes agreed to the notice ")


def test_each_sign_in_asks_anew(world: World) -> None:
    browser = at_entrance()
    browser.post("/sign-in/", ANA)
    browser.post("/sign-out/")

    assert browser.post("/sign-in/", ANA).status_code == HTTPStatus.PRECONDITION_REQUIRED


def test_it_holds_for_half_an_hour(world: World) -> None:
    browser = at_entrance()

    with time_machine.travel(timezone.now() + timedelta(minutes=31), tick=False):
        answer = browser.post("/sign-in/", ANA)

    assert answer.status_code == HTTPStatus.PRECONDITION_REQUIRED


def test_other_words_are_agreed_to_anew(world: World) -> None:
    browser = at_entrance()

    with override_settings(NOTICE="Harbor County's own words."):
        answer = browser.post("/sign-in/", ANA)

    assert answer.status_code == HTTPStatus.PRECONDITION_REQUIRED
    assert "Harbor County&#x27;s own words." in answer.content.decode()


@pytest.mark.parametrize("forged", ["", "on", "a:b:c", "0" * 5000])
def test_nobody_agrees_by_a_cookie_of_their_own(world: World, forged: str) -> None:
    browser = Client()
    browser.cookies[COOKIE] = forged

    assert browser.post("/sign-in/", ANA).status_code == HTTPStatus.PRECONDITION_REQUIRED


def test_who_is_invited_agrees_first(world: World) -> None:
    invited(world)
    address = f"/join/{LINK.reveal()}/"

    page = Client().get(address).content.decode()
    joined = Client().post(address, {"password": PASSWORD, "again": PASSWORD})

    assert WORDS in page
    assert "Eve" not in page
    assert joined.status_code == HTTPStatus.PRECONDITION_REQUIRED


def test_no_write_begins_a_session_without_it(world: World) -> None:
    with pytest.raises(NotAgreed):
        writes.sign_in(world.ana, world.ana.member_id, agreed_at=None)
