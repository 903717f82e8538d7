"""Whoever does what another agency has done in secret hears what they would have heard anyway.

A unique key answers "taken" for a row that nobody of one's own agency may see (M19). Here Harbor
County Fire does something at home, Bay City EMS or a stranger then does the very same, by every
word of it, and must hear the answer of a world in which Harbor did nothing.
"""

from __future__ import annotations

import re
from typing import Any, Final
from uuid import UUID

import pytest
from django.db import transaction
from django.test import Client

from agencies.models import Account
from audit.actors import Actor
from incidents.models import Incident
from tests.doors.hearing import comparable
from tests.incidents.arrange import cap
from tests.mutualaid.region import build
from tests.mutualaid.test_take_in_a_request_message import message
from tests.world import ENGINE, PASSWORD, World, seeding

LATER: Final = "2027-01-01T00:00:00Z"
PERSON: Final = {"email": "kay@both.example", "name": "Kay Ito", "seats": ["dispatcher"]}
INCIDENT: Final = {"name": "Mill fire", "kind": "fire", "mode": "real_world", "place": "Mill"}
RESOURCE: Final = {"call_sign": "X91", "kind": ENGINE, "type": 1, "personnel": 4}
PAPER: Final = {
    **{"title": "Water", "instrument": "mou", "tier": 2, "effective_at": LATER},
    "signatory_title": "Chief",
}
# What is done, by what two of them could have in common: a call sign, an address, a name.
ACTS: Final[dict[str, tuple[str, Any]]] = {
    "a call sign": ("/api/v1/resources/", RESOURCE),
    "the address of a member": ("/api/v1/members/", {**PERSON, "password": PASSWORD}),
    "the address of who is invited": ("/api/v1/invitations/", PERSON),
    "the name of a token": ("/api/v1/tokens/", {"name": "CAD", "expires_at": LATER}),
    "a title": ("/api/v1/agreements/", PAPER),
    "an incident": ("/api/v1/incidents/", INCIDENT),
    "an alert": ("/api/v1/alerts/", cap()),
}
# One word for both, too: what was answered under a key is only ever said again to who sent it.
KEY: Final = "the very same key"
SECRETS: Final = re.compile(rb"[\w-]{32,}")


@pytest.fixture
def world(world: World) -> World:
    with seeding():  # by hand, it has the number that the next incident of its agency would get
        Incident.objects.filter(pk=world.fire.pk).update(number="HCF-2025-0999")
    return world


def door(who: Actor) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(Account.objects.get(member__pk=who.member_id))
    return client


def done(client: Client, address: str, said: Any) -> tuple[int, bytes]:
    sort = "application/xml" if isinstance(said, bytes) else "application/json"
    answer = client.post(address, data=said, content_type=sort, headers={"Idempotency-Key": KEY})
    return answer.status_code, SECRETS.sub(b"<secret>", comparable(answer.content))


@pytest.mark.parametrize("name", ["dev", "ivy"])
@pytest.mark.parametrize("what", ACTS)
def test_what_harbor_has_answers_as_if_nobody_had_it(world: World, what: str, name: str) -> None:
    address, said = ACTS[what]
    client = door(getattr(world, name))
    with transaction.atomic():
        alone = done(client, address, said)
        transaction.set_rollback(True)

    assert done(door(world.dora), address, said)[0] == 201
    assert done(client, address, said) == alone
    assert alone[0] == 201
    assert done(client, address, {} if isinstance(said, dict) else b"<alert/>")[0] >= 400


def test_a_message_about_another_incident_is_not_known_either(world: World) -> None:
    """Bay City EMS sends, for its own, the number that Harbor's request at home has."""
    region = build(world)
    own = {name: opened(getattr(world, name)) for name in ("dora", "dev")}
    client, to, raw = door(region.dev), "/api/v1/incidents/{}/edxl-rm/".format, message()
    with transaction.atomic():
        alone = done(client, to(own["dev"]), raw)
        transaction.set_rollback(True)

    assert done(door(region.dora), to(own["dora"]), raw)[0] == 201
    assert done(client, to(own["dev"]), raw) == alone


def opened(who: Actor) -> UUID:
    answer = door(who).post(
        "/api/v1/incidents/",
        data=INCIDENT,
        content_type="application/json",
        headers={"Idempotency-Key": "to begin with"},
    )
    return UUID(answer.json()["incident"])
