"""Whoever comes back from a provider as somebody else, twice, or without need."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from agencies.models import ApiToken
from tests.agencies.browsers import as_, url
from tests.agencies.providers import sent_away, set_by, shown_at
from tests.agencies.test_sign_on_by_the_agency import is_in
from tests.world import World


def test_an_address_that_only_looks_like_anothers_is_not_theirs(world: World, issuer: str) -> None:
    """The database compares ı and i alike, as people do."""
    set_by(world.ivy, issuer, domains=frozenset({"npc.example"}))
    browser = Client()

    answer = browser.get(shown_at(sent_away(browser, "NPC"), "look-alike"))

    assert answer.status_code == 422
    assert not is_in(browser)


def test_an_answer_that_let_nobody_in_is_good_once_too(world: World, issuer: str) -> None:
    set_by(world.dora, issuer)
    browser = Client()
    back = shown_at(sent_away(browser), "stranger")

    assert browser.get(back).status_code == 422
    assert browser.get(back).status_code == 422


def test_whoever_is_in_is_sent_nowhere_and_their_session_ends_when_it_would(
    world: World, issuer: str
) -> None:
    """Twelve hours from when they signed in, however often they ask (IA-5)."""
    set_by(world.dora, issuer)
    browser = as_(world.ben)
    before = browser.session.get_expiry_date()

    assert sent_away(browser) == "/"

    assert abs(browser.session.get_expiry_date() - before) < timedelta(seconds=30)


@pytest.mark.parametrize(
    ("sub", "proved"), [("ana", True), ("ana-long-ago", False), ("ana-some-time", False)]
)
def test_coming_by_a_provider_proves_no_more_than_was_proved_to_it(
    world: World, issuer: str, sub: str, proved: bool
) -> None:
    """Else whoever finds an open browser signs out and in again, and is asked nothing (IA-11)."""
    set_by(world.dora, issuer)
    browser = Client()

    browser.get(shown_at(sent_away(browser), sub))

    assert is_in(browser)
    until = (timezone.now() + timedelta(days=9)).strftime("%Y-%m-%dT%H:%M")
    said = {"name": "Ours", "expires_at": until, "bound": "real", "scopes": ["look"]}
    asked = browser.post(url("issue-token"), said)
    assert (b"proof_password" not in asked.content) is proved
    assert ApiToken.objects.exists() is proved
