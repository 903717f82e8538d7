"""From the draft to what may be signed: versions, counsel, other words, resolutions."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.db import DatabaseError

from agencies import writes
from agencies.agreement_text import text_of, text_of_version
from agencies.models import Agreement, Clause, Redline, TextVersion
from agencies.writes.reviewing import AnotherVersion, NotReady, NotUnderReview
from agencies.writes.sealing import NotADraft
from agencies.writes.signing import CounselFirst
from audit import streams, walls
from audit.actors import Actor
from audit.models import Image
from audit.refusals import Conflict, NotAllowed, NotFound
from audit.streams import of_agency
from audit.trail import Sought
from tests.agencies.acts import (
    agreement_details,
    clause,
    counsel,
    drafted,
    hash_of,
    reviewed,
    supply,
    told_in,
    wording,
)
from tests.world import World, seeding


def status_of(pk: UUID) -> str:
    return Agreement.objects.get(pk=pk).status


def proposed(world: World, pk: UUID, words: str = "Bay sends two.") -> UUID:
    return writes.propose_words(
        world.dev, pk, clause=clause(pk, "2"), proposed=words, why="We have two."
    ).redline


def test_what_goes_to_review_is_kept_as_a_numbered_version(world: World) -> None:
    pk = reviewed(world)

    version = TextVersion.objects.get(agreement=pk)
    assert (version.number, version.text_hash) == (1, hash_of(pk))
    assert (status_of(pk), version.frozen_by) == ("legal_review", "Dora Weiss")
    with walls.beyond("tests"):
        assert text_of_version(version) == text_of(Agreement.objects.get(pk=pk))


def test_both_parties_hear_that_a_text_is_out_for_review(world: World) -> None:
    reviewed(world)

    for agency in (world.harbor_fire, world.bay_ems):
        last = told_in(streams.of_agency(agency.pk))[-1]
        assert last == "agencies.agreement_sent_for_review"


def test_no_word_changes_while_it_is_out_for_review(world: World) -> None:
    """RULE-MOU-02: each talks about the same text."""
    pk = reviewed(world)

    with pytest.raises(NotADraft):
        writes.add_clause(world.dora, pk, wording=wording(number="9"))
    with pytest.raises(DatabaseError, match="is sealed"), seeding():
        Agreement.objects.filter(pk=pk).update(title="Something else")


def test_with_the_approval_of_every_party_it_may_be_signed(world: World) -> None:
    pk = reviewed(world)

    writes.approve_text(world.dora, pk, text_hash=hash_of(pk))
    assert status_of(pk) == "legal_review"
    told = writes.approve_text(world.dev, pk, text_hash=hash_of(pk))

    assert status_of(pk) == "approved"
    assert [fact.kind for fact in told] == [
        "agencies.text_approved",
        "agencies.agreement_approved_for_signature",
    ]


def test_a_party_answers_to_a_version_once(world: World) -> None:
    pk = reviewed(world)
    writes.approve_text(world.dev, pk, text_hash=hash_of(pk))

    with pytest.raises(Conflict, match="has answered"):
        writes.approve_text(world.dev, pk, text_hash=hash_of(pk))


def test_where_there_is_counsel_nobody_else_answers_for_the_law(world: World) -> None:
    lawyer = counsel(world.bay_ems, "Lee Park")
    pk = reviewed(world)

    with pytest.raises(NotAllowed, match="you are seated as counsel"):
        writes.approve_text(world.dev, pk, text_hash=hash_of(pk))
    writes.approve_text(lawyer, pk, text_hash=hash_of(pk))


def test_what_counsel_would_see_does_not_go_past_them(world: World) -> None:
    counsel(world.bay_ems, "Lee Park")
    pk = drafted(world)

    with pytest.raises(CounselFirst, match="Bay City EMS asks for that"):
        writes.send_for_signature(world.dora, pk, text_hash=hash_of(pk))


def test_nobody_approves_a_version_that_they_did_not_read(world: World) -> None:
    pk = reviewed(world)

    with pytest.raises(AnotherVersion):
        writes.approve_text(world.dev, pk, text_hash="0" * 64)


def test_whoever_asks_for_changes_brings_it_back_to_the_table(world: World) -> None:
    pk = reviewed(world)

    writes.ask_for_changes(world.dev, pk, text_hash=hash_of(pk), reason="We have two.")

    assert status_of(pk) == "negotiation"
    with pytest.raises(NotUnderReview):
        writes.approve_text(world.dora, pk, text_hash=hash_of(pk))


def test_another_version_asks_every_party_anew(world: World) -> None:
    pk = reviewed(world)
    writes.approve_text(world.dora, pk, text_hash=hash_of(pk))
    writes.ask_for_changes(world.dev, pk, text_hash=hash_of(pk), reason="We have two.")
    before = TextVersion.objects.get(agreement=pk)

    writes.edit_clause(world.dora, clause(pk, "2"), wording=supply(text="Bay sends two."))
    writes.send_for_review(world.dora, pk, text_hash=hash_of(pk), note="Two, not three.")
    writes.approve_text(world.dev, pk, text_hash=hash_of(pk))

    assert status_of(pk) == "legal_review"
    assert [v.number for v in TextVersion.objects.filter(agreement=pk)] == [1, 2]
    with walls.beyond("tests"):
        assert text_of_version(before).clauses[1].text == "Bay sends ambulances."


def test_a_version_that_was_sent_out_stands_in_the_database_too(world: World) -> None:
    pk = reviewed(world)

    with pytest.raises(DatabaseError, match="stands"), seeding():
        TextVersion.objects.filter(agreement=pk).update(note="Other words.")


def test_words_that_a_party_proposes_are_taken_into_the_next_version(world: World) -> None:
    pk = reviewed(world)
    redline = proposed(world, pk)
    writes.ask_for_changes(world.dev, pk, text_hash=hash_of(pk), reason="We have two.")

    writes.take_words(world.dora, redline)

    now = Clause.objects.get(pk=clause(pk, "2"))
    assert now.text == "Bay sends two."
    assert list(now.supply_terms.values_list("max_quantity", flat=True)) == [3]
    assert Redline.objects.get(pk=redline).status == "taken"


def test_a_clause_that_a_party_wants_out_is_struck(world: World) -> None:
    pk = reviewed(world)
    redline = proposed(world, pk, words="")
    writes.ask_for_changes(world.dev, pk, text_hash=hash_of(pk), reason="Not this.")

    writes.take_words(world.dora, redline)

    assert not Clause.objects.filter(agreement=pk, number="2", removed_at=None).exists()


def test_who_proposed_other_words_is_owed_an_answer_before_the_next_version(world: World) -> None:
    pk = reviewed(world)
    redline = proposed(world, pk)
    writes.ask_for_changes(world.dev, pk, text_hash=hash_of(pk), reason="We have two.")

    with pytest.raises(NotReady, match="Answer what Bay City EMS proposes for clause 2"):
        writes.send_for_review(world.dora, pk, text_hash=hash_of(pk))
    writes.decline_words(world.dora, redline, reason="Three were agreed.")
    writes.send_for_review(world.dora, pk, text_hash=hash_of(pk))

    assert status_of(pk) == "legal_review"


def test_only_the_lead_takes_or_declines(world: World) -> None:
    pk = reviewed(world)
    redline = proposed(world, pk)

    with pytest.raises(NotAllowed, match="your agency leads its agreement"):
        writes.decline_words(world.dev, redline, reason="No.")
    writes.withdraw_words(world.dev, redline)


def test_the_leads_working_copy_is_not_shown_to_the_others(world: World) -> None:
    from agencies import reads

    pk = reviewed(world)
    writes.ask_for_changes(world.dev, pk, text_hash=hash_of(pk), reason="We have two.")

    writes.edit_clause(world.dora, clause(pk, "2"), wording=supply(text="Bay sends two."))

    assert reads.agreement(world.dora, pk).clauses[1].text == "Bay sends two."
    assert reads.agreement(world.dev, pk).clauses[1].text == "Bay sends ambulances."


def test_what_the_lead_thinks_of_calling_it_is_not_told_before_it_is_sent(world: World) -> None:
    from agencies import reads

    pk = reviewed(world)
    writes.ask_for_changes(world.dev, pk, text_hash=hash_of(pk), reason="We have two.")
    version = reads.draft(world.dora, pk).version
    details = agreement_details(title="Harbor leaves Bay")
    writes.edit_agreement(world.dora, pk, details=details, version=version)

    def titles(who: Actor, sought: str = "") -> set[str]:
        return {it.title for it in reads.agreements(who, sought=sought) if it.id == pk}

    assert titles(world.dora, "leaves") == {"Harbor leaves Bay"}
    assert (titles(world.dev), titles(world.dev, "leaves")) == ({"Harbor and Bay aid"}, set())
    trail = reads.agency_trail(world.dev, Sought()).lines
    assert not [line for line in trail if "leaves" in line.sentence]
    writes.remark(world.dev, pk, said="Is two enough?")
    painted = Image.objects.get(stream_key=of_agency(world.bay_ems.pk), key=f"agreement:{pk}")
    assert (painted.row or {})["title"] == "Harbor and Bay aid"


def test_what_was_taken_back_to_the_draft_is_still_seen_as_it_was_sent(world: World) -> None:
    from agencies import reads

    pk = reviewed(world)

    writes.take_back(world.dora, pk, reason="A number was wrong.")

    assert status_of(pk) == "draft"
    assert reads.agreement(world.dev, pk).text_hash == TextVersion.objects.get().text_hash


def test_a_stranger_finds_no_text_to_remark_on(world: World) -> None:
    pk = reviewed(world)

    with pytest.raises(NotFound):
        writes.remark(world.ivy, pk, said="Hello.")
    writes.remark(world.dev, pk, said="Who pays for fuel?", clause=clause(pk, "2"))
