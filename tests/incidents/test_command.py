from __future__ import annotations

from dataclasses import replace

import pytest

from audit.refusals import Conflict, NotAllowed, NotFound
from incidents import reads, writes
from incidents.acting import member
from incidents.models import BriefingItem, CommandSeat, Handover, Incident, Structure
from incidents.writes.command import (
    AlreadyUnified,
    CommandWouldBeEmpty,
    NotAtTheIncident,
    NotUnified,
)
from incidents.writes.handover import BriefingIncomplete, CannotTakeCommand, OfferSettled
from tests.incidents import arrange
from tests.incidents.arrange import WHOLE_BRIEFING
from tests.world import World, seeding


def test_the_one_who_was_offered_command_takes_it_after_the_briefing(world: World) -> None:
    """RULE-ICS-12: both confirm, and the line in the ledger cannot be taken back."""
    writes.accept_command(world.ben, world.offer_to_ben.pk, heard=WHOLE_BRIEFING)

    assert arrange.commander_of(world.fire.pk) == world.ben.member_id
    said = arrange.last_body(f"incident:{world.fire.pk}")
    assert said["because"] == "command was offered to you"
    assert len(said["fact"]["heard"]) == len(BriefingItem) == 11


def test_the_outgoing_commander_remains_until_then(world: World) -> None:
    """RULE-ICS-12: command is never empty in between."""
    with pytest.raises(BriefingIncomplete, match=r"Not yet briefed: .*delegation of authority"):
        writes.accept_command(
            world.ben, world.offer_to_ben.pk, heard=WHOLE_BRIEFING - {BriefingItem.DELEGATION}
        )

    assert arrange.commander_of(world.fire.pk) == world.ana.member_id


def test_nobody_else_may_take_what_was_offered_to_ben(world: World) -> None:
    assert reads.command_offer(world.ben, world.offer_to_ben.pk).to_name == "Ben Okafor"

    with pytest.raises(NotAllowed, match="You could if command was offered to you"):
        writes.accept_command(world.cleo, world.offer_to_ben.pk, heard=WHOLE_BRIEFING)

    assert arrange.commander_of(world.fire.pk) == world.ana.member_id


def test_a_briefing_is_for_the_two_it_passes_between(world: World) -> None:
    assert reads.command_offer(world.ana, world.offer_to_ben.pk).briefing

    with pytest.raises(NotFound):
        reads.command_offer(world.cleo, world.offer_to_ben.pk)


def test_a_transfer_is_told_to_every_agency_there(world: World) -> None:
    """Chapter 1.4, step 4: notice to agency headquarters and to all incident personnel."""
    writes.accept_command(world.ben, world.offer_to_ben.pk, heard=WHOLE_BRIEFING)

    assert "incidents.command_transferred" in arrange.happened_at(world.fire.pk)
    assert [row["commander"] for row in reads.incidents(world.cleo).active] == ["Ben Okafor"]
    assert "incidents.agency_notified" in arrange.told_to(world.bay_ems.pk)


def test_an_offer_is_declined_and_command_stays(world: World) -> None:
    writes.decline_command(world.ben, world.offer_to_ben.pk)

    assert reads.command_offers(world.ben) == []
    assert arrange.commander_of(world.fire.pk) == world.ana.member_id
    with pytest.raises(OfferSettled):
        writes.accept_command(world.ben, world.offer_to_ben.pk, heard=WHOLE_BRIEFING)


def test_an_offer_is_withdrawn_by_who_made_it_only(world: World) -> None:
    with pytest.raises(NotAllowed, match="you offered it"):
        writes.withdraw_command_offer(world.ben, world.offer_to_ben.pk)

    writes.withdraw_command_offer(world.ana, world.offer_to_ben.pk)

    assert reads.command_offers(world.ben) == []


def test_only_who_holds_the_seat_offers_it(world: World) -> None:
    with pytest.raises(NotAllowed, match="you hold this command seat"):
        writes.offer_command(world.ben, world.seat.pk, to=member(world.cleo))


def test_a_seat_is_offered_to_one_person_at_a_time(world: World) -> None:
    with pytest.raises(Conflict, match="being offered already"):
        writes.offer_command(world.ana, world.seat.pk, to=member(world.cleo))


def test_under_single_command_the_seat_follows_a_commander_of_another_agency(
    world: World,
) -> None:
    writes.withdraw_command_offer(world.ana, world.offer_to_ben.pk)
    offered = writes.offer_command(world.ana, world.seat.pk, to=member(world.cleo))

    writes.accept_command(world.cleo, offered.handover, heard=WHOLE_BRIEFING)

    seat = CommandSeat.objects.get(pk=world.seat.pk)
    assert (seat.holder_id, seat.agency_id) == (world.cleo.member_id, world.bay_ems.pk)


def test_command_is_not_offered_to_who_could_not_hold_it(world: World) -> None:
    """A dispatcher, a stranger and oneself are all no commanders to hand over to."""
    writes.withdraw_command_offer(world.ana, world.offer_to_ben.pk)

    for taker in (world.dora, world.ivy, world.ana):
        with pytest.raises(CannotTakeCommand):
            writes.offer_command(world.ana, world.seat.pk, to=member(taker))


