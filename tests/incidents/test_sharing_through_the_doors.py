"""Narrowing, asking and looking through others' eyes, by page and by API."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from agencies.categories import Category
from audit.actors import Actor
from incidents import reads, writes
from incidents.models import Disclosure, Withdrawal
from tests.agencies.browsers import as_ as browser
from tests.agencies.shares import shared
from tests.world import World

LES = Category.LES
KEY = {"Idempotency-Key": "one tap"}


@pytest.fixture
def van(world: World) -> World:
    writes.write_note(world.ana, world.fire.pk, category=LES, text="A gray van.")
    shared(world, LES)
    return world


def page(world: World, *path: object) -> str:
    return "/".join(["", "incidents", str(world.fire.pk), *map(str, path), ""])


def texts(world: World, viewer: Actor) -> list[Any]:
    return [row["text"] for row in reads.board(viewer, world.fire.pk).of_kind("note")]


def test_one_tap_on_the_page_withdraws_and_another_restores(van: World) -> None:
    ana: Client = browser(van.ana)
    assert "Harbor shares, 1" in ana.get(page(van, "sharing")).content.decode()

    said = {"partner": str(van.bay_ems.pk), "category": "LES"}
    answer = ana.post(page(van, "sharing", "withdraw"), said)

    assert answer.status_code == 302
    assert texts(van, van.dev) == [{"withheld": "LES"}]
    ana.post(f"/incidents/withdrawals/{Withdrawal.objects.get().pk}/restore/")
    assert texts(van, van.dev) == ["A gray van."]


def test_a_partner_that_is_not_there_is_not_found(van: World) -> None:
    said = {"partner": str(van.northfield.pk), "category": ""}

    answer = browser(van.ana).post(page(van, "sharing", "withdraw"), said)

    assert answer.status_code == 404
    assert not Withdrawal.objects.exists()


def test_the_page_of_a_partners_eyes_is_theirs_and_says_so(van: World) -> None:
    ana = browser(van.ana)

    answer = ana.get(page(van, "seen-as", van.bay_ems.pk), {"seats": "commander"})

    shown = answer.content.decode()
    assert "As Bay City EMS sees it" in shown
    assert "A gray van." in shown
    assert 'src="/live/' not in shown
    assert ana.get(page(van, "seen-as", van.northfield.pk)).status_code == 404
    assert ana.get(page(van, "seen-as", van.bay_ems.pk), {"seats": "king"}).status_code == 404


def test_asking_by_dialog_reaches_the_owner(van: World) -> None:
    dev = browser(van.dev)
    said = {"category": "PHI", "reason": "Crew safety"}

    dev.post(page(van, "sharing", "ask", van.harbor_fire.pk), said)

    asked = Disclosure.objects.get()
    answer = browser(van.ana).post(
        f"/incidents/disclosures/{asked.pk}/answer/", {"answer": "share"}
    )
    assert answer.status_code == 302
    asked.refresh_from_db()
    assert asked.status == "shared"


def test_the_api_says_why_and_narrows(van: World) -> None:
    ana, dev = browser(van.ana), browser(van.dev)
    (key,) = [key for key in reads.board(van.dev, van.fire.pk).rows if key.startswith("note:")]
    door = f"/api/v1/sharing/{van.fire.pk}/"
    why = {"key": key, "field": "text"}

    said = dev.get(f"{door}why/", why).json()
    assert said["allowed"]
    assert said["reasons"][0]["reference"] == "Harbor shares, 1"

    said = {"partner": str(van.bay_ems.pk)}
    ana.post(f"{door}withdraw/", said, content_type="application/json", headers=KEY)
    said = dev.get(f"{door}why/", why).json()
    assert [one["bearing"] for one in said["reasons"]] == ["permits", "forbids"]


@pytest.mark.parametrize(
    ("act", "said"),
    [
        ("share", {"to": "x", "category": "LES", "reason": "r"}),
        ("share", {"category": "NONE", "reason": ""}),
        ("ask", {"category": "LES"}),
        ("withdraw", {"partner": "x"}),
    ],
)
def test_what_has_no_shape_is_refused_in_words(van: World, act: str, said: Any) -> None:
    door = f"/api/v1/sharing/{van.fire.pk}/{act}/"

    answer = browser(van.ana).post(door, said, content_type="application/json", headers=KEY)

    assert answer.status_code == 400
    assert answer.headers["Content-Type"] == "application/problem+json"
