"""Step-up and unlocking by the provider of one's agency, for those who sign in by it (IA-11)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from unittest.mock import patch

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from agencies import providers, reads, sittings
from agencies.providers import Said
from audit.models import Turned
from audit.trail import Sought
from tests.agencies.browsers import as_, url
from tests.agencies.devices import leave
from tests.agencies.keys import code_now, with_app
from tests.agencies.providers import address_in, sent_away, set_by, shown_at
from tests.world import PASSWORD, World

AWAY, PROVE, UNLOCK = "/prove/elsewhere/", "/prove/", "/unlock/"
LATER = timedelta(minutes=6)


@pytest.fixture
def later(world: World, issuer: str) -> Client:
    """Dora's browser, six minutes after she signed in; her agency's provider knows her."""
    set_by(world.dora, issuer, strong=frozenset({"hwk"}))
    first = Client()
    first.get(shown_at(sent_away(first), "dora"))
    with time_machine.travel(timezone.now() - LATER, tick=False):
        return as_(world.dora)


def away(browser: Client) -> str:
    return address_in(browser.post(AWAY))


def shows(browser: Client, sub: str) -> Any:
    """Away to the provider and back, in a window of its own."""
    return browser.get(shown_at(away(browser), sub))


def proves(browser: Client, **said: str) -> Any:
    return browser.post(PROVE, {"proof_to": "/agency/", **said})


def may_give_a_seat(browser: Client, world: World) -> bool:
    asked = browser.post(url("give-seat", world.ana.member_id), {"kind": "auditor"})
    return b"Prove that it is you" not in asked.content


def test_the_question_leads_to_the_agencys_sign_on(later: Client, world: World) -> None:
    page = later.get(PROVE).content.decode()

    assert "Show it at 127.0.0.1:" in page
    assert "Show it at" not in as_(world.ben).get(PROVE).content.decode()


def test_the_provider_is_told_to_ask_anew(later: Client) -> None:
    asked = away(later)

    assert "prompt=login" in asked
    assert "max_age=0" in asked
    for word in ("state=", "nonce=", "code_challenge="):
        assert word in asked


def test_what_was_shown_there_is_the_proof(later: Client, world: World) -> None:
    assert not may_give_a_seat(later, world)

    assert "It has said that it is you." in shows(later, "dora").content.decode()

    assert not may_give_a_seat(later, world)
    assert proves(later)["Location"] == "/agency/"
    assert may_give_a_seat(later, world)
    told = [line.sentence for line in reads.agency_trail(world.dora, Sought()).lines]
    assert any("the sign-on of their agency, by one factor" in sentence for sentence in told)


def test_it_is_used_up_by_one_proof(later: Client) -> None:
    shows(later, "dora")
    proves(later)

    with time_machine.travel(timezone.now() + LATER, tick=False):
        assert proves(later).status_code == 422


def test_it_holds_for_five_minutes(later: Client) -> None:
    shows(later, "dora")

    with time_machine.travel(timezone.now() + timedelta(minutes=5), tick=False):
        assert proves(later).status_code == 422


@pytest.mark.parametrize("sub", ["ana", "stranger", "unverified"])
def test_somebody_else_there_proves_nothing(later: Client, world: World, sub: str) -> None:
    answer = shows(later, sub)

    assert "did not say who you are" in answer.content.decode()
    assert proves(later).status_code == 422
    assert Turned.objects.filter(tried="prove-again", code="not_vouched_for").exists()


@pytest.mark.parametrize(
    "at", [None, datetime(2026, 1, 1, tzinfo=UTC)], ids=["says no time", "showed it long ago"]
)
def test_who_was_not_asked_anew_proves_nothing(later: Client, at: datetime | None) -> None:
    """A provider may answer from a session of its own, that was open since the morning."""
    real = providers.answered

    def remembered(*asked: Any) -> Said:
        return replace(real(*asked), at=at)

    with patch.object(providers, "answered", remembered):
        answer = shows(later, "dora")

    assert "did not ask you anew" in answer.content.decode()
    assert proves(later).status_code == 422


def test_an_answer_is_for_the_browser_that_was_sent_and_good_once(
    later: Client, world: World
) -> None:
    back = shown_at(away(later), "dora")
    other = as_(world.dora)

    assert other.get(back)["Location"] == "/"  # was sent nowhere
    away(other)
    assert other.get(back).status_code == 422
    assert later.get(back).status_code == 200
    assert later.get(back)["Location"] == "/"


def test_who_has_an_app_shows_its_code_as_well(later: Client, world: World) -> None:
    with_app(world.dora)
    shows(later, "dora")

    assert proves(later).status_code == 422
    assert proves(later, proof_code="000000").status_code == 422
    assert proves(later, proof_code=code_now())["Location"] == "/agency/"


def test_what_the_agency_counts_as_two_needs_no_code(later: Client, world: World) -> None:
    with_app(world.dora)
    real = providers.answered

    def by_key(*asked: Any) -> Said:
        return replace(real(*asked), how=frozenset({"hwk"}))

    with patch.object(providers, "answered", by_key):
        shows(later, "dora")

    assert proves(later)["Location"] == "/agency/"


@pytest.fixture
def left(later: Client) -> Client:
    """Dora's device, which she left half an hour ago."""
    leave(later)
    return later


def test_a_locked_device_opens_by_it(left: Client) -> None:
    assert "Show it at 127.0.0.1:" in left.get("/agency/").content.decode()
    shows(left, "dora")

    assert left.post(UNLOCK, {"next": "/agency/"})["Location"] == "/agency/"
    assert left.get("/agency/").status_code == 200


def test_what_was_shown_before_it_was_locked_does_not_open_it(later: Client) -> None:
    shows(later, "dora")
    sittings.lock(later.session)

    assert later.post(UNLOCK, {"next": "/agency/"}).status_code == 422


def test_somebody_else_there_does_not_open_it(left: Client) -> None:
    shows(left, "ana")

    assert left.post(UNLOCK, {"next": "/agency/"}).status_code == 422
    assert left.get("/agency/").status_code == 423


def test_the_window_tells_nothing_of_what_is_under_the_cover(left: Client) -> None:
    page = shows(left, "dora").content.decode()

    assert "Dora Weiss" not in page
    assert 'name="lock"' not in page


def test_nobody_is_sent_away_whose_agency_has_no_sign_on(world: World) -> None:
    assert as_(world.ivy).post(AWAY).status_code == 404
    assert Client().post(AWAY).status_code == 302
    assert as_(world.ivy).get("/sign-in/back/", {"state": "x", "code": "y"})["Location"] == "/"


def test_a_provider_that_does_not_answer_is_said(later: Client, settings: Any) -> None:
    settings.SIGN_ON_ORIGINS = []

    answer = later.post(AWAY)

    assert answer.status_code == 422
    assert "does not answer now" in answer.content.decode()
    assert proves(later, proof_password=PASSWORD)["Location"] == "/agency/"
