"""Without any rule, whose rows the database lets whom begin a write at (P11).

Of each write the row of `tests/matrix.py` is locked as the write would lock it, by people of whose
agency nobody may do it, while every rule says yes. Whoever may not even know of a row must not get
hold of it. Rows that partners work on together they may hold; which writes those are is pinned.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import pytest
from django.db import transaction
from django.db.models import Model

from audit import admitting, walls
from audit.actors import Actor
from audit.writes import WRITES
from tests.doors.walls_apart import policies_alone
from tests.matrix import MATRIX, PEOPLE
from tests.stage import set_up
from tests.world import World

# Writes that somebody can begin without any rule whose agency may not, but knows of the row: what
# they may do there, only rules say. See first whether a policy could (`policies.kept`).
OPEN: Final = {
    # Of agreements, which parties work on together.
    "agencies.writes.amending.amend_agreement",
    "agencies.writes.joining.invite_to_join",
    "agencies.writes.joining.sign_joinder",
    "agencies.writes.leaving.give_notice",
    "agencies.writes.leaving.rescind_notice",
    "agencies.writes.leaving_the_table.leave_table",
    "agencies.writes.motions.drop_motion",
    "agencies.writes.redlines.decline_words",
    "agencies.writes.redlines.take_words",
    "agencies.writes.redlines.withdraw_words",
    "agencies.writes.renewing.renew_agreement",
    "agencies.writes.resolutions.name_body",
    "agencies.writes.resolutions.record_resolution",
    "agencies.writes.reviewing.take_back",
    "agencies.writes.signing.reopen_agreement",
    "agencies.writes.suspending.resume_for_us",
    "agencies.writes.suspending.suspend_for_us",
    # Of an incident, where all who are there work.
    "incidents.writes.command.add_command_seat",
    "incidents.writes.command.end_command_seat",
    "incidents.writes.command.establish_unified_command",
    "incidents.writes.deployment.accept_arrival",
    "incidents.writes.division.add_division",
    "incidents.writes.glass.review_glass",
    "incidents.writes.guests.come_as_guest",  # of one's own guest's row
    "incidents.writes.guests.invite_guest",
    "incidents.writes.handover.accept_command",
    "incidents.writes.handover.decline_command",
    "incidents.writes.handover.offer_command",
    "incidents.writes.handover.withdraw_command_offer",
    "incidents.writes.incident.close_incident",
    "incidents.writes.incident.edit_incident",
    "incidents.writes.objective.set_objective",
    "incidents.writes.participation.accept_invitation",
    "incidents.writes.participation.decline_invitation",
    "incidents.writes.participation.invite_agency",
    # Of a request, in which those who ask and those who are asked meet.
    "mutualaid.writes.asks.acknowledge",
    "mutualaid.writes.asks.decline",
    "mutualaid.writes.asks.offer",
    "mutualaid.writes.asks.withdraw_offer",
    "mutualaid.writes.changes.change_request",
    "mutualaid.writes.holds.hold_request",
    "mutualaid.writes.holds.resume_request",
    "mutualaid.writes.lines.cancel_line",
    "mutualaid.writes.lines.close_short",
    "mutualaid.writes.lines.retry_line",
    "mutualaid.writes.offers.accept_offer",
    "mutualaid.writes.offers.reject_offer",
    "mutualaid.writes.requests.cancel_request",
    "mutualaid.writes.rungs.skip_to_rung",
}

PERSONS: Final = 6  # the others in the table are machines


@dataclass(frozen=True)
class Attempt:
    write: str
    row: str
    who: str
    unknown: bool  # to everybody of their agency


def attempts(world: World) -> Iterator[Attempt]:
    """Every write by one of each agency of which nobody may do it, where some person may."""
    for name, (row, letters) in MATRIX.items():
        told = dict(zip(PEOPLE, letters, strict=True))
        by_agency: dict[object, list[str]] = defaultdict(list)
        for who in PEOPLE:
            if isinstance(person := getattr(world, who, None), Actor):
                by_agency[person.agency_id].append(who)
        for people in by_agency.values():
            said = {told[who] for who in people}
            if said == {"."} or ("y" not in said and "y" in letters[:PERSONS]):
                yield Attempt(name, row, people[-1], said == {"."})


def gets_hold(actor: Actor, write: str, row: Model) -> bool:
    declared = WRITES[write]
    with transaction.atomic(), walls.looking_from(walls.place_of(actor)):
        held = admitting.locking(
            declared.allow, declared.subject, row.pk, actor, shared=declared.shares
        )()
        transaction.set_rollback(True)
    return held is not None


@pytest.fixture
def held(world: World) -> dict[Attempt, bool]:
    rows = set_up(world)
    with policies_alone():
        return {
            one: gets_hold(getattr(world, one.who), one.write, rows[one.row])
            for one in attempts(world)
        }


def test_who_may_not_know_of_a_row_gets_no_hold_of_it(held: dict[Attempt, bool]) -> None:
    unknown = {one: got for one, got in held.items() if one.unknown}

    assert [one for one, got in unknown.items() if got] == []
    assert len(unknown) >= 146


def test_rules_alone_say_what_partners_may_do_to_what_they_share(held: dict[Attempt, bool]) -> None:
    assert {one.write for one, got in held.items() if got} == OPEN
    assert sum(not got for one, got in held.items() if not one.unknown) >= 20
