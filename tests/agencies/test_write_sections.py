"""Sections: what is agreed in words and not coded, and the list of what is said and what not."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from agencies import reads, writes
from agencies.agreement_text import text_of, text_of_version
from agencies.elements import BY_CLAUSE, Element
from agencies.models import Agreement, ClauseKind, Section, TextVersion
from agencies.starts import Start, sections_of
from agencies.writes.clauses import ChangedSince
from agencies.writes.sealing import NotADraft
from audit import walls
from audit.refusals import NotFound
from audit.streams import of_agency
from audit.trail import Sought
from tests.agencies.acts import (
    agreement_details,
    drafted,
    hash_of,
    reviewed,
    section_wording,
    sent,
    told_in,
)
from tests.agencies.browsers import page, send
from tests.world import World, seeding


def places(world: World, pk: UUID) -> dict[int, tuple[str, ...]]:
    return {one.number: one.places for one in reads.agreement(world.dora, pk).elements}


def test_a_section_is_part_of_the_text_that_is_signed(world: World) -> None:
    """RULE-MOU-02."""
    pk = drafted(world)
    before = hash_of(pk)

    writes.add_section(world.dora, pk, wording=section_wording())

    assert hash_of(pk) != before
    assert [one.text for one in reads.agreement(world.dora, pk).sections] == [
        "Aid is whatever helps."
    ]


def test_a_text_without_sections_hashes_as_it_did_before_there_were_any(world: World) -> None:
    """RULE-MOU-02: what was signed then is still what was signed."""
    with walls.beyond("tests"):
        text = text_of(Agreement.objects.get(pk=world.agreement.pk))

    assert text.hash == world.agreement.text_hash
    assert text.canonical["format"] == 1
    assert "sections" not in text.canonical


def test_sections_come_in_the_order_people_count(world: World) -> None:
    pk = drafted(world)
    for number in ("10", "2", "2a"):
        writes.add_section(world.dora, pk, wording=section_wording(number=number))

    assert [one.number for one in reads.agreement(world.dora, pk).sections] == ["2", "2a", "10"]
    assert reads.next_section_number(world.dora, pk) == "11"


def test_a_version_keeps_the_sections_that_it_was_sent_out_with(world: World) -> None:
    pk = drafted(world)
    section = writes.add_section(world.dora, pk, wording=section_wording()).section
    writes.send_for_review(world.dora, pk, text_hash=hash_of(pk))
    writes.take_back(world.dora, pk, reason="Wait.")
    writes.edit_section(world.dora, section, wording=section_wording(text="Aid is what we send."))

    with walls.beyond("tests"):
        kept = text_of_version(TextVersion.objects.get(agreement=pk))
    assert [one.text for one in kept.sections] == ["Aid is whatever helps."]
    assert reads.agreement(world.dev, pk).sections[0].text == "Aid is whatever helps."


def test_what_changed_in_a_section_is_told_word_by_word(world: World) -> None:
    pk = reviewed(world)
    writes.take_back(world.dora, pk, reason="Definitions.")
    writes.add_section(world.dora, pk, wording=section_wording())
    writes.send_for_review(world.dora, pk, text_hash=hash_of(pk))

    parts = {one.label: one.change for one in reads.difference(world.dev, pk).parts}

    assert parts["Section 1"] == "added"


def test_whoever_edits_what_was_edited_since_hears_of_it(world: World) -> None:
    pk = drafted(world)
    section = writes.add_section(world.dora, pk, wording=section_wording()).section
    writes.edit_section(world.dora, section, wording=section_wording(text="Other words."))

    with pytest.raises(ChangedSince):
        writes.remove_section(world.dora, section)


def test_nobody_but_the_lead_hears_of_a_section_in_a_draft(world: World) -> None:
    pk = drafted(world)
    section = writes.add_section(world.dora, pk, wording=section_wording()).section

    with pytest.raises(NotFound):
        writes.remove_section(world.dev, section)

    assert told_in(of_agency(world.harbor_fire.pk))[-1] == "agencies.section_added"
    assert "agencies.section_added" not in told_in(of_agency(world.bay_ems.pk))
    line = reads.agency_trail(world.dora, Sought()).lines[0].sentence
    assert line == "Wrote section 1 into “Harbor and Bay aid”."


def test_a_sealed_text_takes_no_section(world: World) -> None:
    """RULE-MOU-02, in the code and in the database."""
    pk = sent(world)

    with pytest.raises(NotADraft):
        writes.add_section(world.dora, pk, wording=section_wording())
    with pytest.raises(DatabaseError, match="sealed"), transaction.atomic(), seeding():
        Section.objects.create(agreement_id=pk, number="1", heading="More", text="More.")


@pytest.mark.parametrize("wrong", [{"text": ""}, {"text": "x" * 20_001}, {"elements": [31]}])
def test_the_database_keeps_no_section_that_cannot_be_read(
    world: World, wrong: dict[str, object]
) -> None:
    pk = drafted(world)
    said: dict[str, object] = {"number": "1", "heading": "Words", "text": "Words."}

    with pytest.raises(IntegrityError), transaction.atomic(), seeding():
        Section.objects.create(agreement_id=pk, **said | wrong)


def test_every_element_has_a_place_and_the_page_says_where(world: World) -> None:
    """Chapter 5.2: it only informs."""
    pk = drafted(world)
    writes.add_section(world.dora, pk, wording=section_wording(elements=frozenset({Element(15)})))

    found = places(world, pk)

    assert list(found) == list(range(1, 31))
    assert found[15] == ("section 1",)
    assert found[8] == ("clause 2",)
    assert found[24] == ()
    body = page(world.dora, "agreement", pk).content.decode()
    assert "nothing said" in body
    assert reads.agreement(world.dora, pk).missing == ()


def test_every_kind_of_clause_speaks_to_an_element() -> None:
    assert set(BY_CLAUSE) == set(ClauseKind.values)


def test_the_safecom_start_has_the_ten_sections_of_the_guide(world: World) -> None:
    told = writes.draft_agreement(
        world.dora,
        world.harbor_fire.pk,
        details=agreement_details(),
        signatory_title="Fire chief",
        start=Start.SAFECOM,
    )

    shown = reads.agreement(world.dora, told.agreement)

    assert [one.heading for one in shown.sections] == [
        *("Introduction", "Purpose", "Scope", "Definitions", "Policy"),
        *("User procedure requirements", "Maintenance", "Oversight"),
        *("Responsibility for SOP compliance", "Updates"),
    ]
    assert "Fill in what is left open in section 1." in shown.missing


@pytest.mark.parametrize("start", [one for one in Start if one not in {"unwritten", "safecom"}])
def test_a_start_leaves_few_elements_unsaid(world: World, start: Start) -> None:
    told = writes.draft_agreement(
        world.dora,
        world.harbor_fire.pk,
        details=agreement_details(),
        signatory_title="Fire chief",
        start=start,
    )

    said = {one for section in sections_of(start) for one in section.elements}
    assert {Element.DEFINITIONS, Element.DISPUTES, Element.AMENDMENT, Element.GENERAL} <= said
    assert reads.agreement(world.dora, told.agreement).silent <= 18


def test_sections_are_written_on_the_page(world: World) -> None:
    pk = drafted(world)
    said = {"number": "1", "heading": "Disputes", "text": "Talk first.", "elements": ["25"]}

    assert send(world.dora, "add-section", pk, **said).status_code == 302
    (section,) = reads.agreement(world.dora, pk).sections
    worded = send(world.dora, "section", pk, section.id, **said | {"text": "Talk, then write."})
    assert worded.status_code == 302
    (section,) = reads.agreement(world.dora, pk).sections
    assert section.text == "Talk, then write."
    assert send(world.dora, "remove-section", pk, section.id).status_code == 302
    assert reads.agreement(world.dora, pk).sections == ()
