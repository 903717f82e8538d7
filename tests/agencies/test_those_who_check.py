"""Who looked at ours, our own trail, the security log: read, filtered, taken along."""

from __future__ import annotations

import csv
import io
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from agencies import reads, writes
from agencies.models import Account
from agencies.web.tables import defused
from audit import verification
from audit.actors import Actor
from audit.checkpoints import publish
from audit.models import Alarm, Entry
from audit.proof import Broken
from audit.refusals import NotAllowed, NotFound
from audit.security import LedgerState
from audit.trail import Sought
from audit.verification import raise_alarm
from tests.agencies.acts import executed, led_by_bay, told_in
from tests.agencies.holders import member_id
from tests.world import World

EVERYTHING = Sought()


def browser(actor: Actor) -> Client:
    client = Client()
    client.force_login(Account.objects.get(member=actor.member_id))
    return client


def table(answer: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(answer.getvalue().decode())))


def test_an_export_stands_in_the_ledger_before_it_leaves(world: World) -> None:
    reads.agreement(world.dora, led_by_bay(world))

    answer = browser(world.dev).post(reverse("agencies:export-looks"), {"person": "dora"})

    (row,) = table(answer)
    assert (row["person"], row["agency"]) == ("Dora Weiss", "Harbor County Fire")
    told = reads.agency_trail(world.dev, Sought(kind="agencies.access_log_exported")).lines[0]
    assert told.fact["sought"] == ["person: dora"]


def test_only_an_auditor_takes_a_copy(world: World) -> None:
    """Dora is an admin and no auditor."""
    assert browser(world.dora).post(reverse("agencies:export-looks")).status_code == 403
    assert browser(world.dora).post(reverse("agencies:export-trail")).status_code == 403
    assert browser(world.dev).get(reverse("agencies:export-looks")).status_code == 405


def test_the_trail_is_exported_with_the_proof_of_each_line(world: World) -> None:
    executed(world)

    rows = table(browser(world.dev).post(reverse("agencies:export-trail")))

    proofs = [hashed.hex() for hashed in _hashes(world)]
    assert proofs[: len(rows)] == [row["hash"] for row in reversed(rows)]


@pytest.mark.parametrize(
    "cell",
    [
        *("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\x00=1", "|cmd", "\ufeff=1"),
        *("\uff1d1+1", "\uff0b1", "\uff20SUM(A1)", "\u202e=1", "\u200b=1", "\u3000=1", "\v=1"),
    ],
)
def test_no_cell_is_a_formula(cell: str) -> None:
    assert defused(cell).startswith("'")


@pytest.mark.parametrize("cell", ["Ana", "2026-01-01", "1=1", "", "  ", "\u202eAna"])
def test_a_plain_cell_stays_as_it_is(cell: str) -> None:
    assert defused(cell) == cell


def test_a_hostile_name_is_harmless_in_an_export(world: World) -> None:
    writes.suspend_member(world.dev, member_id(world.cleo), reason="=HYPERLINK(1)")

    said = browser(world.dev).post(reverse("agencies:export-trail")).getvalue().decode()

    assert "HYPERLINK" in said
    assert '"=' not in said


def test_the_trail_is_for_admins_and_auditors(world: World) -> None:
    executed(world)

    assert reads.agency_trail(world.dora, EVERYTHING).lines
    assert reads.agency_trail(world.dev, EVERYTHING).lines
    with pytest.raises(NotAllowed, match="seated as auditor"):
        reads.agency_trail(world.ana, EVERYTHING)


def test_a_line_says_what_happened_in_a_sentence(world: World) -> None:
    executed(world)

    line = reads.agency_trail(world.dora, EVERYTHING).lines[2]

    assert line.sentence.startswith("Every party has signed “")
    assert line.because.startswith("your agency is a party to it")


def test_the_security_log_shows_who_of_ours_was_turned_away(world: World) -> None:
    with pytest.raises(NotFound):
        reads.resource(world.dev, world.engines[0].pk)

    (turned,) = reads.security_log(world.dev)

    assert (turned.code, turned.actor["name"]) == ("not_found", "Dev Rao")
    assert told_in(f"access:{world.bay_ems.pk}") == ["audit.looked"]


def test_the_security_log_is_for_auditors_of_the_same_agency(world: World) -> None:
    with pytest.raises(NotFound):
        reads.resource(world.dora, world.ambulances[0].pk)

    with pytest.raises(NotAllowed):
        reads.security_log(world.dora)
    assert reads.security_log(world.dev) == []


def test_the_security_log_is_filtered(world: World) -> None:
    with pytest.raises(NotFound):
        reads.resource(world.dev, world.engines[0].pk)

    assert reads.security_log(world.dev, code="wrong_password") == []


def test_the_security_log_goes_on_before_a_moment_and_numbers_nothing(world: World) -> None:
    for who in (world.dev, world.dora, world.dev):
        with pytest.raises(NotFound):
            reads.resource(who, uuid4())

    newer, older = reads.security_log(world.dev)

    assert reads.security_log(world.dev, before=newer.at) == [older]
    assert not hasattr(newer, "id")  # it would count the attempts of every other agency


def test_the_ledgers_state_names_the_last_checkpoint_and_how_far_it_holds(world: World) -> None:
    executed(world)
    verification.verify_on()
    number = publish()

    state = reads.ledger_state(world.dev)

    assert state.checkpoint == number
    assert [(stream.head, stream.verified) for stream in state.streams] == _all(state)
    assert state.alarms == ()


def test_an_alarm_about_our_ledger_is_on_the_auditors_page(world: World) -> None:
    raise_alarm(Broken(f"agency:{world.bay_ems.pk}", 1, "its hash is another"))

    page = browser(world.dev).get(reverse("agencies:security")).content
    assert Alarm.objects.count() == 1
    assert b"its hash is another" in page


def _hashes(world: World) -> list[bytes]:
    lines = Entry.objects.filter(stream=f"agency:{world.bay_ems.pk}").order_by("seq")
    return [bytes(hashed) for hashed in lines.values_list("hash", flat=True)]


def _all(state: LedgerState) -> list[tuple[int, int]]:
    return [(stream.head, stream.head) for stream in state.streams]
