"""What the page of a request says once it is settled, and while an offer is taken."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError
from django.utils import timezone
from lxml import html

from incidents import writes as incidents
from incidents.models import Deployment, Participation
from mutualaid import reads, writes
from mutualaid.models import Solicitation
from tests.mutualaid.doors import Visitor
from tests.mutualaid.region import Region, accepted, ask, fresh, offered, submitted
from tests.world import seeding

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.mutualaid.addresses")]


def needed(page: Any) -> Any:
    """Beside "Needed by"."""
    found: Any = html.fromstring(page.content.decode())
    [said] = found.xpath("//dt[.='Needed by']/following::dd[1]")
    return said


def test_what_is_settled_is_not_late(region: Region) -> None:
    line, dora = submitted(region, quantity=1), Visitor(region.dora)
    open_still = dora.get(f"/requests/{line.request_id}/")

    accepted(region, line, region.dev, region.world.ambulances[:1])

    filled = dora.get(f"/requests/{line.request_id}/")
    assert fresh(line).request.status == "filled"
    assert needed(open_still).xpath(".//count-down")
    assert not needed(filled).xpath(".//count-down")
    assert f"{fresh(line).request.needed_by:%Y-%m-%d}" in needed(filled).text_content()


def test_an_order_by_word_of_mouth_is_shown_as_one(region: Region) -> None:
    """RULE-MA-08: order first; that the signatures are still to come is shown."""
    line, dora = submitted(region), Visitor(region.dora)
    by_word = dora.get(f"/requests/{line.request_id}/").content.decode()

    with seeding():
        type(line.request).objects.update(verbal=False)

    signed = dora.get(f"/requests/{line.request_id}/").content.decode()
    assert fresh(line).status == "soliciting"
    assert ["Verbal order" in page for page in (by_word, signed)] == [True, False]


def test_what_is_settled_does_not_shout(region: Region) -> None:
    line, dora = submitted(region, quantity=1), Visitor(region.dora)
    open_still = dora.get(f"/requests/{line.request_id}/").content

    accepted(region, line, region.dev, region.world.ambulances[:1])

    filled = dora.get(f"/requests/{line.request_id}/").content
    assert b"Emergency" in filled
    assert [b'data-tone="shout"' in page for page in (open_still, filled)] == [True, False]


def test_an_offer_is_taken_earlier_than_that_is_recorded(region: Region) -> None:
    """RULE-SM-04, through the dialog."""
    now, dora = timezone.now(), Visitor(region.dora)
    line = submitted(region, quantity=1, occurred_at=now - timedelta(minutes=20))
    ten_ago = now - timedelta(minutes=10)
    one = offered(region.dev, line, region.world.ambulances[:1], occurred_at=ten_ago)
    path = f"/requests/{line.request_id}/offers/{one.pk}/accept/"
    earlier = (timezone.now() - timedelta(minutes=5)).replace(second=0, microsecond=0)
    said = {
        "resources": str(region.world.ambulances[0].pk),
        "occurred_at": f"{earlier:%Y-%m-%dT%H:%M}",
    }

    form, done = dora.dialog(path), dora.dialog(path, said)

    assert "It happened earlier" in form.content.decode()
    assert done.status_code == 204
    coming = Deployment.objects.get(incident=region.world.fire, order_line=line.pk)
    assert coming.since == earlier
    assert Participation.objects.filter(agency=region.world.bay_ems).exists()


def test_nobody_is_asked_without_the_clause_as_it_then_read(region: Region) -> None:
    """RULE-MOU-06; an ask without it could not be read (P14)."""
    one = ask(submitted(region), region.world.bay_ems)

    with pytest.raises(IntegrityError, match="solicitation_keeps_its_clause"), seeding():
        Solicitation.objects.filter(pk=one.pk).update(clause={})


def test_an_arrival_that_is_recorded_late_stands_at_its_own_time(region: Region) -> None:
    """RULE-SM-04: a line is received when its units came, not when somebody wrote that down."""
    now = timezone.now()
    line = submitted(region, quantity=1, occurred_at=now - timedelta(minutes=30))
    one = offered(
        region.dev, line, region.world.ambulances[:1], occurred_at=now - timedelta(minutes=25)
    )
    writes.accept_offer(region.dora, one.pk, occurred_at=now - timedelta(minutes=20))
    coming = Deployment.objects.get(order_line=line.pk)
    came = now - timedelta(minutes=10)

    incidents.check_in(region.dora, coming.pk, version=coming.version, occurred_at=came)

    (arrival,) = [
        told
        for told in reads.history(region.dora, line.request_id)
        if "checked in" in told.sentence
    ]
    assert arrival.at == came
    assert arrival.recorded_at is not None
    assert arrival.recorded_at > came


def test_every_agency_of_the_page_wears_the_stripe_of_its_code(region: Region) -> None:
    line = submitted(region, quantity=1)

    page = html.fromstring(Visitor(region.dora).get(f"/requests/{line.request_id}/").content)

    stripes = {each.text_content(): each.get("data-code") for each in page.iter("agency-stripe")}
    assert stripes == {
        "Harbor County Fire": "HCF",
        "Bay City EMS": "BCE",
        "Eastport Fire": "EPF",
    }
