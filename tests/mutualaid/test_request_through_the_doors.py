"""The whole story through pages and API: ask, see, offer, accept; and who may not look."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from agencies.typing import catalogue
from audit.models import Entry, Stream
from audit.streams import of_access
from mutualaid.models import ResourceRequest
from tests.mutualaid.doors import Visitor
from tests.mutualaid.region import Region, accepted, ask, lapse, offered, submitted
from tests.world import AMBULANCE

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.mutualaid.addresses")]


def wanted(region: Region, **changes: Any) -> dict[str, Any]:
    return {
        "incident": str(region.world.fire.pk),
        "priority": "emergency",
        "needed_by": (timezone.now() + timedelta(hours=1)).isoformat(),
        "deliver_to": "North lot",
        "lines": [{"kind": AMBULANCE, "quantity": 2}],
    } | changes


def test_a_request_is_sent_offered_and_accepted_through_the_api(region: Region) -> None:
    dora, eli = Visitor(region.dora), Visitor(region.eli)

    made = dora.send("/requests/", wanted(region))
    mine = eli.seen("/asks/").json()
    named = [str(each.pk) for each in region.eastport_ambulances]
    offer = eli.send(f"/asks/{mine[0]['id']}/offer/", {"resources": named})
    taken = dora.send(f"/offers/{mine[0]['id']}/accept/")

    assert [made.status_code, offer.status_code, taken.status_code] == [201, 200, 200]
    assert taken.json()["facts"][0]["kind"] == "mutualaid.offer_accepted"
    shown = dora.seen(f"/requests/{ResourceRequest.objects.get().pk}/").json()
    assert shown["request"]["status"] == "filled"
    answers = shown["lines"][0]["ladder"][0]["answers"]
    assert [one["agency_name"] for one in answers] == ["Bay City EMS", "Eastport Fire"]
    assert [each["accepted"] for each in answers[1]["named"]] == [True, True]


def test_the_same_key_asks_once(region: Region) -> None:
    dora, said = Visitor(region.dora), wanted(region)

    first, second = dora.send("/requests/", said, "k1"), dora.send("/requests/", said, "k1")

    assert first.json() == second.json()
    assert ResourceRequest.objects.count() == 1


def test_what_cannot_be_ordered_is_said_by_field(region: Region) -> None:
    said = wanted(region, lines=[{"kind": "spaceship", "quantity": 0, "speed": 9}])

    answer = Visitor(region.dora).send("/requests/", said)

    assert answer.status_code == 400
    assert set(answer.json()["errors"]["lines"]["0"]) == {"speed"}


def test_a_kind_is_found_by_its_name(region: Region) -> None:
    name = catalogue.kind(AMBULANCE).name.upper()
    said = wanted(region, lines=[{"kind": name, "quantity": 1}])
    vague = wanted(region, lines=[{"kind": "ambulance", "quantity": 1}])
    dora = Visitor(region.dora)

    assert dora.send("/requests/", said).status_code == 201
    assert "Which do you mean" in dora.send("/requests/", vague).content.decode()


def test_who_would_be_asked_is_shown_before_anything_is_sent(region: Region) -> None:
    path = f"/requests/preview/?incident={region.world.fire.pk}&kind={AMBULANCE}&priority=emergency"

    steps = Visitor(region.dora).seen(path).json()

    assert [step["tier"] for step in steps] == [2, 3]
    assert [one["name"] for one in steps[0]["candidates"]] == ["Bay City EMS", "Eastport Fire"]
    assert steps[0]["candidates"][0]["text"] == "supply_duty."
    assert not ResourceRequest.objects.exists()


def test_an_asked_agency_sees_its_ask_and_nothing_else_of_the_incident(region: Region) -> None:
    line = submitted(region)
    eli = Visitor(region.eli)

    assert eli.seen("/asks/").json()[0]["deliver_to"] == "North lot"
    assert eli.get("/inbox/").status_code == 200
    assert eli.seen(f"/requests/{line.request_id}/").status_code == 404
    assert eli.seen(f"/requests/?incident={region.world.fire.pk}").status_code == 404
    assert eli.get(f"/requests/{line.request_id}/").status_code == 404
    assert eli.seen(f"/asks/{ask(line, region.world.bay_ems).pk}/").status_code == 404


def test_a_stranger_finds_nothing_anywhere(region: Region) -> None:
    line = submitted(region)
    ivy = Visitor(region.world.ivy)

    assert Visitor(region.dora).get(f"/requests/{line.request_id}/").status_code == 200
    assert ivy.get(f"/requests/{line.request_id}/").status_code == 404
    assert ivy.seen("/asks/").json() == []
    assert ivy.get(f"/incidents/{region.world.fire.pk}/request/").status_code == 404


def test_looking_at_an_answer_is_recorded_for_who_gave_it(region: Region) -> None:
    line = submitted(region)
    offered(region.eli, line, region.eastport_ambulances)

    Visitor(region.dora).get(f"/requests/{line.request_id}/")

    looked = Entry.objects.filter(stream=of_access(region.eastport.pk), kind="audit.looked")
    assert looked.count() == 1  # the request and its history, in one look
    assert not Stream.objects.filter(key=of_access(region.world.northfield.pk)).exists()


def test_looking_at_an_ask_is_recorded_for_who_asks(region: Region) -> None:
    submitted(region)

    Visitor(region.eli).get("/inbox/")

    assert Entry.objects.filter(stream=of_access(region.world.harbor_fire.pk)).count() == 1


def test_the_request_page_shows_the_ladder_with_its_clauses(region: Region) -> None:
    line = submitted(region)
    lapse(line)
    offered(region.dev, line, region.world.ambulances[:1])

    page = Visitor(region.dora).get(f"/requests/{line.request_id}/").content.decode()

    assert "Late answer" in page
    assert "Valley County EMS" in page
    assert "supply_duty." in page
    assert "M21" in page
    assert "Local mutual aid: time ran out, silent: 2." in page


def test_a_partner_sees_the_request_without_its_buttons(region: Region) -> None:
    line = submitted(region)
    offered(region.eli, line, region.eastport_ambulances)

    page = Visitor(region.world.cleo).get(f"/requests/{line.request_id}/").content.decode()

    assert "Eastport Fire" in page
    assert "/accept/" not in page
    assert "/cancel/" not in page


def test_what_is_over_stays_on_the_inbox_page_for_a_while(region: Region) -> None:
    line = submitted(region)
    accepted(region, line, region.dev, region.world.ambulances[:2])

    page = Visitor(region.eli).get("/inbox/").content.decode()

    assert "Withdrawn by the requester" in page
    assert Visitor(region.eli).get(f"/asks/{ask(line, region.eastport).pk}/").status_code == 200


def test_a_line_for_which_nobody_is_left_says_so(region: Region) -> None:
    line = submitted(region, quantity=10)

    page = Visitor(region.dora).get(f"/requests/{line.request_id}/").content.decode()

    assert "Nobody is left to ask for 1 of the 10." in page


def test_whoever_accepts_an_offer_reads_whose_it_is(region: Region) -> None:
    one = offered(region.eli, submitted(region), region.eastport_ambulances)

    shown = Visitor(region.dora).dialog(f"/requests/{one.line.request_id}/offers/{one.pk}/accept/")

    assert "Accept the offer of Eastport Fire" in shown.content.decode()


def test_whoever_offers_reads_how_many_are_asked_for(region: Region) -> None:
    line = submitted(region, quantity=1)

    shown = Visitor(region.eli).dialog(f"/asks/{ask(line, region.eastport).pk}/answer/")

    assert "Asked for: 1. Could be sent: 2." in shown.content.decode()
