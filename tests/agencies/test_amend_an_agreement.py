"""Amendments are numbered documents, in force only with the same signatures: RULE-MOU-02, -07."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from django.utils import timezone

from agencies import reads, writes
from agencies.categories import Category
from agencies.models import Clause, ShareGrant, SupplyRight
from agencies.reads.documents import ReadClause
from agencies.terms import Supply, SupplyTerms
from audit import streams
from audit.refusals import Conflict, NotFound
from tests.agencies.acts import (
    check_all,
    clause,
    executed,
    hash_of,
    party,
    supply,
    told_in,
)
from tests.agencies.shares import sharing
from tests.world import AMBULANCE, World

DAY = timedelta(days=1)
SIX = SupplyTerms(supplies=(Supply(kind=AMBULANCE, max_quantity=6, drawdown_floor=1),))


def amendment(world: World, pk: UUID, **changes: object) -> UUID:
    """The next amendment of Dora's, which says nothing yet."""
    said = {"purpose": "We have more.", "effective_at": timezone.now() - DAY, **changes}
    return writes.amend_agreement(world.dora, pk, **said).agreement


def six(world: World, pk: UUID, number: str = "2", **changes: object) -> UUID:
    """One by which Bay City EMS sends six ambulances and not three."""
    document = amendment(world, pk, **changes)
    said = supply(number, giver=world.bay_ems.pk, text="Bay sends six ambulances.", terms=SIX)
    writes.replace_clause(world.dora, document, clause=clause(pk, number), wording=said)
    return document


def send(world: World, document: UUID) -> None:
    writes.send_for_signature(world.dora, document, text_hash=hash_of(document))


def sign(world: World, document: UUID) -> None:
    send(world, document)
    for admin in (world.dora, world.dev):
        if reads.agreement(admin, document).clauses:
            check_all(admin, document)
    for signatory in (world.dora, world.dev):
        writes.sign_agreement(signatory, document, text_hash=hash_of(document))


def most(world: World, pk: UUID) -> list[int]:
    """How many ambulances Harbor may ask Bay for, under each clause that lets it."""
    rights = SupplyRight.objects.filter(agreement_id=pk, receiver=world.harbor_fire)
    return sorted(rights.values_list("max_quantity", flat=True))


def read_as(world: World, pk: UUID) -> dict[str, ReadClause]:
    return {one.clause.number: one for one in reads.agreement(world.dev, pk).reading}


def test_an_amendment_is_in_force_only_with_the_same_signatures(world: World) -> None:
    """RULE-MOU-02."""
    pk = executed(world)
    document = six(world, pk)
    send(world, document)
    writes.sign_agreement(world.dora, document, text_hash=hash_of(document))
    assert most(world, pk) == [3]

    told = writes.sign_agreement(world.dev, document, text_hash=hash_of(document))

    assert most(world, pk) == [6]
    assert told_in(streams.of_agency(world.bay_ems.pk))[-2:] == [
        "agencies.agreement_executed",
        "agencies.agreement_amended",
    ]
    assert told[-1].agreement == pk


def test_a_signed_amendment_waits_for_its_day(world: World) -> None:
    pk = executed(world)
    sign(world, six(world, pk, effective_at=timezone.now() + DAY))

    assert most(world, pk) == [3]
    assert reads.agreement(world.dev, pk).documents[1].state == "not_begun"


def test_amendments_are_numbered_and_no_number_comes_twice(world: World) -> None:
    pk = executed(world)
    writes.abandon_agreement(world.dora, amendment(world, pk), reason="Not needed.")

    document = amendment(world, pk)

    found = reads.agreement(world.dora, document)
    assert found.title == "Amendment No. 2: Harbor and Bay aid"
    assert found.amends is not None
    assert (found.amends.id, found.amends.number) == (pk, 2)


def test_the_agreement_reads_as_one_with_what_amends_it(world: World) -> None:
    pk = executed(world)
    sign(world, six(world, pk))

    found = reads.agreement(world.dev, pk)

    read = read_as(world, pk)
    assert (read["1"].how, read["2"].how, read["2"].amendment) == ("signed", "amended", 1)
    assert read["2"].clause.text == "Bay sends six ambulances."
    assert [piece.text for piece in read["2"].pieces if piece.kind == "ins"] == ["six "]
    assert [(one.number, one.state) for one in found.documents] == [
        (0, "in_force"),
        (1, "in_force"),
    ]


