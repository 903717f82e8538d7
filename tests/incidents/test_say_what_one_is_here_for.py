"""What somebody is here for: asked once, kept for them there, on each record of a look."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from agencies import reads as agencies
from agencies.categories import Category, Purpose
from agencies.reads.frames import View, Want, frames
from audit.actors import Actor
from audit.trail import Sought
from incidents import reads, writes
from incidents.models import StatedPurpose
from incidents.writes.purpose import NotWhatYourAgencyIsHereFor, SameAsBefore
from tests.agencies.browsers import as_
from tests.incidents.readers import pk_of
from tests.world import World

HEALTH, INCIDENT = Purpose.HEALTH, Purpose.INCIDENT


@pytest.fixture
def health(world: World) -> World:
    """Bay City EMS is at the fire to treat people, too, and Harbor has written something down."""
    writes.write_note(world.ana, world.fire.pk, category=Category.OPS, text="Wind turns.")
    writes.state_purposes(world.dev, world.fire.pk, purposes=frozenset({HEALTH}))
    return world


def last_look(world: World, person: str) -> Any:
    """The newest line of Harbor's log of somebody's looks."""
    return agencies.who_looked(world.dora, Sought(person=person)).lines[0].fact


def says(who: Actor, world: World, purpose: Purpose) -> None:
    writes.state_purpose(who, world.fire.pk, purpose=purpose)


def test_a_look_is_recorded_with_the_purpose_that_held(health: World) -> None:
    """RULE-PRIV-02: each record keeps the purpose of its time."""
    says(health.cleo, health, HEALTH)
    reads.board(health.cleo, health.fire.pk)
    assert last_look(health, "Cleo")["purposes"] == ["health"]

    says(health.cleo, health, INCIDENT)
    reads.board(health.cleo, health.fire.pk)

    seen = agencies.who_looked(health.dora, Sought(person="Cleo")).lines
    boards = [line.fact["purposes"] for line in seen if line.fact["read"].endswith("board.board")]
    assert boards == [["incident"], ["health"]]


def test_who_has_said_nothing_helps_to_run_the_incident(health: World) -> None:
    says(health.cleo, health, HEALTH)

    reads.board(health.dev, health.fire.pk)

    assert last_look(health, "Dev")["purposes"] == ["incident"]


def test_a_frame_is_recorded_with_what_those_present_look_for(health: World) -> None:
    says(health.cleo, health, HEALTH)
    stream = f"incident:{health.fire.pk}"
    there = frozenset({pk_of(health.cleo), pk_of(health.dev)})

    frames(stream, [Want(View.of(stream, health.cleo), 0, present=there)])

    assert last_look(health, "")["purposes"] == ["health", "incident"]


def test_it_is_asked_once_and_kept(health: World) -> None:
    assert reads.here_for(health.cleo, health.fire.pk).asks

    says(health.cleo, health, HEALTH)

    said = reads.here_for(health.cleo, health.fire.pk)
    assert (said.purpose, said.asks) == ("health", False)
    assert reads.here_for(health.dev, health.fire.pk).asks
    assert StatedPurpose.objects.count() == 1


def test_it_holds_for_as_long_as_the_agency_is_there_for_it(health: World) -> None:
    """RULE-PRIV-02: no look is recorded for a purpose that opened nothing."""
    says(health.cleo, health, HEALTH)
    writes.state_purposes(health.dev, health.fire.pk, purposes=frozenset())

    reads.board(health.cleo, health.fire.pk)

    assert last_look(health, "Cleo")["purposes"] == ["incident"]
    said = reads.here_for(health.cleo, health.fire.pk)
    assert (said.purpose, said.stated_at, said.asks) == ("incident", None, False)


def test_nobody_is_asked_who_has_no_choice(world: World) -> None:
    assert not reads.here_for(world.cleo, world.fire.pk).asks


def test_nobody_looks_for_what_their_agency_is_not_here_for(health: World) -> None:
    says(health.cleo, health, HEALTH)

    with pytest.raises(NotWhatYourAgencyIsHereFor):
        says(health.cleo, health, Purpose.INVESTIGATION)
    with pytest.raises(SameAsBefore):
        says(health.cleo, health, HEALTH)


def test_the_board_asks_until_it_is_said_and_the_owner_reads_it(health: World) -> None:
    cleo = as_(health.cleo)
    board = reverse("incidents:board", args=[health.fire.pk])
    address = reverse("incidents:here-for", args=[health.fire.pk])
    assert "What are you here for?" in cleo.get(board).content.decode()

    assert cleo.post(address, {"purpose": "nonsense"}).status_code == 422
    assert cleo.post(address, {"purpose": "health"}).status_code == 302

    page = cleo.get(board).content.decode()
    assert "What are you here for?" not in page
    assert "Here for: Treatment and public health" in page
    log = as_(health.dora).get("/who-looked/").content.decode()
    assert "treatment and public health" in log


def test_it_is_said_by_api_too(health: World) -> None:
    cleo = as_(health.cleo)
    door = f"/api/v1/sharing/{health.fire.pk}/here-for/"

    told = cleo.post(
        door,
        {"purpose": "health"},
        content_type="application/json",
        headers={"Idempotency-Key": "once"},
    )

    assert told.status_code == 200
    assert cleo.get(door).json()["purpose"] == "health"
