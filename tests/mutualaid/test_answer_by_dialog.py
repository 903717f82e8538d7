"""Requests and asks by the dialogs of their pages."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest

from agencies.typing import catalogue
from mutualaid.writes import LineWanted
from tests.mutualaid.doors import Visitor
from tests.mutualaid.region import Region, ask, fresh, offered, submitted
from tests.world import AMBULANCE, ENGINE, resource, seeding

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.mutualaid.addresses")]


def test_offering_and_declining_by_the_dialogs(region: Region) -> None:
    line = submitted(region)
    bay, eastport = ask(line, region.world.bay_ems), ask(line, region.eastport)
    dev, eli = Visitor(region.dev), Visitor(region.eli)

    form = dev.dialog(f"/asks/{bay.pk}/answer/?answer=all").content.decode()
    named = {"resources": [str(each.pk) for each in region.world.ambulances[:2]]}
    offer = dev.dialog(f"/asks/{bay.pk}/answer/?answer=all", named)
    no = eli.dialog(f"/asks/{eastport.pk}/answer/?answer=decline", {"reason": "weather"})

    assert form.count("checked") == 2
    assert "Your floor at home is 1" in form
    assert [offer.status_code, no.status_code] == [204, 204]
    assert fresh(line).status == "offered"


@pytest.mark.parametrize("act", ["hold", "cancel"])
def test_steering_by_the_dialogs(region: Region, act: str) -> None:
    line = submitted(region)
    dora = Visitor(region.dora)

    done = dora.dialog(f"/requests/{line.request_id}/{act}/", {"reason": "wind has turned"})

    assert done.status_code == 204
    assert fresh(line).request.reason == "wind has turned"


def test_every_dialog_of_a_request_opens(region: Region) -> None:
    line = submitted(region)
    one = offered(region.dev, line, region.world.ambulances[:1])
    base, dora = f"/requests/{line.request_id}", Visitor(region.dora)
    rung = line.rungs.get(tier=3).pk
    paths = [
        *(f"{base}/{act}/" for act in ("cancel", "hold", "resume")),
        *(f"{base}/lines/{line.pk}/{act}/" for act in ("cancel", "short", "retry")),
        *(f"{base}/offers/{one.pk}/{act}/" for act in ("accept", "reject")),
        f"{base}/rungs/{rung}/skip/",
    ]

    ivy = Visitor(region.world.ivy)
    assert {dora.dialog(path).status_code for path in paths} == {200}
    assert {dora.get(path).status_code for path in paths} == {200}
    assert {ivy.get(path).status_code for path in paths} == {404}


@pytest.mark.parametrize("seen", ["http://[", "//[::1", "\u00e9", "http://a/%00"])
def test_a_dialog_that_says_no_page_goes_onward(region: Region, seen: str) -> None:
    request = submitted(region).request_id
    dora = Visitor(region.dora)
    headers = {"HX-Request": "true", "HX-Current-URL": seen}

    answer = dora.post(f"/requests/{request}/hold/", {"reason": "Weather."}, headers=headers)

    assert answer["HX-Redirect"] == f"/requests/{request}/"


def test_who_names_and_who_takes_units_sees_what_each_of_them_is(region: Region) -> None:
    """Type 1 engines with a crew, of which several are taken at once."""
    line = submitted(region, lines=(LineWanted(kind=ENGINE, quantity=2, type=2),))
    one = ask(line, region.world.bay_ems)
    with seeding():
        engines = [resource(region.world.bay_ems, sign, ENGINE, 1, 4) for sign in ("B1", "B2")]

    naming = Visitor(region.dev).dialog(f"/asks/{one.pk}/answer/").content.decode()
    offered(region.dev, line, engines)
    taking = Visitor(region.dora).dialog(f"/requests/{line.request_id}/offers/{one.pk}/accept/")
    shown = Visitor(region.dora).get(f"/requests/{line.request_id}/").content.decode()

    name = catalogue.kind(ENGINE).name
    assert f"B1, {name}, type 1, 4 people" in naming
    taken = taking.content.decode()
    assert f"B1, {name}, type 1" in taken
    assert f"B2, {name}, type 1" in taken
    assert taken.count("checked") == 2
    assert '<strong class="sign">B1</strong> <small class="quiet">type 1</small>' in shown


@pytest.mark.parametrize(
    ("seen_on", "onward"),
    [("/asks/{ask}/", None), ("/inbox/", None), ("/", "/inbox/")],
)
def test_who_answers_stays_where_they_are(region: Region, seen_on: str, onward: str | None) -> None:
    """A page that follows what happens is not loaded again; the dialog over it only closes."""
    one = ask(submitted(region), region.eastport)
    eli, path = Visitor(region.eli), f"/asks/{one.pk}/answer/?answer=decline"

    done = eli.post(
        path,
        {"reason": "weather"},
        headers={
            "HX-Request": "true",
            "HX-Current-URL": f"http://testserver{seen_on.format(ask=one.pk)}",
            "Idempotency-Key": "k",
        },
    )

    assert (done.status_code, done.headers.get("HX-Redirect")) == (204, onward)


def test_the_fragment_says_who_would_be_asked_at_once_and_who_nobody_may_be(
    region: Region,
) -> None:
    row = {"kind": AMBULANCE, "quantity": "10", "or_better": "on"}
    rows = {"lines-TOTAL_FORMS": "1", "lines-INITIAL_FORMS": "0", "priority": "emergency"}
    rows |= {f"lines-0-{name}": value for name, value in row.items()}

    path = f"/incidents/{region.world.fire.pk}/request/preview/?{urlencode(rows)}"
    shown = Visitor(region.dora).get(path).content.decode()

    assert "at once, for the other 4" in shown
    assert "Nobody may be asked for 1 of the 10." in shown


def test_one_click_declines_nothing(region: Region) -> None:
    """Nobody is unable to fill for a reason that a list began with."""
    line = submitted(region)
    path, eli = f"/asks/{ask(line, region.eastport).pk}/answer/?answer=decline", Visitor(region.eli)

    form = eli.dialog(path).content.decode()
    no = eli.dialog(path, {"reason": ""})

    assert '<option value="" selected>Choose a reason</option>' in form
    assert (no.status_code, ask(line, region.eastport).status) == (422, "requested")
