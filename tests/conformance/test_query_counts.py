"""How many questions the doors that are used most put to the database, held still.

A number that grows is a question asked too often, or a row asked for one by one.
Run with UPDATE_QUERY_COUNTS=1 to record what was changed on purpose.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from agencies import admission
from agencies import writes as agencies
from agencies.categories import Category
from agencies.models import Account, Resource
from audit.actors import Actor
from incidents import writes as incidents
from tests.conformance.source import ROOT
from tests.mutualaid import region as mutual_aid
from tests.mutualaid.region import Region, ask, offered, submitted
from tests.world import AMBULANCE, World

PINNED = ROOT / "tests" / "query_counts.json"

Door = tuple[str, str, Any]


class System:
    """Another system, acting in a member's name with their token."""

    def __init__(self, member: Actor) -> None:
        secret = f"muster_{uuid4().hex}"
        agencies.issue_token(
            member,
            member.member_id or uuid4(),
            name="CAD",
            digest=admission.digest_of(secret),
            expires_at=timezone.now() + timedelta(days=1),
        )
        self.headers = {"Authorization": f"Bearer {secret}"}
        self.client = Client()

    def knock(self, method: str, path: str, said: Any) -> int:
        """How many questions one request asked."""
        headers = self.headers | {"Idempotency-Key": str(uuid4())}
        send = getattr(self.client, method.lower())
        given = {} if method == "GET" else {"data": said, "content_type": "application/json"}
        with CaptureQueriesContext(connection) as asked:
            answer = send(f"/api/v1/{path}", headers=headers, **given)
        assert answer.status_code in (200, 201), answer.content
        return len(asked)


@pytest.fixture
def region(world: World) -> Region:
    return mutual_aid.build(world)


def a_note(region: Region) -> Door:
    said = {"category": "OPS", "text": "Two lines in."}
    return "POST", f"incidents/{region.world.fire.pk}/notes/", said


def a_board(region: Region) -> Door:
    return "GET", f"incidents/{region.world.fire.pk}/board/", None


def a_trail(region: Region) -> Door:
    return "GET", f"incidents/{region.world.fire.pk}/trail/", None


def every_incident(region: Region) -> Door:
    return "GET", "incidents/", None


def a_request(region: Region) -> Door:
    said = {
        "incident": str(region.world.fire.pk),
        "priority": "emergency",
        "needed_by": (timezone.now() + timedelta(hours=1)).isoformat(),
        "deliver_to": "North lot",
        "lines": [{"kind": AMBULANCE, "quantity": 2}],
    }
    return "POST", "requests/", said


def a_request_shown(region: Region) -> Door:
    return "GET", f"requests/{submitted(region).request_id}/", None


def an_offer_accepted(region: Region) -> Door:
    line = submitted(region, quantity=1)
    ready = Resource.objects.filter(agency=region.eastport, deployments__isnull=True)
    offered(region.eli, line, ready[:1])
    return "POST", f"offers/{ask(line, region.eastport).pk}/accept/", {}


def resources_of_ones_own(region: Region) -> Door:
    return "GET", "resources/", None


def every_request(region: Region) -> Door:
    submitted(region)
    return "GET", f"requests/?incident={region.world.fire.pk}", None


def a_board_page(region: Region) -> str:
    return f"/incidents/{region.world.fire.pk}/"


def a_trail_page(region: Region) -> str:
    return f"/incidents/{region.world.fire.pk}/trail/"


def a_request_page(region: Region) -> str:
    return f"/requests/{submitted(region).request_id}/"


DOORS: dict[str, Callable[[Region], Door]] = {
    "write a note": a_note,
    "look at a board": a_board,
    "look at a trail": a_trail,
    "list incidents": every_incident,
    "submit a request": a_request,
    "look at a request": a_request_shown,
    "accept an offer": an_offer_accepted,
    "list resources": resources_of_ones_own,
    "list requests": every_request,
}

PAGES: dict[str, Callable[[Region], str]] = {
    "page: incidents": lambda region: "/incidents/",
    "page: board": a_board_page,
    "page: trail": a_trail_page,
    "page: request": a_request_page,
    "page: inbox": lambda region: "/inbox/",
    "page: resources": lambda region: "/resources/",
    "page: agreements": lambda region: "/agreements/",
    "page: who looked": lambda region: "/who-looked/",
}


@pytest.mark.parametrize("name", DOORS)
def test_a_door_asks_as_often_as_it_did(region: Region, name: str) -> None:
    system = System(region.dora)
    system.knock(*DOORS[name](region))  # the first time, what is kept afterwards is worked out

    asked = system.knock(*DOORS[name](region))

    assert asked == pinned(name, asked), "UPDATE_QUERY_COUNTS=1 records what is meant"


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_as_often_as_it_did(region: Region, name: str) -> None:
    browser = Client()
    browser.force_login(Account.objects.get(member=region.dora.member_id))
    path = PAGES[name](region)
    browser.get(path)  # the first time, what is kept afterwards is worked out

    with CaptureQueriesContext(connection) as asked:
        answer = browser.get(path)

    assert answer.status_code == 200
    assert len(asked) == pinned(name, len(asked)), "UPDATE_QUERY_COUNTS=1 records what is meant"


def test_a_list_of_requests_asks_no_more_with_many_of_them(region: Region) -> None:
    system, door = System(region.dora), every_request(region)
    system.knock(*door)
    before = system.knock(*door)

    for _ in range(3):
        submitted(region)

    assert system.knock(*door) == before


def test_a_board_asks_no_more_with_many_rows(region: Region) -> None:
    system = System(region.dora)
    before = system.knock(*a_board(region))

    for number in range(5):
        incidents.write_note(
            region.world.cleo, region.world.fire.pk, category=Category.OPS, text=f"Note {number}"
        )

    # The record of what was shown, and that it is told beyond the wall and back.
    assert system.knock(*a_board(region)) <= before + 3


def test_nothing_is_pinned_that_nobody_measures() -> None:
    assert sorted(json.loads(PINNED.read_text())) == sorted([*DOORS, *PAGES])


def pinned(name: str, now: int) -> int:
    """What is on record, or what is put there now."""
    kept: dict[str, int] = json.loads(PINNED.read_text()) if PINNED.exists() else {}
    if os.environ.get("UPDATE_QUERY_COUNTS"):
        kept[name] = now
        PINNED.write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n")
    return kept.get(name, -1)
