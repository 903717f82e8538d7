"""One party goes no further with a text, and the others may: chapter 5.3."""

from __future__ import annotations

from uuid import UUID

import pytest

from agencies import reads, writes
from agencies.lifecycle import RedlineStatus
from agencies.models import Effect, Party, Signature
from agencies.writes.leaving_the_table import BoundToAmend, NotAtTheTable, SignedByUs
from agencies.writes.parties import LeaderStays
from agencies.writes.reviewing import NotReady, NotUnderReview
from agencies.writes.signing import BindsAlready
from audit import streams
from audit.refusals import NotAllowed, NotFound
from tests.agencies.acts import (
    clause,
    drafted,
    executed,
    hash_of,
    party,
    reviewed,
    sent,
    supply,
    told_in,
)
from tests.agencies.browsers import page, send
from tests.agencies.systems import System
from tests.agencies.test_amend_an_agreement import six
from tests.agencies.test_what_is_in_force import bound
from tests.world import World

WHY = "Our board will not have it."


def of_three(world: World, **changes: object) -> UUID:
    """A draft between Harbor, Bay and Northfield."""
    pk = drafted(world, **changes)
    writes.add_party(world.dora, pk, agency=world.northfield.pk, signatory_title="President")
    return pk


def under_review(world: World) -> UUID:
    pk = of_three(world)
    writes.send_for_review(world.dora, pk, text_hash=hash_of(pk))
    return pk


def stands(world: World, pk: UUID) -> dict[str, str]:
    return {one.code: one.standing for one in reads.agreement(world.dora, pk).parties}


def test_the_others_go_on_with_another_version(world: World) -> None:
    """What was approved of a text that names one party more is void."""
    pk = under_review(world)
    writes.approve_text(world.dora, pk, text_hash=hash_of(pk))

    writes.leave_table(world.ivy, party(pk, world.northfield), reason=WHY)

    assert reads.agreement(world.dev, pk).state == "negotiation"
    with pytest.raises(NotUnderReview):
        writes.approve_text(world.dev, pk, text_hash=hash_of(pk))
    writes.send_for_review(world.dora, pk, text_hash=hash_of(pk))
    for admin in (world.dora, world.dev):
        writes.approve_text(admin, pk, text_hash=hash_of(pk))
    assert reads.agreement(world.dora, pk).state == "approved"


def test_all_are_told_who_left_and_why(world: World) -> None:
    pk = under_review(world)

    writes.leave_table(world.ivy, party(pk, world.northfield), reason=WHY)

    assert stands(world, pk)["NPC"] == "away"
    seen = {one.code: one.why_not for one in reads.agreement(world.dev, pk).parties}
    assert seen["NPC"] == f"It goes no further: {WHY}"
    assert told_in(streams.of_agency(world.bay_ems.pk))[-1] == "agencies.party_left_the_table"
    assert WHY in page(world.dora, "agreement", pk).content.decode()


def test_signatures_are_void_and_nobody_is_bound(world: World) -> None:
    pk = of_three(world)
    writes.send_for_signature(world.dora, pk, text_hash=hash_of(pk))
    writes.sign_agreement(world.dora, pk, text_hash=hash_of(pk))

    told = writes.leave_table(world.ivy, party(pk, world.northfield), reason=WHY)

    assert [fact.payload().get("void_signatures") for fact in told] == [1]
    found = reads.agreement(world.dora, pk)
    assert (found.state, [one.signer for one in found.parties]) == ("negotiation", ["", "", ""])
    assert Signature.objects.filter(party__agreement=pk).count() == 1
    assert bound(pk) == set()


def test_who_left_has_no_say_and_sees_what_it_was_sent_until_the_next_version(
    world: World,
) -> None:
    pk = under_review(world)
    ours = party(pk, world.northfield)
    writes.leave_table(world.ivy, ours, reason=WHY)

    may = reads.agreement(world.ivy, pk).may
    assert not may & {"remark", "body", "answer", "leave_table", "sign"}
    with pytest.raises(NotAllowed):
        writes.remark(world.ivy, pk, said="One more thing.")
    with pytest.raises(NotAtTheTable):
        writes.leave_table(world.ivy, ours, reason=WHY)
    writes.send_for_review(world.dora, pk, text_hash=hash_of(pk))
    with pytest.raises(NotFound):
        reads.agreement(world.ivy, pk)


