from __future__ import annotations

from http import HTTPStatus
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from agencies.categories import Category
from agencies.models import Account
from audit.actors import Actor
from incidents import reads, writes
from incidents.models import Alert, BriefingItem, CommandSeat, Deployment, Incident
from tests.incidents import arrange
from tests.incidents.arrange import cap
from tests.world import World, numbered

API = "/api/v1"


class Caller:
    """Another system, acting in a member's name with a new key for each act."""

    def __init__(self, actor: Actor) -> None:
        self.client = Client()
        self.client.force_login(Account.objects.get(member=actor.member_id))

    def get(self, path: str, **asked: Any) -> Any:
        return self.client.get(f"{API}{path}", asked)

    def post(self, path: str, body: Any = None, key: str = "", **more: Any) -> Any:
        how = {"content_type": "application/json"} | more
        headers = {"Idempotency-Key": key or str(uuid4())}
        return self.client.post(f"{API}{path}", body or {}, headers=headers, **how)


@pytest.fixture
def ana(world: World) -> Caller:
    return Caller(world.ana)


@pytest.fixture
def dora(world: World) -> Caller:
    return Caller(world.dora)


@pytest.fixture
def cleo(world: World) -> Caller:
    return Caller(world.cleo)


FLOOD = {"name": "Flood", "kind": "flood", "mode": "real_world"}


def test_an_incident_is_opened_and_listed(ana: Caller) -> None:
    told = ana.post("/incidents/", FLOOD)

    assert told.status_code == HTTPStatus.CREATED
    assert told.json()["number"] == numbered("0002")
    listed = ana.get("/incidents/").json()
    assert [row["name"] for row in listed["active"]] == ["Flood", "Pier 4 fire"]
    assert ana.get(f"/incidents/{told.json()['incident']}/").json()["mode"] == "real_world"


def test_a_repeat_with_the_same_key_opens_nothing_twice(ana: Caller) -> None:
    first = ana.post("/incidents/", FLOOD, key="cad-1")
    again = ana.post("/incidents/", FLOOD, key="cad-1")

    assert again.json() == first.json()
    assert Incident.objects.filter(name="Flood").count() == 1


def test_the_mode_is_no_field_of_an_edit(ana: Caller, world: World) -> None:
    """Chapter 8.4."""
    body = {"name": "Pier", "kind": "fire", "version": 1, "mode": "exercise"}

    refused = ana.post(f"/incidents/{world.fire.pk}/edit/", body)

    assert refused.status_code == HTTPStatus.BAD_REQUEST
    assert refused.json()["errors"]["mode"] == ["There is no such field."]


def test_agencies_meet_and_share_command(ana: Caller, cleo: Caller, world: World) -> None:
    pk = ana.post("/incidents/", FLOOD).json()["incident"]
    ana.post(f"/incidents/{pk}/invite/", {"agency": str(world.bay_ems.pk)})
    assert cleo.get("/incidents/").json()["invitations"][0]["name"] == "Flood"
    cleo.post(f"/incidents/{pk}/accept-invitation/")

    seat = ana.post(f"/incidents/{pk}/unified-command/", {"agency": str(world.bay_ems.pk)}).json()[
        "seat"
    ]
    assert cleo.post(f"/command-seats/{seat}/assume/").status_code == HTTPStatus.OK

    board = cleo.get(f"/incidents/{pk}/board/").json()
    holders = {row["holder"] for key, row in board["rows"].items() if key.startswith("seat:")}
    assert holders == {"Ana Lopes", "Cleo Marsh"}
    assert board["cursor"]


def test_a_refusal_is_a_problem_in_words(cleo: Caller, world: World) -> None:
    refused = cleo.post(f"/incidents/{world.fire.pk}/close/")

    assert refused.status_code == HTTPStatus.FORBIDDEN
    assert refused["Content-Type"] == "application/problem+json"
    assert refused.json()["title"].startswith("You could if you hold command of it")


def test_a_stranger_gets_the_same_answer_as_for_nothing(ana: Caller, world: World) -> None:
    assert ana.get(f"/incidents/{world.fire.pk}/").status_code == HTTPStatus.OK
    ivy = Caller(world.ivy)

    for path in ("", "board/", "trail/", "roster/"):
        theirs = ivy.get(f"/incidents/{world.fire.pk}/{path}")
        nothing = ivy.get(f"/incidents/{uuid4()}/{path}")
        assert theirs.status_code == nothing.status_code == HTTPStatus.NOT_FOUND
        assert theirs.content == nothing.content


