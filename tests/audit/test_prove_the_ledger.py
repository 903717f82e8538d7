"""A changed, missing, swapped or added line is found, and named."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from django.core.management import call_command

from audit import checkpoints, verification
from audit.models import Alarm, Checkpoint
from audit.streams import of_incident
from tests.audit import deeds
from tests.world import World, build

pytestmark = pytest.mark.django_db(transaction=True)

Tamper = Callable[[str], None]


@pytest.fixture
def tamper() -> Iterator[Tamper]:
    """What a database administrator could do: any SQL, with the triggers off."""
    name = urlsplit(os.environ["DATABASE_URL"]).path
    url = urlunsplit(urlsplit(os.environ["MUSTER_TEST_SUPERUSER_URL"])._replace(path=name))
    options = "-c session_replication_role=replica"
    with psycopg.connect(url, autocommit=True, options=options) as superuser:
        yield lambda statement: superuser.execute(statement)


@pytest.fixture
def told() -> World:
    world = build()
    for n in range(1, 6):
        deeds.scribble(world.ana, world.fire.pk, text=f"Line {n}.")
    return world


@pytest.mark.parametrize(
    ("statement", "line", "why"),
    [
        ("UPDATE audit_testimony SET body = replace(body, 'Line 3', 'Line 9') WHERE seq = 3", 3,
         "what it says was changed"),
        ("UPDATE audit_testimony SET images = images || ' ' WHERE seq = 2", 2,
         "what it says was changed"),
        ("UPDATE audit_entry SET kind = 'tests.other' WHERE seq = 4", 4, "does not follow"),
        ("UPDATE audit_entry SET recorded_at = recorded_at - interval '1 hour' WHERE seq = 4", 4,
         "does not follow"),
        ("DELETE FROM audit_entry WHERE seq = 2", 2, "the line is missing"),
        ("DELETE FROM audit_entry WHERE seq = 5", 5, "the line is missing"),
        ("DELETE FROM audit_testimony WHERE seq = 5", 5, "what it said is gone"),
        ("UPDATE audit_stream SET head_hash = sha256('x')", 5, "head does not agree"),
    ],
)  # fmt: skip
def test_the_first_broken_line_is_named(
    told: World, tamper: Tamper, statement: str, line: int, why: str
) -> None:
    """RULE-AUD-01: the chain of a stream is verified."""
    assert verification.verify_all() == []

    tamper(statement)

    (broken,) = verification.verify_all()
    assert (broken.stream, broken.seq) == (of_incident(told.fire.pk), line)
    assert why in broken.why


def test_the_command_says_which_line_and_fails(
    told: World, tamper: Tamper, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("verify_ledger")
    assert "5 lines in 1 streams hold." in capsys.readouterr().out

    tamper("UPDATE audit_testimony SET body = replace(body, 'Line 3', 'Line 9') WHERE seq = 3")

    with pytest.raises(SystemExit, match="1"):
        call_command("verify_ledger")
    assert f"BROKEN {of_incident(told.fire.pk)} line 3" in capsys.readouterr().err


def test_the_background_check_raises_one_alarm(told: World, tamper: Tamper) -> None:
    tamper("UPDATE audit_testimony SET body = replace(body, 'Line 3', 'Line 9') WHERE seq = 3")

    verification.verify_on()
    verification.verify_on()

    assert Alarm.objects.get().seq == 3


def test_the_background_check_goes_on_where_it_left_off(told: World) -> None:
    assert verification.verify_on() == []
    deeds.scribble(told.ana, told.fire.pk, text="Line 6.")

    assert verification.verify_on() == []
    assert verification._moved() == []


def test_a_stream_rewritten_with_all_its_hashes_contradicts_its_checkpoint(
    told: World, tamper: Tamper
) -> None:
    number = checkpoints.publish()
    assert number is not None
    assert checkpoints.publish() is None

    tamper("""
        UPDATE audit_testimony SET body = replace(body, 'Line 5', 'Line 9') WHERE seq = 5;
        UPDATE audit_entry e SET digest = audit_digest(t.salt, t.body, t.images)
            FROM audit_testimony t WHERE t.seq = e.seq AND e.seq = 5;
        UPDATE audit_entry e SET hash = audit_chain(
            p.hash, e.stream_id, e.seq, e.kind, e.recorded_at, e.digest)
            FROM audit_entry p WHERE p.seq = 4 AND e.seq = 5;
        UPDATE audit_stream SET head_hash = (SELECT hash FROM audit_entry WHERE seq = 5);
    """)

    (broken,) = verification.verify_all()
    assert broken.why == f"checkpoint {number} knew it otherwise"


def test_a_checkpoint_holds_what_moved_since_the_one_before(told: World) -> None:
    checkpoints.publish()
    deeds.scribble(told.ana, told.fire.pk, text="Line 6.")

    checkpoints.publish()

    heads = Checkpoint.objects.latest("id").heads
    assert [seq for seq, _hash in heads.values()] == [6]
    assert verification.verify_all() == []
