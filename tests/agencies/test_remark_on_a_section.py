"""What a party says about one section of a text that is reviewed."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, transaction

from agencies import reads, writes
from agencies.models import Remark
from agencies.writes.redlines import AboutOneThing, NoSuchSection
from audit.refusals import NotFound
from audit.trail import Sought
from tests.agencies.acts import clause, drafted, hash_of, section_wording
from tests.agencies.browsers import page, send
from tests.agencies.systems import System
from tests.world import World, seeding


def with_section(world: World) -> tuple[UUID, UUID]:
    """A text of Dora's with a section, out for review."""
    pk = drafted(world)
    section = writes.add_section(world.dora, pk, wording=section_wording()).section
    writes.send_for_review(world.dora, pk, text_hash=hash_of(pk))
    return pk, section


def test_every_party_reads_on_which_section_it_is(world: World) -> None:
    pk, section = with_section(world)

    writes.remark(world.dev, pk, said="Helps whom?", section=section)

    (told,) = reads.agreement(world.dora, pk).remarks
    assert (told.section, told.number, told.said) == ("1", "", "Helps whom?")
    assert "on section 1" in page(world.dora, "agreement", pk).content.decode()
    line = reads.agency_trail(world.dora, Sought()).lines[0].sentence
    assert line == ("Remarked on section 1 of version 1 of “Harbor and Bay aid” for Bay City EMS.")


def test_a_stranger_remarks_on_nothing(world: World) -> None:
    pk, section = with_section(world)

    with pytest.raises(NotFound):
        writes.remark(world.ivy, pk, said="Hello.", section=section)
    writes.remark(world.dev, pk, said="Hello.", section=section)


def test_it_is_a_section_of_what_was_sent_out(world: World) -> None:
    pk, _section = with_section(world)
    elsewhere = writes.add_section(world.dora, drafted(world), wording=section_wording()).section

    for other in (elsewhere, uuid4()):
        with pytest.raises(NoSuchSection):
            writes.remark(world.dev, pk, said="Which?", section=other)


def test_it_is_about_one_thing_in_the_code_and_in_the_database(world: World) -> None:
    pk, section = with_section(world)

    with pytest.raises(AboutOneThing):
        writes.remark(world.dev, pk, said="Both.", section=section, clause=clause(pk, "1"))
    writes.remark(world.dev, pk, said="One.", section=section)
    row = Remark.objects.select_related("text", "party").get()
    row.pk, row.clause_id = None, clause(pk, "1")
    with pytest.raises(IntegrityError), transaction.atomic(), seeding():
        row.save(force_insert=True)


def test_one_chooses_it_on_the_page(world: World) -> None:
    pk, section = with_section(world)
    assert f"?about=section:{section}" in page(world.dev, "agreement", pk).content.decode()

    send(world.dev, "remark", pk, about=f"section:{section}", said="Helps whom?")

    assert Remark.objects.get().section_id == section


@pytest.mark.parametrize("about", ["section:", "section:x", "clause", "x:y:z", "\x00"])
def test_what_it_is_not_about_is_said_at_the_field(world: World, about: str) -> None:
    pk, _section = with_section(world)

    answer = send(world.dev, "remark", pk, about=about, said="Helps whom?")

    assert answer.status_code == 422
    assert not Remark.objects.exists()


def test_a_system_says_it_too(world: World) -> None:
    pk, section = with_section(world)

    told = System(world.dev).act(
        f"reviews/{pk}/remarks/", {"said": "Helps whom?", "section": str(section)}
    )

    assert told.status_code == 201
    assert told.json()["section"] == "1"
