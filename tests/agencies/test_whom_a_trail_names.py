"""A ledger names people of other agencies, and says no more of them than that agency shares."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from agencies import reads, writes
from audit.trail import Line, Sought
from tests.agencies.acts import executed, hash_of, sent
from tests.agencies.test_those_who_check import browser, table
from tests.world import World

EVERYTHING = Sought()
ADDRESS = "203.0.113.7"
SHUT = {"withheld": "OWN"}


@pytest.fixture
def agreement(world: World) -> UUID:
    """Signed by Dora of Harbor County Fire and by Dev of Bay City EMS, each from their desk."""
    pk = sent(world)
    for signatory in (world.dora, world.dev):
        writes.sign_agreement(replace(signatory, origin=ADDRESS), pk, text_hash=hash_of(pk))
    return pk


def signing_by(name: str, lines: tuple[Line, ...]) -> Line:
    return next(
        line
        for line in lines
        if (line.kind, line.actor["name"]) == ("agencies.agreement_signed", name)
    )


def test_a_trail_names_another_agencys_signatory_and_no_more(world: World, agreement: UUID) -> None:
    lines = reads.agency_trail(world.dev, EVERYTHING).lines

    assert signing_by("Dora Weiss", lines).actor == {
        "name": "Dora Weiss",
        "agency": "Harbor County Fire",
        "agency_id": str(world.harbor_fire.pk),
        "via": "page",
        "member_id": SHUT,
        "seats": SHUT,
        "origin": SHUT,
    }


def test_a_trail_says_of_ones_own_people_where_they_were(world: World, agreement: UUID) -> None:
    own = signing_by("Dev Rao", reads.agency_trail(world.dev, EVERYTHING).lines).actor

    assert (own["origin"], own["member_id"]) == (ADDRESS, str(world.dev.member_id))
    assert "signatory" in own["seats"]


def test_the_log_of_looks_says_in_which_seat_and_not_from_which_address(world: World) -> None:
    reads.agreement(replace(world.dev, origin=ADDRESS), executed(world))

    viewer = reads.who_looked(world.ana, EVERYTHING).lines[0].actor

    assert (viewer["name"], "dispatcher" in viewer["seats"]) == ("Dev Rao", True)
    assert (viewer["origin"], viewer["member_id"]) == (SHUT, SHUT)


def test_a_copy_says_no_more_than_the_page(world: World, agreement: UUID) -> None:
    copy = table(browser(world.dev).post("/agency/trail/export/"))

    by_person = {row["person"]: row for row in copy if row["kind"] == "agencies.agreement_signed"}
    assert (by_person["Dora Weiss"]["origin"], by_person["Dora Weiss"]["seats"]) == (
        "withheld: OWN",
        "withheld: OWN",
    )
    assert by_person["Dev Rao"]["origin"] == ADDRESS


def test_the_page_does_not_show_another_agencys_address(world: World, agreement: UUID) -> None:
    page = browser(world.dora).get("/agency/trail/").content.decode()

    assert page.count("Dev Rao")
    assert page.count(ADDRESS) == 1
