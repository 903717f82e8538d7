"""Coded by, checked by: whose counsel found that a coded clause says what its text says."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.db import DatabaseError

from agencies import reads, writes
from agencies.categories import Category
from agencies.models import Clause, ClauseCheck, ShareGrant
from agencies.reads.coding import Coding
from agencies.writes.changes import NothingChanged
from agencies.writes.checking import BeingWritten
from agencies.writes.redlines import NoSuchClause
from audit.actors import Actor
from audit.refusals import NotAllowed
from audit.streams import of_agency
from audit.trail import Sought
from tests.agencies.acts import clause, counsel, drafted, executed, hash_of, reviewed, sent, told_in
from tests.agencies.browsers import page, send
from tests.agencies.shares import shared
from tests.world import World, seeding


def coding(by: Actor, pk: UUID, number: str = "2") -> Coding:
    return next(one for one in reads.agreement(by, pk).clauses if one.number == number).coding


def test_a_clause_says_who_coded_it_and_which_counsel_checked_it(world: World) -> None:
    """RULE-MOU-08."""
    pk = sent(world)
    lawyer = counsel(world.bay_ems, "Lena Fox")

    writes.check_clauses(lawyer, pk, clauses=[clause(pk, "2")])

    said = coding(world.dora, pk)
    (check,) = said.checks
    assert said.coded_by == "Dora Weiss"
    assert (check.name, check.checker, check.by_counsel) == ("Bay City EMS", "Lena Fox", True)
    assert said.unchecked == ("Harbor County Fire",)
    assert said.warning == ""  # Bay gives the ambulances
    assert "only warn" in coding(world.dora, pk, "1").warning


def test_an_agency_without_counsel_answers_for_itself_and_the_page_says_so(world: World) -> None:
    pk = sent(world)

    writes.check_clauses(world.dev, pk, clauses=[clause(pk, "2")])

    assert not coding(world.dora, pk).checks[0].by_counsel


def test_where_an_agency_has_counsel_nobody_else_checks_for_it(world: World) -> None:
    pk = sent(world)
    lawyer = counsel(world.bay_ems, "Lena Fox")

    with pytest.raises(NotAllowed):
        writes.check_clauses(world.dev, pk, clauses=[clause(pk, "2")])

    writes.check_clauses(lawyer, pk, clauses=[clause(pk, "2")])


def test_every_party_hears_of_it_in_a_sentence(world: World) -> None:
    pk = sent(world)

    writes.check_clauses(world.dev, pk, clauses=[clause(pk, "1"), clause(pk, "2")])

    for agency in (world.harbor_fire, world.bay_ems):
        assert told_in(of_agency(agency.pk))[-1] == "agencies.clauses_checked"
    line = reads.agency_trail(world.dora, Sought()).lines[0].sentence
    assert "Bay City EMS, which has no counsel, checked the coded form of clauses 1, 2" in line


def test_whoever_shows_nothing_for_want_of_a_check_is_told_that_it_is_their_turn(
    world: World,
) -> None:
    """RULE-MOU-08."""
    pk = shared(world, Category.PII).pk
    assert reads.agreement(world.dora, pk).turns == ()

    writes.withdraw_checks(world.dora, pk, clauses=[clause(pk, "1")], doubt="All of it?")

    (turn,) = reads.agreement(world.dev, pk).turns
    assert turn.name == "Harbor County Fire"
    assert turn.what == "check the coding of clause 1, which shows nothing until then"


def test_a_clause_that_is_worded_anew_is_unchecked_again(world: World) -> None:
    """RULE-MOU-08: a check is of these words and this coded form, and of no others."""
    pk = reviewed(world)
    writes.check_clauses(world.dev, pk, clauses=[clause(pk, "2")])
    writes.propose_words(world.dev, pk, clause=clause(pk, "2"), proposed="Two.", why="We have two.")
    writes.ask_for_changes(world.dev, pk, text_hash=hash_of(pk), reason="We have two.")
    before = clause(pk, "2")

    with seeding():
        redline = Clause.objects.get(pk=before).redlines.get().pk
    writes.take_words(world.dora, redline)

    assert clause(pk, "2") != before
    assert coding(world.dora, pk).checks == ()


def test_a_check_keeps_the_hash_of_what_was_checked_and_stands(world: World) -> None:
    pk = sent(world)
    writes.check_clauses(world.dev, pk, clauses=[clause(pk, "2")])
    check = ClauseCheck.objects.get(clause=clause(pk, "2"))

    with pytest.raises(DatabaseError, match="stands"), seeding():
        ClauseCheck.objects.filter(pk=check.pk).update(clause_hash="0" * 64)


def test_what_is_being_written_is_checked_once_it_is_sent_out(world: World) -> None:
    pk = drafted(world)
    writes.send_for_review(world.dora, pk, text_hash=hash_of(pk))
    writes.take_back(world.dora, pk, reason="Wait.")

    with pytest.raises(BeingWritten):
        writes.check_clauses(world.dev, pk, clauses=[clause(pk, "2")])


def test_nothing_is_checked_twice_or_from_elsewhere(world: World) -> None:
    pk = executed(world)

    with pytest.raises(NothingChanged):
        writes.check_clauses(world.dev, pk, clauses=[clause(pk, "2")])
    with pytest.raises(NoSuchClause):
        writes.check_clauses(world.dev, pk, clauses=[clause(world.agreement.pk, "2")])


def test_counsel_who_doubts_says_why_and_it_only_warns_again(world: World) -> None:
    """RULE-MOU-08."""
    pk = executed(world)
    assert coding(world.dora, pk).warning == ""

    writes.withdraw_checks(world.dev, pk, clauses=[clause(pk, "2")], doubt="Two, not three.")

    said = coding(world.dora, pk)
    assert "only warn" in said.warning
    assert said.doubts[0].doubt == "Two, not three."
    with pytest.raises(NothingChanged):
        writes.withdraw_checks(world.dev, pk, clauses=[clause(pk, "2")], doubt="Again.")


def test_an_unchecked_clause_shows_nothing(world: World) -> None:
    """RULE-MOU-08: what was shown cannot be taken back, so the default stays to deny."""
    shown = ShareGrant.objects.filter(giver=world.bay_ems, receiver=world.harbor_fire)
    other = ShareGrant.objects.filter(giver=world.harbor_fire, receiver=world.bay_ems)
    assert shown.exists()

    shares = [clause(world.agreement.pk, "4")]
    writes.withdraw_checks(world.dev, world.agreement.pk, clauses=shares, doubt="Which data?")

    assert not shown.exists()
    assert other.exists()  # Harbor's own counsel has checked what Harbor shows


def test_counsel_checks_on_the_page_and_through_the_api(world: World) -> None:
    pk = sent(world)

    body = page(world.dev, "agreement", pk).content
    taken = send(world.dev, "check-clauses", pk, clauses=[str(clause(pk, "2"))])

    assert b"Check the coding" in body
    assert b"Only warns" in body
    assert taken.status_code == 302
    assert b"Checked by Dev Rao, Bay City EMS" in page(world.dora, "agreement", pk).content
    doubted = send(
        world.dev, "doubt-clauses", pk, clauses=[str(clause(pk, "2"))], doubt="Two, not three."
    )
    assert doubted.status_code == 302
    assert b"Doubted by Dev Rao" in page(world.dora, "agreement", pk).content
