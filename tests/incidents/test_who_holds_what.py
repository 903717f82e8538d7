"""What a viewer holds: by clause, purpose, seat, clearance; whole, in part, or that it is."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from agencies import writes as agency_writes
from agencies.categories import Category, ClearanceKind, Masking, Purpose
from agencies.grants import Viewer
from agencies.models import CheckItem, SeatKind
from agencies.reads.directory import DIRECTORY
from audit import walls
from audit.actors import Actor
from incidents import reads, writes
from incidents.models import Incident, Participation
from incidents.reads.views import grants_of_all
from incidents.writes.note import CategoryIsOff, NotCleared
from tests.agencies.shares import OPERATOR, checklist_done, cleared, shared
from tests.world import World, seeding

CJIS = ClearanceKind.CJIS


def note(world: World, category: Category, by: Actor | None = None) -> None:
    writes.write_note(by or world.ana, world.fire.pk, category=category, text="Pat Roe, 555-0147")


def texts(world: World, viewer: Actor) -> list[Any]:
    return [row["text"] for row in reads.board(viewer, world.fire.pk).of_kind("note")]


def test_sharing_needs_a_clause_in_force_and_being_there(world: World) -> None:
    """RULE-PRIV-02: deny by default across agencies."""
    note(world, Category.LES)
    assert texts(world, world.dev) == [{"withheld": "LES"}]  # he is there, and knows of it

    shared(world, Category.LES)

    assert texts(world, world.dev) == ["Pat Roe, 555-0147"]


def test_a_clause_holds_for_the_purpose_that_was_stated(world: World) -> None:
    """RULE-PRIV-02: and purpose."""
    note(world, Category.LES)
    shared(world, Category.LES, purpose=Purpose.HEALTH)
    assert texts(world, world.dev) == [{"withheld": "LES"}]

    writes.state_purposes(world.dev, world.fire.pk, purposes=frozenset({Purpose.HEALTH}))

    assert texts(world, world.dev) == ["Pat Roe, 555-0147"]


def test_a_clause_for_some_seats_is_for_no_others(world: World) -> None:
    """RULE-PRIV-02: and user role."""
    note(world, Category.LES)
    shared(world, Category.LES, seats=(SeatKind.COMMANDER,))

    assert texts(world, world.cleo) == ["Pat Roe, 555-0147"]
    assert texts(world, world.dev) == [{"withheld": "LES"}]


def test_a_clause_may_ask_for_sworn_officers(world: World) -> None:
    note(world, Category.LES)
    shared(world, Category.LES, needs=(ClearanceKind.SWORN,))

    assert texts(world, cleared(world.cleo, ClearanceKind.SWORN)) == ["Pat Roe, 555-0147"]
    assert texts(world, world.cleo) == [{"withheld": "LES"}]


def test_what_is_shared_in_part_shows_the_last_digits(world: World) -> None:
    """RULE-PRIV-03: minimum necessary."""
    note(world, Category.LES)
    shared(world, Category.LES, masking=Masking.PARTIAL)

    assert texts(world, world.dev) == ["…47"]


def test_what_is_shared_as_existing_is_withheld_and_not_hidden(world: World) -> None:
    """RULE-PRIV-03: minimum necessary."""
    note(world, Category.OPS_R)
    assert texts(world, world.dev) == []

    shared(world, Category.OPS_R, masking=Masking.EXISTENCE)

    assert texts(world, world.dev) == [{"withheld": "OPS-R"}]


def test_what_one_clause_shows_whole_no_other_masks(world: World) -> None:
    note(world, Category.LES)
    shared(world, Category.LES, masking=Masking.PARTIAL)
    shared(world, Category.LES)

    assert texts(world, world.dev) == ["Pat Roe, 555-0147"]


@pytest.mark.parametrize(("incident_only", "seen"), [(True, {"withheld": "LES"}), (False, "L.")])
def test_what_a_giver_leaves_behind_stays_shared_where_its_clause_says_so(
    world: World, incident_only: bool, seen: Any
) -> None:
    writes.write_note(world.ana, world.fire.pk, category=Category.LES, text="L.")
    shared(world, Category.LES, incident_only=incident_only)
    assert texts(world, world.dev) == ["L."]

    with seeding():
        Participation.objects.filter(agency=world.harbor_fire).update(status="left")

    assert texts(world, world.dev) == [seen]


@pytest.mark.parametrize(("ago", "seen"), [(29, "L."), (31, {"withheld": "LES"})])
def test_what_is_kept_for_days_is_withheld_when_they_are_over(
    world: World, ago: int, seen: Any
) -> None:
    writes.write_note(world.ana, world.fire.pk, category=Category.LES, text="L.")
    shared(world, Category.LES, retention_days=30)

    with seeding():
        Incident.objects.filter(pk=world.fire.pk).update(
            status="closed",
            opened_at=timezone.now() - timedelta(days=60),
            closed_at=timezone.now() - timedelta(days=ago),
        )

    assert texts(world, world.dev) == [seen]


def test_criminal_justice_data_is_off_until_the_checklist_is_done(world: World) -> None:
    """RULE-CJ-02."""
    ana = cleared(world.ana, CJIS)
    with pytest.raises(CategoryIsOff):
        note(world, Category.CJI, ana)

    checklist_done()
    note(world, Category.CJI, ana)
    assert texts(world, ana) == ["Pat Roe, 555-0147"]

    agency_writes.withdraw_item(OPERATOR, DIRECTORY, item=CheckItem.MFA, ground="Expired")
    assert texts(world, ana) == []


def test_without_clearance_nobody_opens_criminal_justice_data(world: World) -> None:
    """RULE-CJ-01: not even inside an incident, and not even of one's own agency."""
    checklist_done()
    shared(world, Category.CJI, Category.CHRI)
    note(world, Category.CJI, cleared(world.ana, CJIS))

    assert texts(world, world.ana) == texts(world, world.dev) == []
    assert texts(world, cleared(world.dev, CJIS)) == ["Pat Roe, 555-0147"]
    with pytest.raises(NotCleared):
        note(world, Category.CHRI)


def test_criminal_intelligence_goes_to_those_who_agreed_to_part_23(world: World) -> None:
    note(world, Category.INTEL)
    shared(world, Category.INTEL)

    assert texts(world, world.dev) == []
    assert texts(world, cleared(world.dev, ClearanceKind.PART_23)) == ["Pat Roe, 555-0147"]


def test_what_all_views_of_an_incident_hold_is_one_question(world: World) -> None:
    shared(world, Category.LES, seats=(SeatKind.COMMANDER,))
    people = (world.ana, world.ben, world.dora, world.cleo, world.dev, world.ivy)
    viewers = frozenset(Viewer.of(person) for person in people)

    with walls.beyond("tests"), CaptureQueriesContext(connection) as asked:
        held = grants_of_all(viewers, world.fire.pk)

    assert len(asked) == 1
    assert Viewer.of(world.ivy) not in held
    assert held[Viewer.of(world.cleo)].terms != held[Viewer.of(world.dev)].terms
    assert held[Viewer.of(world.ana)].terms == held[Viewer.of(world.dora)].terms
