"""Who looked at ours, our own trail, the security log: read, filtered, taken along."""

from __future__ import annotations

import csv
import io
from datetime import UTC, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from agencies import reads, writes
from agencies.models import Account, Agency
from agencies.web.tables import defused
from audit import digests, followers, verification
from audit.actors import Actor
from audit.checkpoints import publish
from audit.models import Alarm, Entry
from audit.proof import Broken
from audit.refusals import NotAllowed, NotFound
from audit.security import LedgerState
from audit.trail import Sought
from audit.verification import raise_alarm
from tests.agencies.acts import agreement_details, executed, hash_of, told_in, wording
from tests.world import World, seeding

EVERYTHING = Sought()


def browser(actor: Actor) -> Client:
    client = Client()
    client.force_login(Account.objects.get(member=actor.member_id))
    return client


def table(answer: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(answer.getvalue().decode())))


@pytest.fixture
def looked(world: World) -> UUID:
    """Dev of Bay City EMS looked at what Harbor County Fire leads."""
    pk = executed(world)
    reads.agreement(world.dev, pk)
    return pk


def test_the_owner_sees_who_looked_at_what_and_why(world: World, looked: UUID) -> None:
    line = reads.who_looked(world.ana, EVERYTHING).lines[0]

    assert (line.actor["name"], line.actor["agency"]) == ("Dev Rao", "Bay City EMS")
    assert line.fact["rows"] == [f"agreement:{looked}"]
    assert line.fact["categories"] == ["OPS"]
    assert line.fact["basis"] == ["your agency is a party to it"]


def test_looking_at_the_log_leaves_a_line_in_it(world: World, looked: UUID) -> None:
    reads.who_looked(world.ana, EVERYTHING)

    newest = reads.who_looked(world.ana, EVERYTHING).lines[0]
    assert (newest.actor["name"], newest.fact["rows"]) == ("Ana Lopes", ["access_log"])


def test_the_viewer_finds_nothing_of_it_in_their_own_log(world: World, looked: UUID) -> None:
    assert reads.who_looked(world.dev, EVERYTHING).lines == ()


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        (Sought(person="dev"), 1),
        (Sought(person="nobody"), 0),
        (Sought(agency=UUID(int=5)), 0),
        (Sought(kind="audit.looked"), 1),
        (Sought(kind="audit.other"), 0),
        (Sought(since=timezone.now() - timedelta(days=1)), 1),
        (Sought(until=timezone.now() - timedelta(days=1)), 0),
    ],
)
def test_the_log_is_filtered(world: World, looked: UUID, sought: Sought, found: int) -> None:
    assert len(reads.who_looked(world.ana, sought).lines) == found


def test_the_log_is_filtered_by_agency(world: World, looked: UUID) -> None:
    sought = Sought(agency=world.bay_ems.pk)

    assert len(reads.who_looked(world.ana, sought).lines) == 1


def test_a_long_log_is_read_page_by_page(world: World, looked: UUID) -> None:
    for _ in range(60):
        reads.agreement(world.dev, looked)

    first = reads.who_looked(world.ana, Sought(person="dev"))
    rest = reads.who_looked(world.ana, Sought(person="dev"), before=first.before)

    assert (len(first.lines), len(rest.lines), rest.before) == (50, 11, None)
    assert first.lines[-1].seq > rest.lines[0].seq


def test_looks_are_added_up_by_day(world: World, looked: UUID) -> None:
    reads.agreement(world.dev, looked)
    followers.catch_up(followers.FOLLOWERS[f"{digests.__name__}.add_up"])

    (day,) = reads.look_days(world.ana)

    assert (day.viewer, day.agency, day.looks, day.rows) == ("Dev Rao", "Bay City EMS", 2, 2)
    assert reads.viewers(world.ana) == [(world.bay_ems.pk, "Bay City EMS")]


def test_a_look_is_counted_on_the_day_that_its_owners_clock_shows(
    world: World, looked: UUID
) -> None:
    zone = "Pacific/Kiritimati" if timezone.now().hour >= 10 else "Pacific/Pago_Pago"
    with seeding():
        Agency.objects.filter(pk=world.harbor_fire.pk).update(time_zone=zone)

    followers.catch_up(followers.FOLLOWERS[f"{digests.__name__}.add_up"])

    (day,) = reads.look_days(world.ana)
    assert day.day == day.last_at.astimezone(ZoneInfo(zone)).date()
    assert day.day != day.last_at.astimezone(UTC).date()


def test_an_export_stands_in_the_ledger_before_it_leaves(world: World) -> None:
    reads.agreement(world.dora, _led_by_bay(world))

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
    writes.suspend_member(world.dev, _cleo(world), reason="=HYPERLINK(1)")

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

    line = reads.agency_trail(world.dora, EVERYTHING).lines[0]

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


def test_the_ledgers_state_names_the_last_checkpoint_and_how_far_it_holds(world: World) -> None:
    executed(world)
    verification.verify_on()
    number = publish()

    state = reads.ledger_state(world.dev)

    assert state.checkpoint == number
    assert [(standing.head, standing.verified) for standing in state.streams] == _all(state)
    assert state.alarms == ()


def test_an_alarm_about_our_ledger_is_on_the_auditors_page(world: World) -> None:
    raise_alarm(Broken(f"agency:{world.bay_ems.pk}", 1, "its hash is another"))

    page = browser(world.dev).get(reverse("agencies:security")).content
    assert Alarm.objects.count() == 1
    assert b"its hash is another" in page


def _led_by_bay(world: World) -> UUID:
    told = writes.draft_agreement(
        world.dev,
        world.bay_ems.pk,
        details=agreement_details(title="Led by Bay"),
        signatory_title="Director",
    )
    writes.add_party(
        world.dev, told.agreement, agency=world.harbor_fire.pk, signatory_title="Fire chief"
    )
    writes.add_clause(world.dev, told.agreement, wording=wording())
    writes.send_for_signature(world.dev, told.agreement, text_hash=hash_of(told.agreement))
    return told.agreement


def _cleo(world: World) -> UUID:
    return world.cleo.member_id or UUID(int=0)


def _hashes(world: World) -> list[bytes]:
    lines = Entry.objects.filter(stream=f"agency:{world.bay_ems.pk}").order_by("seq")
    return [bytes(hashed) for hashed in lines.values_list("hash", flat=True)]


def _all(state: LedgerState) -> list[tuple[int, int]]:
    return [(standing.head, standing.head) for standing in state.streams]
