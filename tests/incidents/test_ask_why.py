"""Why somebody may see a field or may not, in sentences that name the clause."""

from __future__ import annotations

import re
from uuid import UUID

import pytest
from django.urls import reverse

from agencies.categories import Category, Purpose
from agencies.models import SeatKind
from agencies.verdicts import Bearing
from audit.refusals import NotFound
from incidents import reads, writes
from tests.agencies.browsers import as_
from tests.agencies.shares import shared
from tests.agreements import doubted
from tests.incidents.arrange import arrived, joined
from tests.world import World, seeding

LES = Category.LES


@pytest.fixture
def van(world: World) -> UUID:
    return writes.write_note(world.ana, world.fire.pk, category=LES, text="A gray van.").note


def why(world: World, van: UUID, **more: object) -> tuple[bool, dict[str, list[str]]]:
    said = reads.why(world.dev, world.fire.pk, key=f"note:{van}", field="text", **more)
    return said.allowed, {
        bearing.value: [one.sentence for one in said.of(bearing)]
        for bearing in Bearing
        if bearing != Bearing.WARNS
    }


def test_where_nothing_permits_the_answer_is_no(world: World, van: UUID) -> None:
    assert why(world, van) == (False, {"permits": [], "limits": [], "forbids": []})


def test_the_clause_that_permits_is_named(world: World, van: UUID) -> None:
    agreement = shared(world, LES)

    said = reads.why(world.dev, world.fire.pk, key=f"note:{van}", field="text")

    (reason,) = said.permits
    assert said.allowed
    assert (reason.agreement, reason.reference) == (agreement.pk, "Harbor shares, 1")
    assert reason.text_hash == agreement.text_hash


def test_a_clause_that_counsel_of_the_owner_has_not_checked_shows_nothing_and_is_named(
    world: World, van: UUID
) -> None:
    """RULE-MOU-08."""
    agreement = shared(world, LES)
    with seeding():
        doubted(agreement, world.harbor_fire)

    said = reads.why(world.dev, world.fire.pk, key=f"note:{van}", field="text")

    (warning,) = said.of(Bearing.WARNS)
    assert not said.allowed
    assert (warning.agreement, warning.reference) == (agreement.pk, "Harbor shares, 1")
    assert "Counsel of its owner has not checked" in warning.sentence


def test_what_a_clause_lacks_is_said(world: World, van: UUID) -> None:
    shared(world, LES, purpose=Purpose.HEALTH, seats=(SeatKind.COMMANDER,))

    allowed, said = why(world, van)

    assert not allowed
    assert said["limits"] == [
        "It is for a purpose that the agency has not stated: treatment and public health.",
        "It is for these seats only: commander or responder.",
    ]


def test_what_was_withdrawn_forbids(world: World, van: UUID) -> None:
    shared(world, LES)
    writes.withdraw(world.ana, world.fire.pk, partner=world.bay_ems.pk)

    allowed, said = why(world, van)

    assert not allowed
    assert said["forbids"] == ["Its owner withdrew it at this incident (Ana Lopes)."]


def test_the_law_forbids_before_any_clause(world: World) -> None:
    """RULE-CJ-01 in kind: intelligence goes to those who agreed to Part 23."""
    told = writes.write_note(world.ana, world.fire.pk, category=Category.INTEL, text="A name.")
    shared(world, Category.INTEL)

    said = reads.why(
        world.ana, world.fire.pk, key=f"note:{told.note}", field="text", agency=world.bay_ems.pk
    )

    assert not said.allowed
    assert [one.sentence for one in said.forbids] == [
        "The law asks for somebody who is: agreed to 28 CFR Part 23."
    ]


def test_nobody_is_told_the_terms_of_others(world: World, van: UUID) -> None:
    """Nor whether a row that is hidden from them exists."""
    joined(world.fire, world.ana, world.ivy)
    asked = {"key": f"note:{van}", "field": "text", "agency": world.bay_ems.pk}
    with pytest.raises(NotFound):
        reads.why(world.ivy, world.fire.pk, **asked)
    hidden = writes.write_note(world.ana, world.fire.pk, category=Category.OPS_R, text="At nine.")
    with pytest.raises(NotFound):
        reads.why(world.dev, world.fire.pk, key=f"note:{hidden.note}", field="text")


def test_a_units_card_leads_to_why_and_to_asking(world: World) -> None:
    stay = arrived(world)
    writes.withdraw(world.ana, world.fire.pk, partner=world.bay_ems.pk)
    dev, ana = as_(world.dev), as_(world.ana)

    card = dev.get(reverse("incidents:unit", args=[stay.pk])).content.decode()
    links = [link.replace("&amp;", "&") for link in re.findall(r'href="([^"]+)" data-sheet', card)]
    why, ask = (link for link in links if "/why/" in link or "/ask/" in link)

    assert "field=leader" in why
    assert ask.endswith("?category=PII")
    assert [dev.get(link).status_code for link in (why, ask)] == [200, 200]
    assert "/why/" not in ana.get(reverse("incidents:unit", args=[stay.pk])).content.decode()


@pytest.mark.parametrize(("asked", "status"), [("", 200), ("?field=text", 422)])
def test_who_asks_why_of_nothing_is_told_where_to_ask(
    world: World, asked: str, status: int
) -> None:
    address = reverse("incidents:why", args=[world.fire.pk]) + asked

    told = as_(world.ana).get(address)

    assert told.status_code == status
    assert reverse("incidents:board", args=[world.fire.pk]) in told.content.decode()
    assert as_(world.ivy).get(address).status_code == 404
