"""What members are cleared for, as their own agency says, until when."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from agencies import admission, reads, writes
from agencies.categories import ClearanceKind
from agencies.models import Account, CheckItem, Clearance
from agencies.reads.directory import DIRECTORY
from agencies.writes.checklist import AlreadyConfirmed, NotConfirmed
from agencies.writes.clearances import ClearanceOver, NoSuchTerm
from audit.actors import Actor
from audit.constraints import Contradiction
from audit.refusals import NotAllowed
from audit.trail import Sought
from tests.agencies.shares import OPERATOR, checklist_done
from tests.world import World, seeding

SWORN = ClearanceKind.SWORN


def given(world: World, kind: ClearanceKind = SWORN, days: int | None = None) -> Clearance:
    until = None if days is None else timezone.now() + timedelta(days=days)
    assert world.ben.member_id is not None
    fact = writes.give_clearance(
        world.dora, world.ben.member_id, kind=kind, basis="Oath of office", until=until
    )
    return Clearance.objects.get(pk=fact.clearance)


def admitted(person: Actor) -> frozenset[str]:
    account = Account.objects.get(member=person.member_id)
    found = admission.admit(account.pk, via="page")
    assert found is not None
    return found.clearances


def test_who_was_cleared_comes_with_it_through_every_door(world: World) -> None:
    assert admitted(world.ben) == frozenset()

    given(world)

    assert admitted(world.ben) == {SWORN}


def test_a_clearance_that_ran_out_or_was_ended_counts_no_more(world: World) -> None:
    sworn, checked = given(world), given(world, ClearanceKind.CJIS, days=3)
    assert admitted(world.ben) == {SWORN, ClearanceKind.CJIS}

    writes.end_clearance(world.dora, sworn.pk, reason="Resigned")
    with seeding():
        Clearance.objects.filter(pk=checked.pk).update(
            since=timezone.now() - timedelta(days=2), until=timezone.now() - timedelta(days=1)
        )

    assert admitted(world.ben) == frozenset()
    with pytest.raises(ClearanceOver):
        writes.end_clearance(world.dora, sworn.pk, reason="Again")


def test_who_is_cleared_for_criminal_justice_data_is_screened_again(world: World) -> None:
    with pytest.raises(NoSuchTerm, match="until when"):
        given(world, ClearanceKind.CJIS)
    with pytest.raises(NoSuchTerm):
        given(world, days=-1)


def test_the_trail_says_what_they_were_cleared_for_and_on_what_ground(world: World) -> None:
    given(world)

    told = reads.agency_trail(world.dora, Sought(kind="agencies.clearance_given"))

    assert told.lines[0].sentence == "Ben Okafor is sworn officer: Oath of office."


def test_the_checklist_says_who_confirmed_what(world: World) -> None:
    """RULE-CJ-02."""
    checklist_done()

    listed = reads.checklist(world.dora)

    assert listed.on
    assert {item.confirmed_by for item in listed.items} == {"Chief Roe"}
    with pytest.raises(AlreadyConfirmed):
        checklist_done()


def test_one_item_short_criminal_justice_data_is_off(world: World) -> None:
    """RULE-CJ-02."""
    checklist_done()

    writes.withdraw_item(OPERATOR, DIRECTORY, item=CheckItem.MFA, ground="Lapsed")

    assert not reads.checklist(world.dora).on
    with pytest.raises(NotConfirmed):
        writes.withdraw_item(OPERATOR, DIRECTORY, item=CheckItem.MFA, ground="Lapsed")


def test_the_checklist_is_for_those_who_run_or_audit(world: World) -> None:
    with pytest.raises(NotAllowed):
        reads.checklist(world.cleo)


def test_nobody_confirms_without_a_name(world: World) -> None:
    with pytest.raises(Contradiction):
        writes.confirm_item(
            OPERATOR, DIRECTORY, item=CheckItem.MFA, confirmed_by="", ground="Letter"
        )
