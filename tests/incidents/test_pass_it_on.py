"""Nothing is passed on without a clause that names to whom, or its owner's consent."""

from __future__ import annotations

from typing import Any

import pytest

from agencies import reads as agency_reads
from agencies.categories import Category, Onward
from agencies.models import Clause
from audit.actors import Actor
from audit.trail import Sought
from incidents import reads, writes
from incidents.writes.disclosure import NotYoursToPassOn
from tests.agencies.shares import shared
from tests.incidents.arrange import joined
from tests.world import World

LES, SHUT = Category.LES, {"withheld": "LES"}


@pytest.fixture
def van(world: World) -> World:
    """Harbor County Fire wrote of a gray van, and a clause shares it with Bay City EMS."""
    writes.write_note(world.ana, world.fire.pk, category=LES, text="A gray van.")
    shared(world, LES)
    return world


def texts(world: World, viewer: Actor) -> list[Any]:
    return [row["text"] for row in reads.board(viewer, world.fire.pk).of_kind("note")]


def test_what_is_shared_is_not_passed_on_without_a_clause(van: World) -> None:
    """No chain from A by B to C."""
    joined(van.fire, van.ana, van.ivy)

    with pytest.raises(NotYoursToPassOn):
        writes.pass_on(
            van.dev,
            van.fire.pk,
            owner=van.harbor_fire.pk,
            to=van.northfield.pk,
            category=LES,
            reason="Linemen",
        )


def passed_on(world: World) -> Any:
    return writes.pass_on(
        world.dev,
        world.fire.pk,
        owner=world.harbor_fire.pk,
        to=world.northfield.pk,
        category=LES,
        reason="Linemen",
    )


def test_what_a_clause_names_an_agency_for_is_passed_on_to_it(world: World) -> None:
    writes.write_note(world.ana, world.fire.pk, category=LES, text="A gray van.")
    joined(world.fire, world.ana, world.ivy)
    shared(world, LES, onward=Onward.NAMED, onward_to=(world.northfield.pk,))
    assert texts(world, world.ivy) == [SHUT]

    passed_on(world)

    assert texts(world, world.ivy) == ["A gray van."]
    writes.withdraw(world.ana, world.fire.pk, partner=world.northfield.pk)
    assert texts(world, world.ivy) == [SHUT]


def test_the_receipt_names_the_clause_and_the_version_that_it_then_had(van: World) -> None:
    """Of what is passed on as well: an amended clause is not shown for an earlier look."""
    writes.write_note(van.ana, van.fire.pk, category=LES, text="A gray van.")
    joined(van.fire, van.ana, van.ivy)
    shared(van, LES, onward=Onward.NAMED, onward_to=(van.northfield.pk,))
    passed_on(van)

    reads.board(van.ivy, van.fire.pk)

    look = agency_reads.who_looked(van.ana, Sought(person="Ivy")).lines[0]
    (by,) = [one for one in look.fact["opens"] if one["sort"] == "passed_on"]
    clause = Clause.objects.get(pk=by["clause"])
    assert by["version"] == clause.version


def test_what_needs_consent_waits_for_the_owner_each_time(world: World) -> None:
    writes.write_note(world.ana, world.fire.pk, category=LES, text="A gray van.")
    joined(world.fire, world.ana, world.ivy)
    shared(world, LES, onward=Onward.CONSENT)

    asked = passed_on(world)

    assert texts(world, world.ivy) == [SHUT]
    writes.answer_disclosure(world.ana, asked.disclosure, share=True)
    assert texts(world, world.ivy) == ["A gray van."]
