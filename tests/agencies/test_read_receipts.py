"""Receipts: who of which partner saw which of ours, through which door and clause, added up."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from agencies import reads
from agencies.categories import Category
from agencies.models import Account, Agreement, Clause
from audit.actors import Actor
from audit.streams import of_incident
from audit.trail import Sought
from incidents import reads as incident_reads
from incidents import writes
from tests.agencies.shares import shared
from tests.world import World

LES, PHI = Category.LES, Category.PHI
NOBODY: list[int] = []


@pytest.fixture
def looked(world: World) -> Agreement:
    """Dev saw a gray van by a clause, on a page; Cleo a list of incidents, through the API."""
    writes.write_note(world.ana, world.fire.pk, category=LES, text="A gray van.")
    writes.write_note(world.ana, world.fire.pk, category=PHI, text="Burns.")
    agreement = shared(world, LES)
    incident_reads.board(world.dev, world.fire.pk)
    incident_reads.incidents(replace(world.cleo, via="api"))
    return agreement


def browser(actor: Actor) -> Client:
    client = Client()
    client.force_login(Account.objects.get(member=actor.member_id))
    return client


def clause_of(agreement: Agreement) -> UUID:
    return Clause.objects.get(agreement=agreement).pk


def lines_of(world: World, sought: Sought) -> list[str]:
    """Who was shown it, without the looks at the log itself."""
    found = reads.who_looked(world.ana, sought).lines
    theirs = [line for line in found if line.actor["agency"] == "Bay City EMS"]
    return [line.actor["name"] for line in theirs]


def of_fire(world: World, _agreement: Agreement) -> Sought:
    return Sought(about=of_incident(world.fire.pk))


FILTERS: list[tuple[Callable[[World, Agreement], Sought], list[str]]] = [
    (of_fire, ["Dev Rao"]),
    (lambda w, a: Sought(about=of_incident(uuid4())), []),
    (lambda w, a: Sought(category="LES"), ["Dev Rao"]),
    (lambda w, a: Sought(category="PHI"), []),
    (lambda w, a: Sought(clause=clause_of(a)), ["Dev Rao"]),
    (lambda w, a: Sought(clause=clause_of(a), category="LES"), ["Dev Rao"]),
    (lambda w, a: Sought(clause=clause_of(a), category="OPS"), []),
    (lambda w, a: Sought(clause=uuid4()), []),
    (lambda w, a: Sought(door="api"), ["Cleo Marsh"]),
    (lambda w, a: Sought(door="page", category="LES"), ["Dev Rao"]),
    (lambda w, a: Sought(), ["Cleo Marsh", "Dev Rao"]),
]


@pytest.mark.parametrize(("filters", "found"), FILTERS)
def test_receipts_are_found_by_what_was_seen_and_how(
    world: World,
    looked: Agreement,
    filters: Callable[[World, Agreement], Sought],
    found: list[str],
) -> None:
    assert lines_of(world, filters(world, looked)) == found


def test_a_filter_leaves_the_order_as_it_is(world: World, looked: Agreement) -> None:
    """AU-7: what remains stands as it stood, newest first."""
    for _ in range(3):
        incident_reads.board(world.dev, world.fire.pk)
    everything = [line.seq for line in reads.who_looked(world.ana, Sought()).lines]

    found = [line.seq for line in reads.who_looked(world.ana, Sought(category="LES")).lines]

    assert found == sorted(found, reverse=True)
    assert found == [seq for seq in everything if seq in found]


def test_receipts_are_added_up_by_partner_category_and_clause(
    world: World, looked: Agreement
) -> None:
    incident_reads.board(world.dev, world.fire.pk)

    totals = reads.look_totals(world.ana, Sought())

    (bay,) = totals.partners
    assert (bay.key, bay.said, bay.looks, bay.people) == (
        str(world.bay_ems.pk), "Bay City EMS", 3, 2,
    )  # fmt: skip
    assert {one.key: one.looks for one in totals.categories}["LES"] == 2
    (clause,) = [one for one in totals.openings if one.sort == "clause"]
    assert (clause.key, clause.said, clause.version is not None, clause.looks, clause.rows) == (
        str(clause_of(looked)), "Harbor shares, 1", True, 2, 2,
    )  # fmt: skip


def test_totals_are_of_what_was_sought(world: World, looked: Agreement) -> None:
    by_clause = reads.look_totals(world.ana, Sought(clause=clause_of(looked)))
    by_nobody = reads.look_totals(world.ana, Sought(person="nobody"))

    assert [one.looks for one in by_clause.partners] == [1]
    assert (by_nobody.partners, by_nobody.categories, by_nobody.openings) == ((), (), ())


def test_totals_are_of_thirty_days_where_no_time_is_said(world: World, looked: Agreement) -> None:
    past = Sought(until=timezone.now() - timedelta(days=1))

    assert reads.look_receipts(world.ana, Sought()).lately
    assert not reads.look_receipts(world.ana, past).lately
    assert reads.look_totals(world.ana, past).partners == ()


def test_adding_up_is_a_look_at_the_log_too(world: World, looked: Agreement) -> None:
    reads.look_totals(world.ana, Sought())

    newest = reads.who_looked(world.ana, Sought()).lines[0]
    assert (newest.actor["name"], newest.fact["rows"]) == ("Ana Lopes", ["access_log"])


def test_the_viewers_agency_has_no_receipts_of_it(world: World, looked: Agreement) -> None:
    assert reads.look_totals(world.dev, Sought()).partners == ()
    assert reads.look_totals(world.ivy, Sought()).partners == ()


def test_the_page_filters_adds_up_and_offers_to_narrow(world: World, looked: Agreement) -> None:
    clause = clause_of(looked)

    page = browser(world.dora).get(reverse("agencies:who-looked"), {"clause": str(clause)})

    said = page.content.decode()
    assert "Dev Rao" in said
    assert "Cleo Marsh" not in said
    assert "Withdraw LES" in said
    assert f"?clause={clause}" in said
    assert 'value="Pier' not in said


def test_the_owner_reads_the_grounds_as_the_owner(world: World, looked: Agreement) -> None:
    """What was said to whoever looked was said to them: "your agency" is not the owner's."""
    page = browser(world.dora).get(reverse("agencies:who-looked")).content.decode()

    assert "their agency is at this incident" in page
    assert "your agency is at this incident" not in page


