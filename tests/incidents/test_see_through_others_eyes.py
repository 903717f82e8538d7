"""See it as they do, and who can see this."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.urls import reverse

from agencies import reads as agency_reads
from agencies.categories import Category, ClearanceKind, Tlp
from agencies.models import SeatKind
from audit.refusals import NotFound
from audit.trail import Sought
from incidents import reads, writes
from tests.agencies.browsers import as_
from tests.agencies.shares import shared
from tests.incidents import guests
from tests.incidents.arrange import joined
from tests.incidents.readers import pk_of
from tests.world import World

LES = Category.LES


@pytest.fixture
def van(world: World) -> UUID:
    return writes.write_note(world.ana, world.fire.pk, category=LES, text="A gray van.").note


def looking(world: World, **eyes: Any) -> reads.SeenAs:
    """Harbor looks through the eyes of Bay, if of nobody else."""
    through = reads.Eyes(**{"partner": world.bay_ems.pk} | eyes)
    return reads.seen_as(world.ana, world.fire.pk, eyes=through)


def test_the_owner_sees_its_rows_exactly_as_a_partners_seat_does(world: World, van: UUID) -> None:
    shared(world, LES, seats=(SeatKind.COMMANDER,))

    for seats, viewer in (({"commander"}, world.cleo), ({"dispatcher"}, world.dev)):
        seen = looking(world, seats=frozenset(seats))
        key = f"note:{van}"
        assert (
            seen.snapshot.rows[key]["text"] == reads.board(viewer, world.fire.pk).rows[key]["text"]
        )


def test_through_anothers_eyes_nobody_sees_more_than_with_their_own(world: World) -> None:
    """Bay's own secret is not Harbor's to see by looking as Bay."""
    told = writes.write_note(world.cleo, world.fire.pk, category=Category.OPS_R, text="Entry at 9")

    seen = looking(world)

    assert f"note:{told.note}" not in seen.snapshot.rows


def test_looking_through_their_eyes_leaves_a_line_in_ones_own_log(world: World) -> None:
    looking(world)

    line = agency_reads.who_looked(world.dora, Sought(person="Ana")).lines[0]
    assert line.fact["rows"] == [f"seen_as:{world.bay_ems.pk}"]


def test_who_is_not_there_has_no_eyes_to_look_through(world: World) -> None:
    with pytest.raises(NotFound):
        looking(world, partner=world.northfield.pk)


def test_who_can_see_a_note_is_said_down_to_names(world: World, van: UUID) -> None:
    shared(world, LES, seats=(SeatKind.COMMANDER,))

    seen = {
        (one.agency_name, one.sees): (one.names, one.because)
        for one in reads.who_sees_note(world.ana, van).audiences
    }

    assert seen["Bay City EMS", "whole"][0] == ("Cleo Marsh",)
    assert "Harbor shares, 1" in seen["Bay City EMS", "whole"][1]
    assert seen["Bay City EMS", "marked"][0] == ("Dev Rao",)
    assert seen["Harbor County Fire", "whole"][0] == ("Ana Lopes", "Ben Okafor", "Dora Weiss")


def test_a_red_note_says_whom_it_names(world: World) -> None:
    told = writes.write_note(
        world.ana,
        world.fire.pk,
        category=Category.OPS,
        text="Gate.",
        tlp=Tlp.RED,
        recipients=(pk_of(world.cleo),),
    )

    seen = reads.who_sees_note(world.ana, told.note).audiences

    assert {name for one in seen if one.sees == "whole" for name in one.names} == {
        "Ana Lopes",
        "Cleo Marsh",
    }


def test_who_sees_a_note_is_its_own_agencys_to_know(world: World, van: UUID) -> None:
    with pytest.raises(NotFound):
        reads.who_sees_note(world.dev, van)


def test_a_person_is_looked_through_by_name_and_in_the_seats_they_hold(
    world: World, van: UUID
) -> None:
    shared(world, LES, seats=(SeatKind.COMMANDER,))
    cleo, dev = (looking(world, person=pk_of(one)) for one in (world.cleo, world.dev))

    key = f"note:{van}"
    assert cleo.snapshot.rows[key]["text"] == "A gray van."
    assert dev.snapshot.rows[key]["text"] == {"withheld": "LES"}
    assert {one.name for one in cleo.people} == {"Cleo Marsh", "Dev Rao"}


def test_whom_a_red_note_names_sees_it_through_their_own_eyes_only(world: World) -> None:
    said = {"category": Category.OPS, "text": "Gate.", "tlp": Tlp.RED}
    told = writes.write_note(world.ana, world.fire.pk, recipients=(pk_of(world.cleo),), **said)

    key = f"note:{told.note}"
    assert key in looking(world, person=pk_of(world.cleo)).snapshot.rows
    assert key not in looking(world, person=pk_of(world.dev)).snapshot.rows


def test_whom_somebody_else_named_is_not_found_out_through_eyes(world: World) -> None:
    """TLP:RED: not even who is named as well learns of the others."""
    joined(world.fire, world.ana, world.ivy)
    named = (pk_of(world.ana), pk_of(world.cleo))
    said = {"category": Category.OPS, "text": "Gate.", "tlp": Tlp.RED}
    told = writes.write_note(world.ivy, world.fire.pk, recipients=named, **said)

    key = f"note:{told.note}"
    assert key in reads.board(world.ana, world.fire.pk).rows
    for person in (world.cleo, world.dev):
        assert key not in looking(world, person=pk_of(person)).snapshot.rows


def test_a_red_note_is_neither_told_of_nor_opened_by_whom_it_does_not_name(world: World) -> None:
    said = {"category": Category.OPS, "text": "Gate.", "tlp": Tlp.RED}
    told = writes.write_note(world.ana, world.fire.pk, recipients=(pk_of(world.cleo),), **said)

    with pytest.raises(NotFound):
        reads.who_sees_note(world.ben, told.note)
    with pytest.raises(NotFound):
        writes.relabel_note(world.ben, told.note, tlp="", version=1)
    assert as_(world.ben).get(reverse("incidents:label-note", args=[told.note])).status_code == 404


def test_a_share_is_looked_at_before_it_is_made(world: World, van: UUID) -> None:
    now, then = looking(world), looking(world, would=LES)

    key = f"note:{van}"
    assert (now.snapshot.rows[key]["text"], now.gained) == ({"withheld": "LES"}, ())
    assert (then.snapshot.rows[key]["text"], then.gained) == ("A gray van.", (key,))
    assert reads.board(world.dev, world.fire.pk).rows[key]["text"] == {"withheld": "LES"}


def test_what_the_law_keeps_no_share_that_is_thought_of_opens(world: World) -> None:
    """RULE-CJ-01: what needs a clearance stays shut, before and after."""
    writes.write_note(world.ana, world.fire.pk, category=Category.INTEL, text="A name.")

    assert looking(world, would=Category.INTEL).gained == ()
    cleared = frozenset({ClearanceKind.PART_23})
    assert len(looking(world, would=Category.INTEL, clearances=cleared).gained) == 1


def test_a_guest_has_eyes_too(world: World, van: UUID) -> None:
    kim = guests.id_of(guests.came(world))

    seen = looking(world, partner=kim)

    assert seen.partner_name == "Kim Roe"
    assert seen.snapshot.rows[f"note:{van}"]["text"] == {"withheld": "LES"}


def test_nobody_of_another_agency_lends_their_eyes(world: World) -> None:
    assert looking(world, person=pk_of(world.dev))

    for person in (pk_of(world.ivy), pk_of(world.ana)):
        with pytest.raises(NotFound):
            looking(world, person=person)


def test_the_page_of_a_share_that_is_thought_of_says_so_and_leads_to_it(
    world: World, van: UUID
) -> None:
    ana = as_(world.ana)
    address = reverse("incidents:seen-as", args=[world.fire.pk, world.bay_ems.pk])

    page = ana.get(address, {"would": "LES", "seats": "", "clearances": "", "person": ""})

    assert "Not shared yet" in page.content.decode()
    assert "1 row would read otherwise than now." in page.content.decode()
    assert ana.get(address, {"would": "OPS"}).status_code == 404
