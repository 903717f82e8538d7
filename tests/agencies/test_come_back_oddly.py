"""Whoever comes back from a provider as somebody else, twice, or without need."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.test import Client

from tests.agencies.browsers import as_
from tests.agencies.providers import provider, sent_away, set_by, shown_at
from tests.agencies.test_sign_on_by_the_agency import is_in
from tests.world import World


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    with provider() as found:
        yield found


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