def test_the_briefing_is_the_board_as_it_stood_when_command_was_offered(world: World) -> None:
    """RULE-ICS-13: what the offer's line shows cannot change afterwards."""
    incident = arrange.opened(world.ana)
    writes.set_objective(world.ana, incident.pk, text="Save the pier")
    offered = writes.offer_command(
        world.ana, CommandSeat.objects.get(incident=incident).pk, to=member(world.ben)
    )

    writes.set_objective(world.ana, incident.pk, text="Save the boats")

    told = reads.briefing(world.ben, offered.handover).of_kind("objective")
    assert [row["text"] for row in told] == ["Save the pier"]


def test_unified_command_is_shared_by_two_agencies_as_equals(world: World) -> None:
    told = writes.establish_unified_command(world.ana, world.fire.pk, agency=world.bay_ems.pk)
    writes.assume_command(world.cleo, told.seat)

    writes.set_objective(world.cleo, world.fire.pk, text="Everybody off the pier")
    writes.set_objective(world.ana, world.fire.pk, text="Keep it from the boats")

    assert Incident.objects.get(pk=world.fire.pk).structure == Structure.UNIFIED
    assert reads.incidents(world.ana).active[0]["commander"] == "Ana Lopes, Cleo Marsh"


def test_who_commands_together_is_named_in_one_order(world: World) -> None:
    """Since the same moment: by name, so that no list changes by itself."""
    arrange.joined(world.fire, world.ana, world.ivy)
    at = world.fire.opened_at
    first = writes.establish_unified_command(world.ana, world.fire.pk, agency=world.northfield.pk)
    writes.assume_command(world.ivy, first.seat)
    second = writes.add_command_seat(world.ana, world.fire.pk, agency=world.bay_ems.pk)
    writes.assume_command(world.cleo, second.seat)

    with seeding():
        CommandSeat.objects.filter(incident=world.fire).update(since=at)

    assert reads.incidents(world.ana).active[0]["commander"] == "Ana Lopes, Cleo Marsh, Ivy Stone"


def test_under_unified_command_no_agency_takes_the_seat_of_another(world: World) -> None:
    """Chapter 1.4: no member of unified command gives up its authority."""
    writes.withdraw_command_offer(world.ana, world.offer_to_ben.pk)
    writes.establish_unified_command(world.ana, world.fire.pk, agency=world.bay_ems.pk)

    with pytest.raises(CannotTakeCommand):
        writes.offer_command(world.ana, world.seat.pk, to=member(world.cleo))


def test_only_the_present_commander_shares_command(world: World) -> None:
    with pytest.raises(NotAllowed, match="you hold command of it"):
        writes.establish_unified_command(world.cleo, world.fire.pk, agency=world.bay_ems.pk)


def test_an_agency_that_is_not_there_gets_no_command_seat(world: World) -> None:
    with pytest.raises(NotAtTheIncident):
        writes.establish_unified_command(world.ana, world.fire.pk, agency=world.northfield.pk)


def test_a_third_agency_joins_unified_command(world: World) -> None:
    with pytest.raises(NotUnified):
        writes.add_command_seat(world.ana, world.fire.pk, agency=world.bay_ems.pk)
    writes.establish_unified_command(world.ana, world.fire.pk, agency=world.bay_ems.pk)
    arrange.joined(world.fire, world.ana, world.ivy)

    writes.add_command_seat(world.ana, world.fire.pk, agency=world.northfield.pk)

    assert CommandSeat.objects.filter(incident=world.fire, ended_at__isnull=True).count() == 3
    with pytest.raises(AlreadyUnified):
        writes.establish_unified_command(world.ana, world.fire.pk, agency=world.bay_ems.pk)


def test_with_one_seat_left_command_is_single_again(world: World) -> None:
    told = writes.establish_unified_command(world.ana, world.fire.pk, agency=world.bay_ems.pk)

    writes.end_command_seat(world.ana, told.seat)

    assert Incident.objects.get(pk=world.fire.pk).structure == Structure.SINGLE


def test_command_is_never_emptied(world: World) -> None:
    """RULE-ICS-12: the last holder cannot end the seat; an empty one beside it does not help."""
    writes.withdraw_command_offer(world.ana, world.offer_to_ben.pk)
    writes.establish_unified_command(world.ana, world.fire.pk, agency=world.bay_ems.pk)

    with pytest.raises(CommandWouldBeEmpty):
        writes.end_command_seat(world.ana, world.seat.pk)


def test_a_seat_that_somebody_holds_is_ended_by_its_holder_only(world: World) -> None:
    told = writes.establish_unified_command(world.ana, world.fire.pk, agency=world.bay_ems.pk)
    writes.assume_command(world.cleo, told.seat)

    with pytest.raises(NotAllowed, match="you hold this command seat"):
        writes.end_command_seat(world.ana, told.seat)

    writes.end_command_seat(world.cleo, told.seat)


def test_a_stranger_cannot_even_find_the_seat(world: World) -> None:
    with pytest.raises(NotFound):
        writes.assume_command(world.ivy, world.seat.pk)
    with pytest.raises(NotFound):
        writes.accept_command(world.ivy, world.offer_to_ben.pk, heard=WHOLE_BRIEFING)


def test_a_repeat_with_the_same_key_takes_command_once(world: World) -> None:
    ben = replace(world.ben, key="take-it")

    first = writes.accept_command(ben, world.offer_to_ben.pk, heard=WHOLE_BRIEFING)
    again = writes.accept_command(ben, world.offer_to_ben.pk, heard=WHOLE_BRIEFING)

    assert again.payload() == first.payload()
    assert arrange.happened_at(world.fire.pk).count("incidents.command_transferred") == 1
    assert Handover.objects.get(pk=world.offer_to_ben.pk).settled_at is not None