def test_the_text_that_was_signed_stays_as_it_was_signed(world: World) -> None:
    """RULE-MOU-02: a signed text is immutable."""
    pk = executed(world)
    before = hash_of(pk)

    sign(world, six(world, pk))

    found = reads.agreement(world.dev, pk)
    assert (found.text_hash, found.intact) == (before, True)
    assert [one.text for one in found.clauses][1] == "Bay sends ambulances."


def test_what_was_decided_keeps_the_clause_that_decided_it(world: World) -> None:
    """RULE-MOU-07: the clause's id means the same words for ever."""
    pk = executed(world)
    decided = SupplyRight.objects.get(agreement_id=pk, receiver=world.harbor_fire).clause_id

    sign(world, six(world, pk))

    now = SupplyRight.objects.get(agreement_id=pk, receiver=world.harbor_fire)
    assert now.clause_id != decided
    assert Clause.objects.get(pk=decided).text == "Bay sends ambulances."
    assert (now.agreement_id, now.text_hash) != (pk, hash_of(pk))


def test_a_clause_that_is_struck_out_binds_no_more_and_is_still_read(world: World) -> None:
    pk = executed(world)
    document = amendment(world, pk)
    writes.strike_clause(world.dora, document, clause=clause(pk, "2"))

    sign(world, document)

    assert most(world, pk) == []
    assert read_as(world, pk)["2"].how == "struck"


def test_a_clause_that_is_added_binds_as_well(world: World) -> None:
    pk = executed(world)
    document = amendment(world, pk)
    writes.add_clause(world.dora, document, wording=supply("3", terms=SIX))

    sign(world, document)

    assert most(world, pk) == [3, 6]
    assert (read_as(world, pk)["3"].how, read_as(world, pk)["3"].amendment) == ("added", 1)


def test_what_it_shares_is_shown_from_then_on(world: World) -> None:
    pk = executed(world)
    document = amendment(world, pk)
    writes.add_clause(world.dora, document, wording=sharing("3", Category.LES))
    shown = ShareGrant.objects.filter(receiver=world.bay_ems, clause__contains="Harbor and Bay")
    assert not shown.exists()

    sign(world, document)

    assert shown.exists()


def test_a_second_amendment_changes_what_the_first_has_put(world: World) -> None:
    pk = executed(world)
    first = six(world, pk)
    sign(world, first)
    document = amendment(world, pk)
    nine = SupplyTerms(supplies=(Supply(kind=AMBULANCE, max_quantity=9),))
    writes.replace_clause(
        world.dora,
        document,
        clause=clause(first, "2"),
        wording=supply(giver=world.bay_ems.pk, terms=nine),
    )

    sign(world, document)

    assert most(world, pk) == [9]
    assert read_as(world, pk)["2"].amendment == 2


def test_a_drafted_amendment_is_nobody_elses_business(world: World) -> None:
    pk = executed(world)
    document = six(world, pk)

    with pytest.raises(NotFound):
        reads.agreement(world.dev, document)
    assert reads.agreement(world.dev, pk).documents == ()
    assert [one.number for one in reads.agreement(world.dora, pk).documents] == [0, 1]


def test_what_is_worded_anew_still_replaces_what_it_was_to_replace(world: World) -> None:
    pk = executed(world)
    document = six(world, pk)

    said = supply(giver=world.bay_ems.pk, text="Bay sends up to six.", terms=SIX)
    writes.edit_clause(world.dora, clause(document, "2"), wording=said)
    sign(world, document)

    assert most(world, pk) == [6]


def test_an_amendment_is_reviewed_word_by_word_against_what_is_in_force(world: World) -> None:
    pk = executed(world)
    document = six(world, pk)
    writes.send_for_review(world.dora, document, text_hash=hash_of(document))

    (part,) = reads.agreement(world.dev, document).changes

    assert (part.label, part.change) == ("Clause 2", "changed")
    assert [piece.text for piece in part.pieces if piece.kind == "ins"] == ["six "]
    assert any("6" in piece.text for piece in part.effects if piece.kind == "ins")


def test_an_amendment_ends_with_its_agreement_and_is_not_left_by_itself(world: World) -> None:
    pk = executed(world)
    document = six(world, pk)
    sign(world, document)

    may = reads.agreement(world.dev, document).may
    assert not may & {"suspend", "leave", "move", "amend"}
    with pytest.raises(Conflict, match="Leave the agreement that it amends"):
        writes.give_notice(world.dev, party(document, world.bay_ems))
