"""RULE-28-02: a live log is no store of intelligence. Its notes expire with their incident."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from agencies.categories import Category
from agencies.rules import CLOCK
from audit import proof, streams, walls
from audit.actors import Actor
from audit.erasing import erase
from audit.proof import UNSAID
from incidents import reads, tasks, writes
from incidents.lifecycle import IncidentStatus
from incidents.models import Incident, Note
from incidents.writes.expiring import NothingExpires
from incidents.writes.note import Expired
from tests.world import World, seeding

SAID = "A note of criminal intelligence expired with the incident: its words are erased."
WORDS = "He said the name of Sparrow Voss."


@pytest.fixture
def note(world: World) -> UUID:
    """Of Bay City EMS, at a fire that Harbor County Fire leads, and will close."""
    told = writes.write_note(world.dev, world.fire.pk, category=Category.INTEL, text=WORDS)
    return told.note


def closed(world: World) -> None:
    writes.withdraw_command_offer(world.ana, world.offer_to_ben.pk)
    writes.close_incident(world.ana, world.fire.pk)


def told(by: Actor, world: World) -> list[str]:
    return [line.what for line in reads.timeline(by, world.fire.pk).lines]


def test_its_words_are_gone_from_the_note_and_from_the_ledger(world: World, note: UUID) -> None:
    writes.relabel_note(world.dev, note, tlp="amber", version=1)

    closed(world)

    row = Note.objects.get(pk=note)
    assert (row.text, row.expired_at is not None) == ("", True)
    with walls.beyond("tests"), connection.cursor() as cursor:
        for table in ("audit_testimony", "audit_image", "audit_usedkey", "audit_turned"):
            cursor.execute(f"SELECT count(*) FROM {table} t WHERE t::text LIKE '%Sparrow Voss%'")
            assert cursor.fetchone() == (0,), table


def test_the_ledger_holds_and_says_what_was_erased(world: World, note: UUID) -> None:
    closed(world)

    with walls.beyond("tests"):
        assert proof.verify(streams.of_incident(world.fire.pk)).broken is None
    lines = told(world.dev, world)
    assert SAID in lines
    assert "What this line said has been erased." in lines
    assert WORDS not in str(lines)


def test_only_who_knew_of_it_learns_that_it_expired(world: World, note: UUID) -> None:
    """RULE-PRIV-01: that there was one is as restricted as what it said."""
    before = told(world.ana, world)

    closed(world)

    after = told(world.ana, world)
    assert len(after) == len(before) + 2  # an offer was taken back, and it was closed
    assert "intelligence" not in str(after)
    assert f"note:{note}" not in reads.board(world.ana, world.fire.pk).rows


def test_what_is_erased_and_not_told_raises_an_alarm(world: World, note: UUID) -> None:
    stream = streams.of_incident(world.fire.pk)
    with walls.at_work(walls.CHECKER):
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('app.write', 'made up', true)")
        (seq,) = erase(stream, [f"note:{note}"])

    with walls.beyond("tests"):
        broken = proof.verify(stream).broken

    assert broken
    assert (broken.seq, broken.why) == (seq, UNSAID)


def test_nothing_is_erased_outside_a_write(world: World, note: UUID) -> None:
    with (
        pytest.raises(DatabaseError, match="outside a write"),
        transaction.atomic(),
        walls.beyond("tests"),
    ):
        erase(streams.of_incident(world.fire.pk), [f"note:{note}"])


def test_other_notes_stay(world: World) -> None:
    kept = writes.write_note(world.ana, world.fire.pk, category=Category.OPS, text="Wind turns.")

    closed(world)

    assert Note.objects.get(pk=kept.note).text == "Wind turns."
    assert "Wind turns." in str(told(world.ana, world))


def test_what_expired_is_not_labeled_again(world: World, note: UUID) -> None:
    closed(world)

    with pytest.raises(Expired):
        writes.relabel_note(world.dev, note, tlp="green", version=2)


def test_what_was_closed_before_is_swept(world: World, note: UUID) -> None:
    with pytest.raises(NothingExpires):
        writes.expire_notes(CLOCK, world.fire.pk)
    with seeding():
        long_ago = {"status": IncidentStatus.CLOSED, "closed_at": world.fire.opened_at}
        Incident.objects.filter(pk=world.fire.pk).update(**long_ago)

    assert tasks.expire_notes() == 1
    assert tasks.expire_notes() == 0
    assert Note.objects.get(pk=note).text == ""


def test_no_row_says_something_and_has_expired(world: World, note: UUID) -> None:
    with pytest.raises(IntegrityError), transaction.atomic(), seeding():
        Note.objects.filter(pk=note).update(expired_at=world.fire.opened_at)
    with pytest.raises(IntegrityError), transaction.atomic(), seeding():
        Note.objects.filter(pk=note).update(text="")
