"""The list of agreements says what each asks of whoever looks, in their seats."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from agencies import reads, writes
from agencies.models import MotionKind
from audit.actors import Actor
from tests.agencies.acts import (
    approved,
    clause,
    counsel,
    drafted,
    executed,
    hash_of,
    party,
    reviewed,
    sent,
)
from tests.agencies.browsers import page
from tests.agencies.test_join_an_agreement import invited, open_to_all
from tests.agencies.test_renew_an_agreement import renewal
from tests.world import World


def asks(who: Actor, pk: UUID) -> tuple[str, ...]:
    return next(one.asks for one in reads.agreements(who) if one.id == pk)


def test_a_signature_is_asked_of_a_signatory_alone(world: World) -> None:
    pk = sent(world)
    assert asks(world.cleo, pk) == ()
    assert asks(world.dev, pk) == ("Your signature is asked for",)

    writes.sign_agreement(world.dev, pk, text_hash=hash_of(pk))

    assert asks(world.dev, pk) == ()


def test_a_review_is_asked_of_counsel_or_of_an_admin_where_there_is_none(world: World) -> None:
    pk = reviewed(world)
    assert asks(world.dev, pk) == ("Your answer to version 1 is asked for",)
    cara = counsel(world.bay_ems, "Cara Voss")
    assert (asks(world.dev, pk), asks(cara, pk)) == ((), ("Your answer to version 1 is asked for",))

    writes.approve_text(cara, pk, text_hash=hash_of(pk))

    assert asks(cara, pk) == ()


def test_proposed_words_are_answered_by_who_leads(world: World) -> None:
    pk = reviewed(world)
    writes.propose_words(world.dev, pk, clause=clause(pk, "2"), proposed="Two.", why="Two.")
    told = writes.ask_for_changes(world.dev, pk, text_hash=hash_of(pk), reason="We have two.")
    assert told.agreement == pk

    assert asks(world.dora, pk) == ("Your answer to proposed words is asked for",)
    assert asks(world.dev, pk) == ()


def test_a_resolution_is_asked_of_whose_council_must_resolve_and_then_it_is_sent(
    world: World,
) -> None:
    pk = approved(world)
    assert asks(world.dora, pk) == ("It waits for you to send it for signature",)

    writes.name_body(world.dev, party(pk, world.bay_ems), body="City Council")

    assert asks(world.dev, pk) == ("The resolution of your City Council is asked for",)
    assert asks(world.dora, pk) == ()


def test_a_vote_is_asked_of_who_has_not_voted(world: World) -> None:
    pk = executed(world)

    writes.move_for_all(world.dora, pk, kind=MotionKind.TERMINATE, reason="Replaced.")

    assert asks(world.dev, pk) == ("Your vote is asked for: to terminate it",)
    assert asks(world.dora, pk) == ()


def test_who_is_asked_to_join_reads_that(world: World) -> None:
    pk = open_to_all(world)

    invited(world, pk)

    assert asks(world.ivy, pk) == ("You are asked to join",)
    assert asks(world.dev, pk) == ()


def test_a_renewal_is_asked_of_who_leads_what_ends_soon(world: World) -> None:
    ends = timezone.now() + timedelta(days=50)
    pk = executed(world, expires_at=ends)
    assert asks(world.dora, pk) == ("It ends soon: your renewal is asked for",)
    assert asks(world.dev, pk) == ()

    renewal(world, pk, effective_at=ends)

    assert asks(world.dora, pk) == ()


def test_what_renews_itself_or_is_only_a_draft_asks_nothing(world: World) -> None:
    ends = timezone.now() + timedelta(days=50)

    assert asks(world.dora, executed(world, expires_at=ends, renews_months=12)) == ()
    assert asks(world.dora, drafted(world)) == ()


def test_the_page_of_agreements_says_it(world: World) -> None:
    reviewed(world)

    assert b"Your answer to version 1 is asked for" in page(world.dev, "agreements").content
