"""The one write path: rule, lock, fact, ledger."""

from __future__ import annotations

from dataclasses import replace

import orjson
import pytest
from django.db import DatabaseError, connection, transaction

from audit import verification
from audit.claims import claiming
from audit.models import Entry, Testimony, Turned
from audit.refusals import KeyReused, NotAllowed, NotFound, Unrecorded
from audit.streams import of_incident
from incidents.models import Incident, Note
from tests.audit import deeds
from tests.world import World


def body(world: World, seq: int = 1) -> dict:
    said = Testimony.objects.get(stream_key=of_incident(world.fire.pk), seq=seq).body
    return orjson.loads(said)


def test_a_write_leaves_its_row_and_one_line_that_says_who_and_why(world: World) -> None:
    fact = deeds.scribble(world.cleo, world.fire.pk, text="Two patients.")

    assert Note.objects.get(pk=fact.scribble).text == "Two patients."
    entry = Entry.objects.get()
    assert (entry.stream_id, entry.seq) == (of_incident(world.fire.pk), 1)
    said = body(world)
    assert said["because"] == "your agency is at this incident"
    assert (said["actor"]["name"], said["actor"]["agency"]) == ("Cleo Marsh", "Bay City EMS")
    assert said["fact"]["text"] == "Two patients."


def test_of_several_reasons_the_first_that_holds_is_recorded(world: World) -> None:
    deeds.scribble(world.ana, world.fire.pk, text="Ours.")

    assert body(world)["because"] == "your agency opened it"


def test_a_stranger_finds_nothing_there_and_the_attempt_is_remembered(world: World) -> None:
    with pytest.raises(NotFound):
        deeds.scribble(world.ivy, world.fire.pk, text="Hello?")

    assert not Note.objects.exists()
    turned = Turned.objects.get()
    assert (turned.code, turned.agency_id) == ("not_found", world.northfield.pk)
    assert turned.subject == str(world.fire.pk)


def test_a_refusal_within_a_claim_is_heard_and_remembered(world: World) -> None:
    with pytest.raises(NotFound), claiming():
        deeds.scribble(world.ivy, world.fire.pk, text="Hello?")

    assert not Note.objects.exists()
    assert Turned.objects.get().code == "not_found"


def test_a_refused_look_within_a_claim_is_heard_and_remembered(world: World) -> None:
    with pytest.raises(NotAllowed), claiming():
        deeds.peep(world.ivy)

    assert Turned.objects.get().code == "not_allowed"


def test_who_may_see_it_but_not_do_it_hears_what_would_be_needed(world: World) -> None:
    assert Incident.objects.filter(deeds.is_there.when(world.cleo)).exists()

    with pytest.raises(NotAllowed, match=r"You could if your agency opened it."):
        deeds.say_nothing(world.cleo, world.fire.pk)


def test_a_write_that_says_nothing_changes_nothing(world: World) -> None:
    """RULE-AUD-02: what is not recorded does not happen."""
    with pytest.raises(Unrecorded):
        deeds.say_nothing(world.ana, world.fire.pk)

    assert Incident.objects.get().name == "Pier 4 fire"
    assert not Entry.objects.exists()


def test_a_refused_write_leaves_no_line(world: World) -> None:
    with pytest.raises(deeds.Unspeakable, match=r"Nobody writes that down."):
        deeds.scribble(world.ana, world.fire.pk, text="unspeakable")

    assert not Entry.objects.exists()


def test_nothing_changes_outside_a_write(world: World) -> None:
    with pytest.raises(DatabaseError, match="outside a write"), transaction.atomic():
        Incident.objects.update(name="Nobody's doing")

    assert Incident.objects.get().name == "Pier 4 fire"


def test_after_a_write_the_guard_is_up_again(world: World) -> None:
    deeds.scribble(world.ana, world.fire.pk, text="Done.")

    with pytest.raises(DatabaseError, match="outside a write"), transaction.atomic():
        Note.objects.update(text="Changed.")


@pytest.mark.parametrize("table", ["audit_entry", "audit_testimony", "audit_image", "audit_stream"])
@pytest.mark.parametrize("change", ["DELETE FROM {}", "UPDATE {} SET seq = 9", "TRUNCATE {}"])
def test_the_application_cannot_touch_the_ledger(world: World, table: str, change: str) -> None:
    deeds.scribble(world.ana, world.fire.pk, text="For ever.")
    column = "head_seq" if table == "audit_stream" else "seq"

    with (
        pytest.raises(DatabaseError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(change.format(table).replace("seq", column))


def test_a_repeat_by_its_key_gets_the_first_answer(world: World) -> None:
    cleo = replace(world.cleo, key="7f9e")
    first = deeds.scribble(cleo, world.fire.pk, text="Once.")

    again = deeds.scribble(cleo, world.fire.pk, text="Once.")

    assert again.payload() == first.payload()
    assert Note.objects.count() == 1
    assert Entry.objects.count() == 1


def test_a_repeat_hears_nothing_of_what_followed(world: World) -> None:
    cleo = replace(world.cleo, key="7f9e")
    first = deeds.scribble_twice(cleo, world.fire.pk, often=2)

    again = deeds.scribble_twice(cleo, world.fire.pk, often=2)

    assert [fact.payload() for fact in again] == [fact.payload() for fact in first]
    assert Entry.objects.filter(kind="tests.whispered").count() == 2


@pytest.mark.parametrize("often", [2**64, -(10**30)])
def test_what_is_too_large_to_be_kept_can_be_repeated(world: World, often: int) -> None:
    cleo = replace(world.cleo, key="7f9e")
    deeds.scribble_twice(cleo, world.fire.pk, often=often)

    deeds.scribble_twice(cleo, world.fire.pk, often=often)
    with pytest.raises(KeyReused):
        deeds.scribble_twice(cleo, world.fire.pk, often=often + 1)


def test_a_key_used_for_something_else_is_refused(world: World) -> None:
    cleo = replace(world.cleo, key="7f9e")
    deeds.scribble(cleo, world.fire.pk, text="Once.")

    with pytest.raises(KeyReused):
        deeds.scribble(cleo, world.fire.pk, text="Something else.")


def test_anothers_key_is_not_mine(world: World) -> None:
    deeds.scribble(replace(world.cleo, key="7f9e"), world.fire.pk, text="Hers.")

    deeds.scribble(replace(world.ana, key="7f9e"), world.fire.pk, text="Mine.")

    assert Note.objects.count() == 2


def test_a_refused_act_does_not_use_up_its_key(world: World) -> None:
    ana = replace(world.ana, key="7f9e")
    with pytest.raises(deeds.Unspeakable):
        deeds.scribble(ana, world.fire.pk, text="unspeakable")

    deeds.scribble(ana, world.fire.pk, text="Better.")

    assert Note.objects.get().text == "Better."


def test_the_chain_holds_after_many_lines(world: World) -> None:
    for n in range(5):
        deeds.scribble(world.ana, world.fire.pk, text=f"Line {n}, with “quotes” and é.")

    assert verification.verify_all() == []