def test_what_opened_a_look_is_withdrawn_from_there_by_one_tap(
    world: World, looked: Agreement
) -> None:
    tap = {"partner": str(world.bay_ems.pk), "category": "LES"}

    browser(world.dora).post(reverse("incidents:withdraw", args=[world.fire.pk]), tap)

    shown = incident_reads.board(world.dev, world.fire.pk).of_kind("note")
    assert {"withheld": "LES"} in [row["text"] for row in shown]


@pytest.mark.parametrize(
    "odd",
    [
        {"clause": "x"},
        {"clause": str(uuid4())},
        {"category": "NONE"},
        {"door": "window"},
        {"incident": "x"},
        {"incident": str(uuid4())},
        {"since": "9999-12-31", "until": "0001-01-01"},
        {"before": "-1"},
    ],
)
def test_odd_filters_are_harmless(world: World, looked: Agreement, odd: dict[str, str]) -> None:
    assert browser(world.dora).get(reverse("agencies:who-looked"), odd).status_code == 200


def test_a_copy_names_what_opened_each_look(world: World, looked: Agreement) -> None:
    bay_shows = browser(world.dev)
    writes.write_note(world.dev, world.fire.pk, category=Category.PII, text="=HYPERLINK(1)")
    incident_reads.board(world.ana, world.fire.pk)

    answer: Any = bay_shows.post(
        reverse("agencies:export-looks"), {"category": "PII", "person": "ana"}
    )

    (row,) = csv.DictReader(io.StringIO(answer.getvalue().decode()))
    assert "(PII)" in row["opened_by"]
    assert row["clauses"].count("-") == 4
    told = reads.agency_trail(world.dev, Sought(kind="agencies.access_log_exported")).lines[0]
    assert sorted(told.fact["sought"]) == ["category: PII", "person: ana"]


def test_other_systems_ask_the_same(world: World, looked: Agreement) -> None:
    client = browser(world.ana)
    asked = {"clause": str(clause_of(looked)), "incident": str(world.fire.pk), "door": "page"}

    page, totals = client.get("/api/v1/looks/", asked), client.get("/api/v1/looks/totals/", asked)

    assert [line["actor"]["name"] for line in page.json()["lines"]] == ["Dev Rao"]
    assert [one["looks"] for one in totals.json()["partners"]] == [1]
    assert client.get("/api/v1/looks/totals/", {"door": "window"}).status_code == 400
