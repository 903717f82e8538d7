"""The ears hear: whatever sings where it should not is a leak."""

from __future__ import annotations

from typing import Any, Final

import pytest
from django.test import Client

from agencies import postman, sharing
from agencies import writes as writes_of_agencies
from agencies.lifecycle import Readiness
from agencies.models import Account
from audit.actors import Actor
from incidents import writes
from tests.agencies.acts import drafted
from tests.agencies.post import letter_to, mail_server
from tests.canaries.ears import Count, Ears
from tests.doors.people import neighbors
from tests.world import World, seeding

MINE, THEIRS = "1a2b3c4d-0000", "99887766-0000"


def heard(said: str, *, viewer: str = MINE, released: bool = False) -> list[str]:
    ears = Ears(lambda *_: released)
    ears.hear(viewer, said.encode(), "a page")
    return ears.leaks


def test_ones_own_is_ones_own() -> None:
    assert heard("Call canary.1a2b3c4d.NEVER.member.phone now") == []


def test_what_was_shown_stands_in_the_owners_log() -> None:
    said = "<td>canary.99887766.PII.resource.leader</td>"

    assert heard(said, released=True) == []
    assert heard(said) == [f"a page: resource.leader (PII) of 99887766 to {MINE}"]


def test_what_nobody_is_shown_leaks_even_where_something_was_shown() -> None:
    assert heard("canary.99887766.NEVER.member.phone", released=True)


def test_a_stranger_is_shown_nothing_at_all() -> None:
    assert heard("canary.99887766.OPS.incident.place", viewer="", released=True)


def test_workers_add_up() -> None:
    assert Count(answers=2, leaks=1) + Count(answers=3, songs=4) == Count(
        answers=5, songs=4, leaks=1
    )


@pytest.fixture
def quay(world: World) -> Client:
    """Somebody of an agency at the fire that has no agreement with anybody."""
    writes.commit_resource(world.dora, world.fire.pk, resource=world.engines[0].pk)
    return neighbors(world).visitor("none", "o")


def test_a_sheet_that_covers_nothing_is_heard(
    world: World, quay: Client, ears: Ears, monkeypatch: pytest.MonkeyPatch
) -> None:
    def uncovered(row: Any, name: str, *_: Any) -> Any:
        return row.get(name)

    board = f"/api/v1/incidents/{world.fire.pk}/board/"
    assert quay.get(board).status_code == 200
    assert ears.leaks == []

    monkeypatch.setattr(sharing, "_kept_back", uncovered)
    quay.get(board)

    assert {leak.partition(" to ")[0] for leak in ears.leaks} == {
        f"GET {board}: resource.leader (PII) of {str(world.harbor_fire.pk)[:8]}"
    }
    ears.leaks.clear()
    ears.count.leaks -= 1


ALIEN: Final = "canary.99887766.NEVER.member.phone"
HEARD: Final = "member.phone (NEVER) of 99887766 to"


def heard_by(ears: Ears) -> list[str]:
    leaks, ears.leaks = ears.leaks, []
    ears.count.leaks -= len(leaks)
    return leaks


def visitor(who: Actor) -> Client:
    client = Client()
    client.force_login(Account.objects.get(member__pk=who.member_id))
    return client


def test_the_log_is_heard_too(world: World, ears: Ears) -> None:
    Client().get(f"/{ALIEN}/")

    assert heard_by(ears) == [f"the log: {HEARD} nobody"]


def test_letters_are_read_when_they_are_written_and_where_a_server_takes_them(
    world: World, ears: Ears
) -> None:
    own = f"canary.{str(world.harbor_fire.pk)[:8]}.NEVER.member.phone"
    with seeding():
        letter_to(world.harbor_fire, text=f"{own}: {ALIEN}.")
    assert heard_by(ears) == [f"a letter: {HEARD} {world.harbor_fire.pk}"]

    with mail_server() as box:
        postman.send_due()

    assert len(box.messages) == 1
    assert heard_by(ears) == [f"the post: {HEARD} {world.harbor_fire.pk}"]


def test_a_table_that_is_taken_along_is_heard(world: World, ears: Ears) -> None:
    truck = world.ambulances[0].pk
    writes_of_agencies.change_readiness(world.dev, truck, to=Readiness.OUT_OF_SERVICE, reason=ALIEN)

    taken = visitor(world.dev).post("/agency/trail/export/")

    assert ALIEN.encode() in b"".join(taken.streaming_content)
    assert heard_by(ears) == [f"POST /agency/trail/export/: {HEARD} {world.bay_ems.pk}"]


def test_paper_is_heard(world: World, ears: Ears) -> None:
    pk = drafted(world, title=ALIEN)
    print_it = f"/agreements/{pk}/print/"

    visitor(world.dora).post(print_it)

    assert heard_by(ears) == [f"POST {print_it}: {HEARD} {world.harbor_fire.pk}"]


def test_the_words_of_a_refusal_are_heard(world: World, ears: Ears) -> None:
    refused = visitor(world.dev).post(
        "/api/v1/agreements/",
        data={"instrument": ALIEN},
        content_type="application/json",
        headers={"Idempotency-Key": "once"},
    )

    assert refused.status_code == 400
    assert heard_by(ears) == [f"POST /api/v1/agreements/: {HEARD} {world.bay_ems.pk}"]
