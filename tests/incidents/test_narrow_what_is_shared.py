"""Narrowing is one tap, widening is the owner's, and nothing is passed on without a clause."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from agencies.categories import Category
from audit.actors import Actor
from audit.refusals import Conflict, NotAllowed, NotFound
from audit.roads import NoSuchRoad
from audit.trail import Sought
from incidents import reads, writes
from incidents.models import Disclosure
from incidents.writes.disclosure import (
    EverybodySees,
    GivesNoTime,
    NotThere,
    StaysInside,
)
from incidents.writes.withdrawal import AlreadyRestored, EverybodyNeeds
from tests.agencies.shares import shared
from tests.incidents.arrange import joined
from tests.world import World, seeding

LES, SHUT = Category.LES, {"withheld": "LES"}


@pytest.fixture
def van(world: World) -> World:
    """Harbor County Fire wrote of a gray van, and a clause shares it with Bay City EMS."""
    writes.write_note(world.ana, world.fire.pk, category=LES, text="A gray van.")
    shared(world, LES)
    assert texts(world, world.dev) == ["A gray van."]
    return world


def texts(world: World, viewer: Actor) -> list[Any]:
    return [row["text"] for row in reads.board(viewer, world.fire.pk).of_kind("note")]


@pytest.mark.parametrize("category", [LES, ""])
def test_what_is_withdrawn_from_a_partner_outweighs_every_clause(van: World, category: str) -> None:
    gone = writes.withdraw(
        van.ana, van.fire.pk, partner=van.bay_ems.pk, category=category
    ).withdrawal
    assert texts(van, van.dev) == [SHUT]

    writes.restore(van.ana, gone)

    assert texts(van, van.dev) == ["A gray van."]
    with pytest.raises(AlreadyRestored):
        writes.restore(van.ana, gone)


def test_what_is_withdrawn_from_everybody_is_withdrawn_from_each(van: World) -> None:
    writes.withdraw(van.ana, van.fire.pk, category=LES)

    assert texts(van, van.dev) == [SHUT]


def test_only_the_owner_widens_again(van: World) -> None:
    gone = writes.withdraw(van.ana, van.fire.pk, partner=van.bay_ems.pk).withdrawal

    with pytest.raises(NotAllowed):
        writes.restore(van.dev, gone)
    with pytest.raises(NotFound):
        writes.restore(van.ivy, gone)


def test_what_everybody_needs_is_not_withdrawn_from_one(van: World) -> None:
    with pytest.raises(EverybodyNeeds):
        writes.withdraw(van.ana, van.fire.pk, partner=van.bay_ems.pk, category=Category.OPS)


def test_a_note_that_is_withdrawn_is_not_there_for_them_any_more(van: World) -> None:
    told = writes.write_note(van.ana, van.fire.pk, category=Category.OPS, text="Gate code 7.")
    assert "Gate code 7." in texts(van, van.dev)

    writes.withdraw_note(van.ana, told.note, partner=van.bay_ems.pk)

    assert texts(van, van.dev) == ["A gray van."]
    assert "Gate code 7." in texts(van, van.dora)
    assert all("Gate code" not in line.what for line in reads.timeline(van.dev, van.fire.pk).lines)


def test_sharing_outside_any_agreement_needs_a_reason_and_shows_as_such(world: World) -> None:
    writes.write_note(world.ana, world.fire.pk, category=LES, text="A gray van.")
    assert texts(world, world.dev) == [SHUT]

    made = writes.share_at_incident(
        world.ana, world.fire.pk, to=world.bay_ems.pk, category=LES, reason="Crews on foot."
    )

    assert texts(world, world.dev) == ["A gray van."]
    (partner,) = reads.sharing(world.ana, world.fire.pk).partners
    said = "shared at this incident outside any agreement: Crews on foot."
    assert said in [line.basis for line in partner.shared]
    writes.end_disclosure(world.ana, made.disclosure)
    assert texts(world, world.dev) == [SHUT]


def test_what_was_withdrawn_may_be_shared_again_on_purpose(van: World) -> None:
    writes.withdraw(van.ana, van.fire.pk, partner=van.bay_ems.pk)

    writes.share_at_incident(
        van.ana, van.fire.pk, to=van.bay_ems.pk, category=LES, reason="Needed after all."
    )

    assert texts(van, van.dev) == ["A gray van."]


def test_what_is_shared_until_a_moment_ends_by_itself(world: World) -> None:
    writes.write_note(world.ana, world.fire.pk, category=LES, text="A gray van.")
    soon = timezone.now() + timedelta(hours=1)
    writes.share_at_incident(
        world.ana, world.fire.pk, to=world.bay_ems.pk, category=LES, reason="Now.", until=soon
    )
    assert texts(world, world.dev) == ["A gray van."]

    with seeding():
        Disclosure.objects.update(until=timezone.now() - timedelta(seconds=1))

    assert texts(world, world.dev) == [SHUT]


def test_who_is_shown_nothing_may_ask_and_the_owner_answers(world: World) -> None:
    writes.write_note(world.ana, world.fire.pk, category=LES, text="A gray van.")
    asked = writes.ask_for_disclosure(
        world.dev, world.fire.pk, owner=world.harbor_fire.pk, category=LES, reason="Crew safety"
    )
    assert [one.ours for one in reads.sharing(world.ana, world.fire.pk).asks] == [True]
    with pytest.raises(NotAllowed):
        writes.answer_disclosure(world.dev, asked.disclosure, share=True)

    writes.answer_disclosure(world.ana, asked.disclosure, share=True)

    assert texts(world, world.dev) == ["A gray van."]
    with pytest.raises(NoSuchRoad):
        writes.answer_disclosure(world.ana, asked.disclosure, share=False)


def test_nothing_is_asked_for_twice(world: World) -> None:
    ask = {"owner": world.harbor_fire.pk, "category": LES, "reason": "Crew safety"}
    writes.ask_for_disclosure(world.dev, world.fire.pk, **ask)

    with pytest.raises(Conflict):
        writes.ask_for_disclosure(world.cleo, world.fire.pk, **ask)


@pytest.mark.parametrize(
    ("category", "refusal"), [(Category.OPS, EverybodySees), (Category.OWN, StaysInside)]
)
def test_some_things_are_not_shared_one_by_one(
    world: World, category: Category, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        writes.share_at_incident(
            world.ana, world.fire.pk, to=world.bay_ems.pk, category=category, reason="Why not"
        )


def test_nothing_is_shared_with_who_is_not_there_nor_until_the_past(world: World) -> None:
    said = {"category": LES, "reason": "Why not"}
    with pytest.raises(NotThere):
        writes.share_at_incident(world.ana, world.fire.pk, to=world.northfield.pk, **said)
    with pytest.raises(GivesNoTime):
        writes.share_at_incident(
            world.ana,
            world.fire.pk,
            to=world.bay_ems.pk,
            until=timezone.now() - timedelta(days=1),
            **said,
        )


def test_third_parties_do_not_learn_what_two_agree_on(van: World) -> None:
    joined(van.fire, van.ana, van.ivy)
    writes.withdraw(van.ana, van.fire.pk, partner=van.bay_ems.pk)
    writes.share_at_incident(
        van.ana, van.fire.pk, to=van.bay_ems.pk, category=Category.PHI, reason="A patient."
    )

    told = [line.kind for line in reads.timeline(van.dev, van.fire.pk).lines]
    assert {"incidents.sharing_withdrawn", "incidents.disclosure_made"} <= set(told)
    hidden = {line.kind for line in reads.timeline(van.ivy, van.fire.pk).lines}
    assert not {"incidents.sharing_withdrawn", "incidents.disclosure_made"} & hidden
    keys = reads.board(van.ivy, van.fire.pk).rows
    assert not [key for key in keys if key.startswith(("withdrawal:", "disclosure:"))]


def test_the_trail_says_who_shared_what_and_why(world: World) -> None:
    writes.share_at_incident(
        world.ana, world.fire.pk, to=world.bay_ems.pk, category=LES, reason="Crews on foot."
    )

    (line,) = reads.timeline(
        world.dev, world.fire.pk, Sought(kind="incidents.disclosure_made")
    ).lines
    assert line.what == (
        "Harbor County Fire shares LES with Bay City EMS outside any agreement: Crews on foot."
    )
