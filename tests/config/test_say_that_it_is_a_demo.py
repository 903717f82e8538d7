"""A demo never passes for real, and the real thing never for a demo."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import Settings

from tests.incidents.test_tell_the_time import signed_in
from tests.world import World

MARK = "Demo: an installation to try things in"


@pytest.mark.parametrize("path", ["/incidents/", "/inbox/", "/resources/", "/agreements/"])
def test_every_page_of_a_demo_says_so(world: World, settings: Settings, path: str) -> None:
    page = signed_in(world.dora)

    settings.DEMO = True
    assert MARK in page.get(path).content.decode()

    settings.DEMO = False
    assert MARK not in page.get(path).content.decode()


def test_who_signs_in_to_a_demo_knows_before(db: None, settings: Settings) -> None:
    settings.DEMO = True

    assert MARK in Client().get("/sign-in/").content.decode()


def test_words_of_another_language_reach_the_islands(
    world: World, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("config.context.words_in", lambda language: {"Live": "</script>Élő"})

    page = signed_in(world.dora).get("/incidents/").content.decode()

    assert '<script id="words" type="application/json">' in page
    assert "\\u003C/script\\u003E\\u00c9l\\u0151" in page


def test_in_english_no_words_are_sent(world: World) -> None:
    assert 'id="words"' not in signed_in(world.dora).get("/incidents/").content.decode()
