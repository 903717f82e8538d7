"""A guest's browser: one incident's board, and of every other address nothing."""

from __future__ import annotations

import re
from datetime import timedelta
from time import monotonic
from typing import Any

import pytest
from asgiref.sync import sync_to_async
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from agencies.models import Account
from incidents import writes
from incidents.models import Guest, Incident, Tier
from tests.agencies.browsers import as_, at_entrance
from tests.incidents.guests import SECRET, actor_of, came, id_of, invited
from tests.incidents.readers import begin, has, write
from tests.sockets import Follow
from tests.world import World, seeding

LONGEST_SECONDS = 5.0


def link(world: World, **more: Any) -> str:
    invited(world, **more)
    return reverse("come-as-guest", args=[SECRET])


def guest(world: World, **more: Any) -> Client:
    """Kim's browser, by her link."""
    browser, address = at_entrance(), link(world, **more)
    assert "Come in, Kim Roe" in browser.get(address).content.decode()
    assert browser.post(address).status_code == 302
    return browser


def board(world: World) -> str:
    return reverse("incidents:board", args=[world.fire.pk])


def test_a_link_is_shown_once_and_leads_to_the_board(world: World) -> None:
    soon = (timezone.now() + timedelta(hours=2)).strftime("%Y-%m-%dT%H:%M")
    said = {
        **{"name": "Kim Roe", "agency_name": "Seaside Rescue", "seat": "dispatcher"},
        **{"tier": "view", "reason": "Boats.", "due_at": soon},
    }

    with seeding():
        Incident.objects.filter(pk=world.fire.pk).update(time_zone="America/Chicago")

    answer = as_(world.ana).post(reverse("incidents:invite-guest", args=[world.fire.pk]), said)

    (address,) = re.findall(r"/guest/[\w-]+/", answer.content.decode())
    browser = at_entrance()
    shown = browser.get(address)
    assert shown["Cache-Control"] == "no-store"
    assert re.search(r"\d\d:\d\d C[SD]T", shown.content.decode())
    assert browser.post(address)["Location"] == board(world)
    page = browser.get(board(world)).content.decode()
    assert "You are here as Kim Roe of Seaside Rescue, guest of Harbor County Fire" in page
    assert Client().get(address).status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        *("/incidents/", "/agreements/", "/directory/", "/inbox/", "/resources/", "/who-looked/"),
        *("/network/", "/you/", "/tokens/", "/", "/nowhere/", "/api/v1/incidents/"),
        *("/api/v1/agencies/", "/api/v1/schema/"),
    ],
)
def test_of_every_other_address_a_guest_finds_nothing(world: World, address: str) -> None:
    browser = guest(world)

    assert browser.get(address).status_code == 404
    assert browser.get(board(world)).status_code == 200


@pytest.mark.parametrize("name", ["timeline", "sharing", "guests", "edit", "close", "invite"])
def test_nor_of_the_incidents_other_pages(world: World, name: str) -> None:
    address = reverse(f"incidents:{name}", args=[world.fire.pk])

    assert guest(world).get(address).status_code == 404
    assert as_(world.ana).get(address).status_code == 200


def test_absent_and_invisible_answer_a_guest_alike(world: World) -> None:
    browser = guest(world)
    with_it = browser.get(reverse("agencies:agreement", args=[world.agreement.pk]))
    without = browser.get(reverse("agencies:agreement", args=[world.engines[0].pk]))

    assert (with_it.status_code, without.status_code) == (404, 404)
    assert len(with_it.content) == len(without.content)


def test_a_guest_who_assists_writes_a_note(world: World) -> None:
    address = reverse("incidents:note", args=[world.fire.pk])
    browser = guest(world, tier=Tier.ASSIST)

    answer = browser.post(address, {"category": "OPS", "text": "Two boats."})

    assert answer.status_code == 302
    assert "Two boats." in browser.get(board(world)).content.decode()
    assert browser.post(address, {"category": "LES", "text": "Van."}).status_code == 422


