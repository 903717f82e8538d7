"""No row joins what belongs to different agencies, or to different wholes (M19, P11).

Where a row leads to one table by two ways, both end at the same row: a key over two columns or
a trigger says so (`audit.joins`). Where they may part, that stands here with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pytest
from django.db import IntegrityError
from django.db.models import Model

from incidents.models import Deployment
from mutualaid.models import OfferedResource, Solicitation
from tests.conformance.test_keys_tell_nothing import asked
from tests.stage import set_up
from tests.world import World, seeding

# Whoever leads a whole works there with others; what amends or follows is another's own.
ANYBODYS: Final = {"amends_id", "follows_id", "led_by_id", "opened_by_id"}
SPOKEN_OF: Final = "every party speaks of every clause"
ANEW: Final = "other words may say otherwise who gives and who receives"
COMMAND: Final = "command passes between people, and in unified command between agencies"
WORKS_THERE: Final = "all who are at an incident work in the divisions that one of them made"
OF_A_CLAUSE: Final = ("giver_id", "receiver_id")
SPEAKING: Final = (
    "clausecheck.clause_id",
    "redline.clause_id",
    "redline.put_id",
    "remark.clause_id",
)
MAY_PART: Final = {
    "agencies_clause.giver_id.agency_id = receiver_id.agency_id": "one gives, another receives",
    "agencies_clausechange.clause_id.agreement_id = amendment_id": "it amends another document",
    "agencies_clausechange.clause_id.agreement_id = put_id.agreement_id": "as above",
    "agencies_consent.motion_id.moved_by_id = party_id": "others consent to what one moves",
    **{f"agencies_{part}.{way} = party_id": SPOKEN_OF for part in SPEAKING for way in OF_A_CLAUSE},
    **{
        f"agencies_{name}.clause_id.{before} = put_id.{after}": ANEW
        for name in ("clausechange", "redline")
        for before in OF_A_CLAUSE
        for after in OF_A_CLAUSE
    },
    "incidents_deployment.division_id.made_by_id = agency_id": WORKS_THERE,
    "incidents_deployment.division_id.made_by_id = resource_id.agency_id": WORKS_THERE,
    "incidents_glass.member_id.agency_id = owner_id": "one's own is not kept behind glass",
    "incidents_guest.account_id.agency_id = host_id": "a guest's account is of no agency",
    "incidents_handover.offered_by_id.account_id = offered_to_id.account_id": COMMAND,
    "incidents_handover.offered_by_id.agency_id = offered_to_id.agency_id": COMMAND,
    "incidents_handover.offered_by_id.agency_id = seat_id.agency_id": COMMAND,
    "incidents_handover.offered_to_id.agency_id = seat_id.agency_id": COMMAND,
    "incidents_handover.seat_id.holder_id = offered_by_id": COMMAND,
    "incidents_handover.seat_id.holder_id = offered_to_id": COMMAND,
    "incidents_withdrawal.note_id.agency_id = partner_id": "kept from another than its owner",
}

REFERENCES: Final = """
    SELECT f.conrelid::regclass::text, a.attname, f.confrelid::regclass::text
    FROM pg_constraint f JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = f.conkey[1]
    WHERE f.contype = 'f' AND array_length(f.conkey, 1) = 1
    AND f.conrelid::regclass::text ~ '^(agencies|incidents|mutualaid)_'
"""
KEYS: Final = """
    SELECT f.conrelid::regclass::text, part.attname || '.' || up.attname, whole.attname
    FROM pg_constraint f
    JOIN pg_attribute part ON part.attrelid = f.conrelid AND part.attnum = f.conkey[1]
    JOIN pg_attribute whole ON whole.attrelid = f.conrelid AND whole.attnum = f.conkey[2]
    JOIN pg_attribute up ON up.attrelid = f.confrelid AND up.attnum = f.confkey[2]
    WHERE f.contype = 'f' AND array_length(f.conkey, 1) = 2 AND f.convalidated
"""
TRIGGERS: Final = """
    SELECT named.on_table, w[1] || '.' || w[3], w[4] || '.' || w[6] FROM (
        SELECT t.tgrelid::regclass::text, string_to_array(encode(t.tgargs, 'escape'), '\\000')
        FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid WHERE p.proname = 'audit_of_one_whole'
    ) named (on_table, w)
"""


def ways() -> dict[str, dict[str, str]]:
    """For each table, what it leads to in one step or in two, by the way."""
    steps: dict[str, dict[str, str]] = {}
    for table, column, to in asked(REFERENCES):
        steps.setdefault(table, {})[column] = to
    return {
        table: columns
        | {
            f"{column}.{further}": end
            for column, to in columns.items()
            for further, end in steps.get(to, {}).items()
            if further not in ANYBODYS
        }
        for table, columns in steps.items()
    }


def meeting() -> Iterator[tuple[str, str, str]]:
    """Two ways from one table to one other, by different columns, of which one has two steps."""
    for table, found in ways().items():
        for one, end in found.items():
            for other, same in found.items():
                apart = one.partition(".")[0] != other.partition(".")[0]
                longer = "." in one and (one < other or "." not in other)
                if apart and longer and end == same and other not in ANYBODYS:
                    yield table, one, other


def tied() -> dict[str, list[set[str]]]:
    """The ways of each table that end at the same row, as the database says."""
    together: dict[str, list[set[str]]] = {}
    for table, one, other in asked(KEYS) + asked(TRIGGERS):
        pair = {one, other}
        sets = together.setdefault(table, [])
        for touching in [known for known in sets if known & pair]:
            sets.remove(touching)
            pair = pair | touching
        sets.append(pair)
    return together


def test_ways_that_meet_end_at_the_same_row_or_may_part(db: None) -> None:
    together = tied()
    part = {
        f"{table}.{one} = {other}"
        for table, one, other in meeting()
        if not any({one, other} <= known for known in together.get(table, []))
    }

    assert part == set(MAY_PART), (
        "say in a migration that they end at the same row (audit/joins.py), or here why they may"
        f" part: {sorted(part - set(MAY_PART))}; gone: {sorted(set(MAY_PART) - part)}"
    )


@pytest.fixture
def rows(world: World) -> dict[str, Model]:
    return set_up(world)


def test_an_engine_of_another_agency_does_not_stand_in_a_deployment(
    world: World, rows: dict[str, Model]
) -> None:
    engine = Deployment.objects.filter(agency=world.harbor_fire)
    assert engine.exists()

    with pytest.raises(IntegrityError, match="deployment_of_its_agencys_resource"), seeding():
        engine.update(resource=world.ambulances[2])


def test_an_engine_of_another_agency_is_not_offered(world: World, rows: dict[str, Model]) -> None:
    offer = Solicitation.objects.filter(agency=world.bay_ems).first()
    assert offer

    with pytest.raises(IntegrityError, match="are of different wholes"), seeding():
        OfferedResource.objects.create(solicitation=offer, resource=world.engines[1])