def test_command_is_offered_and_accepted(ana: Caller, world: World) -> None:
    pk = arrange.opened(world.ana).pk
    seat = CommandSeat.objects.get(incident=pk).pk
    takers = ana.get(f"/command-seats/{seat}/takers/").json()
    assert [taker["name"] for taker in takers] == ["Ben Okafor"]

    offer = ana.post(f"/command-seats/{seat}/offer/", {"to": takers[0]["id"]}).json()["handover"]

    ben = Caller(world.ben)
    assert offer in [each["id"] for each in ben.get("/command-offers/").json()]
    briefing = ben.get(f"/command-offers/{offer}/briefing/").json()["rows"]
    assert f"incident:{pk}" in briefing
    taken = ben.post(f"/command-offers/{offer}/accept/", {"heard": BriefingItem.values})
    assert taken.json()["holder_name"] == "Ben Okafor"


def test_the_board_moves_a_unit_as_its_cards_do(dora: Caller, world: World) -> None:
    """Into "check-in", then on: the same address takes every step (RULE-RES-02)."""
    coming = arrange.on_the_way(world)
    here = f"/deployments/{coming.pk}/move/"
    arrive = {"state": "checked_in", "division": None, "reason": None, "version": 1}
    assert dora.post(here, arrive).json()["kind"] == "incidents.resource_checked_in"

    assign = {"state": "assigned", "division": str(world.division.pk), "version": 2}
    assert dora.post(here, assign).status_code == HTTPStatus.OK
    stale = dora.post(here, {"state": "staged", "version": 2})

    assert stale.status_code == HTTPStatus.CONFLICT
    assert Deployment.objects.get(pk=coming.pk).state == "assigned"
    roads = {road["to"] for road in dora.get(f"/deployments/{coming.pk}/").json()["roads"]}
    assert "staged" in roads


def test_resources_objectives_notes_and_divisions(ana: Caller, dora: Caller, world: World) -> None:
    pk = arrange.opened(world.ana).pk
    made = dora.post(f"/incidents/{pk}/deployments/", {"resource": str(world.engines[0].pk)})
    assert made.json()["call_sign"] == "E1"
    goal = ana.post(f"/incidents/{pk}/objectives/", {"text": "Save it"}).json()["objective"]
    ana.post(f"/objectives/{goal}/settle/", {"to": "met", "version": 1})
    lot = ana.post(f"/incidents/{pk}/divisions/", {"kind": "group", "name": "Medical"}).json()
    ana.post(f"/divisions/{lot['division']}/close/")
    ana.post(f"/incidents/{pk}/notes/", {"category": "OPS", "text": "Wind turned"})

    trail = ana.get(f"/incidents/{pk}/trail/", person="ana").json()["lines"]

    assert [line["label"] for line in trail][:2] == ["Note written", "Division closed"]
    assert ana.get(f"/incidents/{pk}/roster/").json()[0]["people"] == 4


def test_a_message_is_posted_as_it_is(dora: Caller, world: World) -> None:
    for kind in ("application/cap+xml", "application/xml", "text/xml; charset=utf-8"):
        answer = dora.post("/alerts/", cap(), content_type=kind)
        assert answer.json()["status"] == "proposed"

    assert Alert.objects.count() == 1
    pk = answer.json()["id"]
    body = {"name": "Flood", "kind": "flood"}
    assert dora.post(f"/alerts/{pk}/confirm/", body).status_code == HTTPStatus.OK
    assert dora.post("/alerts/", cap(), content_type="text/xml").json()["status"] == "confirmed"


def test_a_bad_message_is_explained(dora: Caller) -> None:
    refused = dora.post("/alerts/", cap(status="Perhaps"), content_type="application/xml")

    assert refused.status_code == HTTPStatus.BAD_REQUEST
    assert any("Perhaps" in words for words in refused.json()["errors"]["message"])


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"<alert", "text/xml", HTTPStatus.BAD_REQUEST),
        (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', "text/xml", 400),
        (b"{}", "application/json", HTTPStatus.UNSUPPORTED_MEDIA_TYPE),
        (b"x" * (1024 * 1024 + 1), "text/xml", HTTPStatus.REQUEST_ENTITY_TOO_LARGE),
    ],
)
def test_what_is_no_alert_is_refused_whole(
    dora: Caller, body: bytes, kind: str, status: int
) -> None:
    assert dora.post("/alerts/", body, content_type=kind).status_code == status
    assert not Alert.objects.exists()


def test_the_same_name_over_other_words_is_a_conflict(dora: Caller) -> None:
    dora.post("/alerts/", cap(), content_type="text/xml")

    refused = dora.post("/alerts/", cap(event="Tornado"), content_type="text/xml")

    assert refused.status_code == HTTPStatus.CONFLICT
    assert "said otherwise" in refused.json()["title"]


def test_withheld_fields_say_so(ana: Caller, world: World) -> None:
    pier = arrange.opened(world.ana)
    arrange.joined(pier, world.ana, world.cleo)
    writes.write_note(world.cleo, pier.pk, category=Category.PHI, text="Asthma")

    rows = ana.get(f"/incidents/{pier.pk}/board/").json()["rows"]

    assert [row["text"] for key, row in rows.items() if key.startswith("note:")] == [
        {"withheld": "PHI"}
    ]
    assert len(reads.board(world.cleo, pier.pk).rows) == len(rows)