def test_a_guest_who_looks_only_is_offered_nothing(world: World) -> None:
    browser = guest(world)

    assert "data-note-url" not in browser.get(board(world)).content.decode()
    address = reverse("incidents:note", args=[world.fire.pk])
    assert browser.post(address, {"category": "OPS", "text": "Boats."}).status_code == 404


def test_one_tap_ends_a_stay_and_the_next_request_is_signed_out(world: World) -> None:
    browser = guest(world)
    pk = Guest.objects.get().pk

    as_(world.dora).post(reverse("incidents:end-guest", args=[pk]))

    assert browser.get(board(world)).status_code == 302
    assert browser.get(board(world))["Location"].startswith("/sign-in/")


@pytest.mark.parametrize("tap", ["narrow-guest", "end-guest", "renew-guest"])
def test_taps_of_a_stranger_find_nobody(world: World, tap: str) -> None:
    pk = invited(world, tier=Tier.ASSIST)
    address = reverse(f"incidents:{tap}", args=[pk])

    assert as_(world.ivy).post(address).status_code == 404
    assert as_(world.dev).post(address).status_code == 403
    assert as_(world.ana).post(address).status_code in (200, 302)


def test_a_guests_account_has_no_password(world: World) -> None:
    invited(world)
    account = Account.objects.get(email__endswith="@guest.invalid")

    assert not account.has_usable_password()


@pytest.mark.parametrize("odd", [{"due_at": "9999-12-31T23:59"}, {"seat": "king"}, {"name": " "}])
def test_odd_invitations_are_refused_in_words(world: World, odd: dict[str, str]) -> None:
    soon = (timezone.now() + timedelta(hours=2)).strftime("%Y-%m-%dT%H:%M")
    said = {"name": "Kim", "agency_name": "S", "seat": "dispatcher", "tier": "view"}
    said |= {"reason": "Boats.", "due_at": soon} | odd

    answer = as_(world.ana).post(reverse("incidents:invite-guest", args=[world.fire.pk]), said)

    assert answer.status_code == 422
    assert not Guest.objects.exists()


def test_other_systems_read_narrow_and_end(world: World) -> None:
    pk = invited(world, tier=Tier.ASSIST)
    dora, key = as_(world.dora), {"Idempotency-Key": "one"}

    (found,) = dora.get(f"/api/v1/sharing/{world.fire.pk}/guests/").json()
    narrowed = dora.post(
        f"/api/v1/guests/{pk}/narrow/", {}, content_type="application/json", headers=key
    )

    assert (found["name"], found["tier"]) == ("Kim Roe", "assist")
    assert narrowed.json()["kind"] == "incidents.guest_narrowed"
    assert as_(world.ivy).get(f"/api/v1/sharing/{world.fire.pk}/guests/").status_code == 404


async def test_a_guests_open_board_closes_when_the_stay_ends(follow: Follow) -> None:
    world = await begin()
    kim = await sync_to_async(came)(world)
    open_board = await follow(kim, world.fire)
    await open_board.frame()
    await write(world, "Gate 7.")
    await open_board.until(has("Gate 7."))

    begun = monotonic()
    await sync_to_async(writes.end_guest)(world.ana, id_of(kim))

    assert await open_board.closed_with()
    assert monotonic() - begun < LONGEST_SECONDS


async def test_it_closes_though_no_nudge_arrives(follow: Follow, settings: Any) -> None:
    """P12: with Redis down, within five seconds."""
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    world = await begin()
    kim = await sync_to_async(came)(world)
    open_board = await follow(kim, world.fire)
    await open_board.frame()

    begun = monotonic()
    await sync_to_async(writes.end_guest)(world.ana, id_of(kim))

    assert await open_board.closed_with()
    assert monotonic() - begun < LONGEST_SECONDS


def test_a_guest_is_admitted_as_nobodys_member(world: World) -> None:
    kim = actor_of(invited(world))

    assert (kim.agency_id, kim.seats) == (kim.member_id, frozenset({"guest"}))
