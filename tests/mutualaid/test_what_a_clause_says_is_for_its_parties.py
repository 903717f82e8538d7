"""Everybody at an incident sees how far a request is; its clauses are read by their parties."""

from __future__ import annotations

from typing import Any

import orjson
import pytest
from django.utils import timezone

from incidents import reads as incident_reads
from incidents.lifecycle import ParticipationStatus
from incidents.models import Participation, Role
from mutualaid import reads
from mutualaid.models import OrderLine
from mutualaid.reads.requests import Step
from tests.mutualaid.region import Region, ended, lapse, offered, submitted
from tests.world import seeding

SHUT = {"withheld": "OWN"}


@pytest.fixture
def line(region: Region) -> OrderLine:
    """Harbor County Fire asks its neighbors. Valley County EMS is at the fire, and looks on."""
    with seeding():
        Participation.objects.create(
            incident=region.world.fire,
            agency=region.valley,
            role=Role.ASSISTING,
            status=ParticipationStatus.ACCEPTED,
            invited_at=timezone.now(),
            joined_at=timezone.now(),
        )
    return submitted(region)


def first_step(region: Region, line: OrderLine, who: Any) -> Step:
    return reads.request(who, line.request_id).lines[0].ladder[0]


def test_who_looks_on_sees_the_tier_the_time_and_how_many(region: Region, line: OrderLine) -> None:
    step = first_step(region, line, region.vera)

    assert (step.rung["tier"], step.rung["status"], step.rung["planned"]) == (2, "asked", 2)
    assert step.rung["due_at"]
    assert len(step.answers) == 2


def test_who_looks_on_reads_no_clause(region: Region, line: OrderLine) -> None:
    step = first_step(region, line, region.vera)

    assert step.rung["plan"] == SHUT
    for answer in step.answers:
        assert (answer["clause"], answer["clause_id"], answer["clause_text"]) == (SHUT,) * 3


def test_no_board_page_or_frame_says_to_others_what_a_clause_says(
    region: Region, line: OrderLine
) -> None:
    def said(who: Any) -> str:
        board = incident_reads.board(who, region.world.fire.pk).rows
        return orjson.dumps(board, default=str).decode()

    assert "supply_duty." in said(region.dora)
    for words in ("supply_duty.", "max_quantity", "agreement_title"):
        assert words not in said(region.vera)


def test_the_requester_reads_the_clauses_that_it_asks_under(
    region: Region, line: OrderLine
) -> None:
    step = first_step(region, line, region.dora)

    assert [one["text"] for one in step.rung["plan"]] == ["supply_duty."] * 2
    assert {one["clause_text"] for one in step.answers} == {"supply_duty."}


def test_who_is_asked_reads_its_own_clause_and_no_other(region: Region, line: OrderLine) -> None:
    answers = first_step(region, line, region.dev).answers

    by_agency = {one["agency_name"]: one["clause_text"] for one in answers}
    assert by_agency == {"Bay City EMS": "supply_duty.", "Eastport Fire": SHUT}


def test_whose_clause_lapsed_is_told_to_the_requester_alone(
    region: Region, line: OrderLine
) -> None:
    ended(region.with_valley)
    lapse(line)

    def passed_over(who: Any) -> Step:
        return reads.request(who, line.request_id).lines[0].ladder[1]

    assert "Valley County EMS" in passed_over(region.dora).changed
    assert passed_over(region.dev).changed == ""
    assert "Valley" not in passed_over(region.dev).rung["note"]


def test_the_trail_does_not_say_whose_clause_lapsed(region: Region, line: OrderLine) -> None:
    ended(region.with_valley)
    lapse(line)

    told = reads.history(region.dev, line.request_id)

    assert "Agreements have changed since this was planned." in {one.reason for one in told}
    assert not any("Valley" in one.reason for one in told)


def test_an_offer_is_read_with_its_clause_by_the_two_it_is_between(
    region: Region, line: OrderLine
) -> None:
    one = offered(region.dev, line, region.world.ambulances[:1])

    assert reads.offer(region.dora, line.request_id, one.pk)["clause_text"] == "supply_duty."
    assert reads.offer(region.vera, line.request_id, one.pk)["clause_text"] == SHUT
