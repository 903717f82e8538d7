"""Ten faults, each planted for real: what watches over the walls finds it and names the door (4.4).

A guard that never fails guards nothing. Each test here makes one mistake that somebody could make
in this house, and lets the guard of another test look at it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any, Final
from urllib.parse import urlsplit
from uuid import UUID

import psycopg
import pytest
from django.test import Client
from rest_framework.permissions import AllowAny

from agencies.admission import digest_of
from agencies.categories import Category
from agencies.models import Agreement, Resource
from agencies.reads import inbox
from agencies.sharing import SHEETS, STRUCTURE, Sheet
from agencies.web.live.inbox import AgencyConsumer
from audit import walls
from audit.actors import Actor
from audit.walls import Place
from config import checks
from incidents import reads, writes
from incidents.web.api import Incidents
from tests.canaries.ears import Ears
from tests.conformance import test_nobody_comes_in_unseen as anonymously
from tests.conformance import test_walls as tables
from tests.doors import test_paired_worlds as paired
from tests.doors import test_sockets as sockets
from tests.doors.people import neighbors
from tests.doors.test_either_wall_alone import EVERY_SEAT, across, tried
from tests.doors.test_every_door import Cell
from tests.doors.walls_apart import policies_alone
from tests.incidents import guests
from tests.sockets import Follow
from tests.throwaway import SUPERUSER_URL
from tests.world import World, build

AGREEMENT: Final = "/agreements/<uuid:pk>/"
BOARD: Final = "/api/v1/incidents/<uuid:pk>/board/"
LEADER: Final = "resource.leader (PII)"


def said_by(guard: Callable[[], Any]) -> str:
    """With which sentence a guard fails."""
    with pytest.raises(AssertionError) as failed:
        guard()
    return str(failed.value)


def of_agreements() -> list[Cell]:
    """Everybody at the page of a draft who may not know of it."""
    return [one for one in across(EVERY_SEAT) if one.door.route == AGREEMENT]


def opened_at(told: list[str]) -> list[str]:
    return [one.partition(" at ")[0] for one in told]


@contextmanager
def altered(url: str, by: str, back: str) -> Iterator[None]:
    """This process's own database, as somebody left it who may do anything there."""
    name = urlsplit(os.environ["DATABASE_URL"]).path
    at = urlsplit(os.environ[url])._replace(path=name).geturl()
    with psycopg.connect(at, autocommit=True) as connection:
        connection.execute(by)
        try:
            yield
        finally:
            connection.execute(back)


def test_a_read_without_its_rule(unwalled: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        import_module("agencies.reads.agreement"), "visible", lambda _: Agreement.objects.all()
    )

    assert opened_at(tried(unwalled, of_agreements())) == [f"GET {AGREEMENT} by *"] * 4


def test_somebody_who_sees_everything(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        walls, "place_of", lambda actor: Place(actor.agency_id, actor.member_id, "everything")
    )

    with policies_alone():
        told = tried(world, of_agreements())

    assert opened_at(told) == [f"GET {AGREEMENT} by *"] * 4


def test_a_door_that_anybody_may_open(monkeypatch: pytest.MonkeyPatch, client: Client) -> None:
    monkeypatch.setattr(Incidents, "permission_classes", [AllowAny])

    told = [one.msg for one in checks.no_door_opens_to_strangers()]

    assert f"{BOARD} lets in whoever comes: {checks.API}" in told
    assert client.get("/api/v1/incidents/").status_code == 401  # its base asks all the same


def test_a_view_that_asks_as_its_owner(db: None) -> None:
    planted = "CREATE VIEW incidents_open AS SELECT * FROM incidents_incident"

    with altered(SUPERUSER_URL, planted, "DROP VIEW incidents_open"):
        told = said_by(lambda: tables.test_a_view_asks_as_whoever_looks_at_it(None))

    assert "incidents_open" in told


@pytest.fixture
def one_table_open() -> Iterator[None]:
    how = "ALTER TABLE agencies_agreement {} ROW LEVEL SECURITY".format
    with altered("DATABASE_OWNER_URL", how("DISABLE"), how("ENABLE")):
        yield


def test_a_table_without_row_security(one_table_open: None, db: None) -> None:
    world = build()

    told = said_by(lambda: tables.test_every_table_stands_behind_the_wall_or_says_why_not(None))
    with policies_alone():
        opened = tried(world, of_agreements())

    assert "agencies_agreement holds rows that any agency could read" in told
    assert opened_at(opened) == [f"GET {AGREEMENT} by *"] * 4


@pytest.fixture
def quay(world: World) -> Client:
    """Somebody of an agency at the fire that has no agreement with anybody."""
    writes.commit_resource(world.dora, world.fire.pk, resource=world.engines[0].pk)
    return neighbors(world).visitor("none", "o")


def overheard(ears: Ears, client: Client, address: str) -> set[str]:
    """Whose and what is told at an address to whom it is not for."""
    client.get(address)
    leaks, ears.leaks = ears.leaks, []
    ears.count.leaks -= len(leaks)
    return {leak.partition(" of ")[0] for leak in leaks}


def test_a_cache_that_does_not_ask_who_looks(
    world: World, quay: Client, ears: Ears, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: dict[UUID, Any] = {}
    drawn, board = reads.board, f"/api/v1/incidents/{world.fire.pk}/board/"
    monkeypatch.setattr(
        reads, "board", lambda actor, pk: kept.get(pk) or kept.setdefault(pk, drawn(actor, pk))
    )
    reads.board(world.dora, world.fire.pk)

    assert overheard(ears, quay, board) == {f"GET {board}: {LEADER}"}


def test_a_sheet_that_shows_all_fields(
    world: World, quay: Client, ears: Ears, monkeypatch: pytest.MonkeyPatch
) -> None:
    board = f"/api/v1/incidents/{world.fire.pk}/board/"
    shown = dict.fromkeys(SHEETS["incident", "deployment"].fields - {*STRUCTURE}, Category.PUB)
    monkeypatch.setitem(SHEETS, ("incident", "deployment"), Sheet(exists=Category.PUB, **shown))

    assert overheard(ears, quay, board) == {f"GET {board}: {LEADER}"}


def test_a_count_over_all_rows(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def counted(_agency: UUID) -> int:
        with walls.beyond("a count"):
            return Resource.objects.count()

    region = paired.numbered(world)
    monkeypatch.setattr(inbox, "COUNTS", [counted])
    monkeypatch.setattr(paired, "asked", lambda *_: ["/resources/"])

    told = said_by(lambda: paired.assert_the_same(region, world.ivy, at_least=1))

    assert "/resources/: (" in told


async def test_a_stream_that_the_client_names(
    follow: Follow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever is let in at one's own agency's socket would be let in at another's by its id."""
    led: list[UUID] = []

    def named(_socket: AgencyConsumer, actor: Actor) -> UUID | None:
        led.extend([actor.agency_id] if actor.agency_id and not led else [])
        return led[0]

    monkeypatch.setattr(AgencyConsumer, "subject", named)

    told = await sockets.wrongly_heard(follow, "live/agency/")

    assert len(told) == 16
    assert all(one.startswith("live/agency/ ") for one in told)


def test_a_link_that_nobody_checks(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    guests.invited(world)
    leads, known = reads.guest_link, digest_of(guests.SECRET)
    monkeypatch.setattr(reads, "guest_link", lambda actor, _digest: leads(actor, known))

    told = said_by(
        lambda: anonymously.test_nobody_comes_in_without_signing_in(
            None, Client(), "/guest/x/", "come-as-guest", "get"
        )
    )

    assert "('come-as-guest', 200)" in told