def test_its_proposed_words_hold_nobody_up(world: World) -> None:
    pk = under_review(world)
    told = writes.propose_words(
        world.ivy, pk, clause=clause(pk, "1"), proposed="Each may ask.", why="Plainer."
    )

    writes.leave_table(world.ivy, party(pk, world.northfield), reason=WHY)

    redlines = {one.id: one.status for one in reads.agreement(world.dora, pk).redlines}
    assert redlines[told.redline] == RedlineStatus.WITHDRAWN
    writes.send_for_review(world.dora, pk, text_hash=hash_of(pk))


def test_a_clause_that_names_who_left_is_changed_before_the_text_goes_out(world: World) -> None:
    pk = of_three(world)
    named = supply(number="3", giver=world.northfield.pk, text="Northfield sends one, too.")
    writes.add_clause(world.dora, pk, wording=named)
    writes.send_for_review(world.dora, pk, text_hash=hash_of(pk))
    writes.leave_table(world.ivy, party(pk, world.northfield), reason=WHY)

    with pytest.raises(NotReady, match="Clause 3 names Northfield"):
        writes.send_for_review(world.dora, pk, text_hash=hash_of(pk))
    writes.remove_clause(world.dora, clause(pk, "3"))

    writes.send_for_review(world.dora, pk, text_hash=hash_of(pk))


def test_it_may_be_asked_to_the_table_again(world: World) -> None:
    pk = under_review(world)
    writes.leave_table(world.ivy, party(pk, world.northfield), reason=WHY)

    writes.add_party(world.dora, pk, agency=world.northfield.pk, signatory_title="President")
    writes.send_for_review(world.dora, pk, text_hash=hash_of(pk))

    assert "answer" in reads.agreement(world.ivy, pk).may
    assert stands(world, pk)["NPC"] == "unsigned"


def test_where_one_would_be_left_it_is_given_up(world: World) -> None:
    pk = reviewed(world)

    told = writes.leave_table(world.dev, party(pk, world.bay_ems), reason=WHY)

    assert len(told) == 2
    assert reads.agreement(world.dora, pk).state == "abandoned"
    assert reads.agreement(world.dev, pk).state == "abandoned"


def test_who_leads_gives_it_up_for_all_instead(world: World) -> None:
    pk = under_review(world)

    with pytest.raises(LeaderStays, match="give it up"):
        writes.leave_table(world.dora, party(pk, world.harbor_fire), reason=WHY)
    assert "leave_table" not in reads.agreement(world.dora, pk).may


def test_who_has_signed_or_is_bound_does_not_leave_by_getting_up(world: World) -> None:
    pk = sent(world)
    writes.sign_agreement(world.dev, pk, text_hash=hash_of(pk))
    each = of_three(world, title="Each for itself", effect=Effect.PER_PARTY)
    writes.send_for_signature(world.dora, each, text_hash=hash_of(each))
    for signatory in (world.dora, world.dev):
        writes.sign_agreement(signatory, each, text_hash=hash_of(each))
    whole = executed(world, title="Signed by both")

    with pytest.raises(SignedByUs):
        writes.leave_table(world.dev, party(pk, world.bay_ems), reason=WHY)
    with pytest.raises(BindsAlready):
        writes.leave_table(world.ivy, party(each, world.northfield), reason=WHY)
    with pytest.raises(NotAtTheTable):
        writes.leave_table(world.dev, party(whole, world.bay_ems), reason=WHY)


def test_an_amendment_is_refused_by_its_answer(world: World) -> None:
    document = six(world, executed(world))
    writes.send_for_signature(world.dora, document, text_hash=hash_of(document))

    with pytest.raises(BoundToAmend):
        writes.leave_table(world.dev, party(document, world.bay_ems), reason=WHY)


def test_a_party_leaves_on_its_page_and_by_a_system(world: World) -> None:
    pk, other = under_review(world), under_review(world)
    ours = party(pk, world.northfield)
    assert b"Leave the table" in page(world.ivy, "agreement", pk).content

    empty = send(world.ivy, "leave-table", pk, ours, reason="")
    done = send(world.ivy, "leave-table", pk, ours, reason=WHY)
    told = System(world.ivy).act(
        f"standings/{party(other, world.northfield)}/leave-table/", {"reason": WHY}
    )

    assert [one.status_code for one in (empty, done, told)] == [422, 302, 200]
    assert Party.objects.filter(agreement__in=(pk, other), removed_at__isnull=False).count() == 2
