"""The chip on every panel and row: who can see this, down to names, and from whom it is hidden."""

from __future__ import annotations

import pytest
from django.urls import reverse

from agencies.categories import Category
from agencies.models import SeatKind
from audit.refusals import NotFound
from incidents import reads, writes
from incidents.panels import PANELS
from incidents.reads.audiences import Audience
from tests.agencies.browsers import as_
from tests.agencies.shares import shared
from tests.incidents import guests
from tests.incidents.arrange import arrived, joined
from tests.world import World

LES, OPS = Category.LES, Category.OPS


def of(world: World, panel: str) -> dict[tuple[str, str], Audience]:
    found = reads.who_sees(world.ana, world.fire.pk, of=panel).audiences
    return {(one.agency_name, one.sees): one for one in found}


def test_a_panel_says_who_is_shown_how_much_of_what_is_ones_own_there(world: World) -> None:
    """RULE-PRIV-02, RULE-PRIV-03: by clause and seat, down to names."""
    writes.write_note(world.ana, world.fire.pk, category=OPS, text="Wind turns.")
    writes.write_note(world.ana, world.fire.pk, category=LES, text="A gray van.")
    shared(world, LES, seats=(SeatKind.COMMANDER,))

    seen = of(world, "notes")

    assert seen["Bay City EMS", "whole"].people == ("Cleo Marsh (commander or responder)",)
    assert "Harbor shares, 1" in seen["Bay City EMS", "whole"].because
    assert seen["Bay City EMS", "marked"].names == ("Dev Rao",)
    assert seen["Bay City EMS", "marked"].withheld == ("LES",)


def test_a_panel_says_of_how_many_rows_somebody_does_not_learn(world: World) -> None:
    writes.write_note(world.ana, world.fire.pk, category=OPS, text="Wind turns.")
    writes.write_note(world.ana, world.fire.pk, category=Category.OPS_R, text="Entry at nine.")

    assert of(world, "notes")["Bay City EMS", "marked"].hidden == "1 is not known to them"


def test_narrowing_shows_in_the_list_at_once(world: World) -> None:
    arrived(world)
    assert of(world, "units")["Bay City EMS", "whole"].withheld == ()

    writes.withdraw(world.ana, world.fire.pk, partner=world.bay_ems.pk)

    assert of(world, "units")["Bay City EMS", "marked"].withheld == ("PII",)


def test_one_row_has_a_list_of_its_own(world: World) -> None:
    stay = arrived(world)

    seen = reads.who_sees(world.ana, world.fire.pk, of=f"deployment:{stay.pk}")

    assert (seen.own, seen.others) == (1, ())


def test_of_others_rows_one_is_told_that_they_are_there_and_no_terms(world: World) -> None:
    shared(world, LES)
    writes.write_note(world.ana, world.fire.pk, category=LES, text="A gray van.")

    seen = reads.who_sees(world.dev, world.fire.pk, of="notes")

    assert (seen.own, seen.others) == (0, (("Harbor County Fire", 1),))
    assert {one.because for one in seen.audiences} == {""}


def test_a_guest_stands_in_the_list_by_name(world: World) -> None:
    writes.write_note(world.ana, world.fire.pk, category=LES, text="A gray van.")
    guests.came(world)

    kim = of(world, "notes")["Seaside Rescue", "marked"]

    assert (kim.guest, kim.names, kim.withheld) == (True, ("Kim Roe",), ("LES",))


def test_what_is_hidden_from_somebody_has_no_list_for_them(world: World) -> None:
    told = writes.write_note(world.ana, world.fire.pk, category=Category.OPS_R, text="At nine.")
    key = f"note:{told.note}"
    assert reads.who_sees(world.ana, world.fire.pk, of=key).own == 1

    for person, asked in ((world.dev, key), (world.dev, "no such panel"), (world.ivy, "notes")):
        with pytest.raises(NotFound):
            reads.who_sees(person, world.fire.pk, of=asked)


@pytest.mark.parametrize("panel", sorted(PANELS))
def test_every_panel_has_its_list(world: World, panel: str) -> None:
    joined(world.fire, world.ana, world.ivy)
    address = reverse("incidents:who-sees-panel", args=[world.fire.pk])

    page = as_(world.ana).get(address, {"of": panel})
    answer = as_(world.ana).get(f"/api/v1/sharing/{world.fire.pk}/who-sees/", {"of": panel})

    assert "Dev Rao" in page.content.decode()
    assert answer.json()["of"] == panel


def test_a_note_is_withdrawn_from_agencies_and_not_from_a_guest_by_its_id(world: World) -> None:
    told = writes.write_note(world.ana, world.fire.pk, category=OPS, text="Wind turns.")
    kim = guests.id_of(guests.came(world))
    address = reverse("incidents:withdraw-note", args=[told.note])

    assert as_(world.ana).post(address, {"partner": str(kim)}).status_code == 404


def test_who_asks_of_nothing_is_told_where_to_ask(world: World) -> None:
    address = reverse("incidents:who-sees-panel", args=[world.fire.pk])

    told = as_(world.ana).get(address)

    assert told.status_code == 200
    assert reverse("incidents:board", args=[world.fire.pk]) in told.content.decode()
    assert as_(world.ivy).get(address).status_code == 404


def test_the_page_says_the_ground_to_the_owner_and_not_as_the_partner_is_told(world: World) -> None:
    writes.write_note(world.ana, world.fire.pk, category=OPS, text="Wind turns.")
    address = reverse("incidents:who-sees-panel", args=[world.fire.pk]) + "?of=notes"

    page = as_(world.ana).get(address).content.decode()

    assert "their agency is at this incident." in page
    assert "your agency is at" not in page
