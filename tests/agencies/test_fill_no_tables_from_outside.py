"""Whoever is not signed in writes no rows, however often they ask."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from agencies.models import Sitting
from agencies.web.kept import BEFORE
from tests.agencies.browsers import as_, at_entrance
from tests.world import World

OFTEN = range(20)


def rows() -> tuple[int, int]:
    return Session.objects.count(), Sitting.objects.count()


@pytest.mark.parametrize("door", ["/sign-in/passkey/ask/", "/sign-in/passkey/", "/sign-in/agency/"])
def test_asking_at_the_entrance_makes_no_session(world: World, door: str) -> None:
    answers = [at_entrance().post(door, {"credential": "{}", "code": "HCF"}) for _ in OFTEN]

    assert {one.status_code for one in answers} == {200}
    assert rows() == (0, 0)


def test_each_browser_is_asked_something_of_its_own(world: World) -> None:
    asked = [Client().post("/sign-in/passkey/ask/") for _ in OFTEN]

    assert len({one.json()["publicKey"]["challenge"] for one in asked}) == len(OFTEN)


def test_what_is_kept_in_a_browser_cannot_be_read_or_made(world: World) -> None:
    browser = Client()
    asked = browser.post("/sign-in/passkey/ask/").json()["publicKey"]["challenge"]

    assert asked not in browser.cookies[f"{BEFORE}passkey"].value
    browser.cookies[f"{BEFORE}passkey"] = "gAAAAA" + "x" * 80
    at_entrance(browser)
    answer = browser.post("/sign-in/passkey/", {"credential": '{"id": "x"}'})
    assert "not known here" in answer.content.decode()


def test_sessions_that_are_over_are_swept_out_by_who_signs_in(world: World) -> None:
    old = as_(world.ben).session
    Session.objects.filter(pk=old.session_key).update(
        expire_date=timezone.now() - timedelta(minutes=1)
    )

    as_(world.ana)

    assert not Session.objects.filter(pk=old.session_key).exists()
