"""Whom a text names is told with the words that name them, and not before (P11)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from agencies import reads, writes
from audit import streams
from audit.actors import Actor
from audit.models import Image
from audit.refusals import NotAllowed, NotFound
from tests.agencies.acts import drafted, hash_of, party, reviewed, told_in
from tests.agencies.browsers import page
from tests.world import World


def at_the_table(world: World) -> UUID:
    """Between Harbor and Bay, sent out once, and being changed."""
    pk = reviewed(world)
    writes.ask_for_changes(world.dev, pk, text_hash=hash_of(pk), reason="We have two.")
    return pk


def with_northfield(world: World) -> UUID:
    """And Harbor thinks of a third party."""
    pk = at_the_table(world)
    writes.add_party(world.dora, pk, agency=world.northfield.pk, signatory_title="President")
    return pk


def names(who: Actor, pk: UUID) -> list[str]:
    return [one.name for one in reads.agreement(who, pk).parties]


def counted(who: Actor, pk: UUID) -> list[int]:
    return [one.parties for one in reads.agreements(who) if one.id == pk]


def painted(agency: UUID, pk: UUID) -> list[Any]:
    row = Image.objects.get(key=f"agreement:{pk}", stream_key=streams.of_agency(agency)).row
    return [one["name"] for one in (row or {})["parties"]]


def test_whom_the_leader_thinks_of_adding_nobody_else_hears_of(world: World) -> None:
    pk = with_northfield(world)
    assert (len(names(world.dora, pk)), counted(world.dora, pk)) == (3, [3])

    writes.remark(world.dev, pk, said="And who is to pay?")

    assert names(world.dev, pk) == ["Bay City EMS", "Harbor County Fire"]
    assert counted(world.dev, pk) == [2]
    assert painted(world.bay_ems.pk, pk) == ["Bay City EMS", "Harbor County Fire"]
    assert b"Northfield" not in page(world.dev, "agreement", pk).content


def test_who_was_not_sent_any_words_knows_nothing(world: World) -> None:
    pk = with_northfield(world)

    writes.remark(world.dev, pk, said="And who is to pay?")

    with pytest.raises(NotFound):
        reads.agreement(world.ivy, pk)
    assert counted(world.ivy, pk) == []
    with pytest.raises(NotFound):
        writes.remark(world.ivy, pk, said="Am I in it?")
    with pytest.raises(NotFound):
        writes.name_body(world.ivy, party(pk, world.northfield), body="Board")
    assert told_in(streams.of_agency(world.northfield.pk)) == []


def test_with_the_words_that_name_it_a_party_hears_of_them(world: World) -> None:
    pk = with_northfield(world)

    writes.send_for_review(world.dora, pk, text_hash=hash_of(pk))

    assert "Northfield Power" in names(world.dev, pk)
    assert (counted(world.dev, pk), counted(world.ivy, pk)) == ([3], [3])
    assert told_in(streams.of_agency(world.northfield.pk)) == ["agencies.agreement_sent_for_review"]


def test_whom_the_leader_thinks_of_taking_out_goes_on_as_before(world: World) -> None:
    pk = with_northfield(world)
    writes.send_for_review(world.dora, pk, text_hash=hash_of(pk))
    writes.ask_for_changes(world.dev, pk, text_hash=hash_of(pk), reason="Two are enough.")

    writes.remove_party(world.dora, party(pk, world.northfield))

    assert "Northfield Power" not in names(world.dora, pk)
    assert "Northfield Power" in names(world.dev, pk)
    assert "Northfield Power" in names(world.ivy, pk)
    writes.remark(world.ivy, pk, said="We send a generator.")
    writes.send_for_review(world.dora, pk, text_hash=hash_of(pk))
    with pytest.raises(NotFound):
        reads.agreement(world.ivy, pk)


def test_a_draft_that_was_never_sent_and_is_given_up_stays_its_leaders_own(world: World) -> None:
    pk = drafted(world)

    writes.abandon_agreement(world.dora, pk, reason="Not needed.")

    with pytest.raises(NotFound):
        reads.agreement(world.dev, pk)


def test_who_was_only_thought_of_does_not_hear_that_it_is_given_up(world: World) -> None:
    pk = with_northfield(world)

    told = writes.abandon_agreement(world.dora, pk, reason="Not needed.")

    assert set(told.parties) == {world.harbor_fire.pk, world.bay_ems.pk}
    assert names(world.dev, pk) == ["Bay City EMS", "Harbor County Fire"]
    assert told_in(streams.of_agency(world.northfield.pk)) == []


def test_a_party_has_the_same_say_as_before_while_the_text_is_changed(world: World) -> None:
    pk = at_the_table(world)

    with pytest.raises(NotAllowed):
        writes.add_party(world.dev, pk, agency=world.northfield.pk, signatory_title="President")
    writes.name_body(world.dev, party(pk, world.bay_ems), body="City Council")

    assert reads.agreement(world.dora, pk).parties[0].said.body == "City Council"
