"""What a dispatcher finds filled in who opens an incident from an alert, and where the focus is."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from incidents import reads
from tests.incidents.arrange import cap, received
from tests.incidents.test_incident_pages import signed_in
from tests.world import World, seeding

SENT = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
SAID = b"</certainty>"


def with_times(times: bytes) -> bytes:
    return cap().replace(SAID, SAID + times)


@pytest.mark.parametrize(
    ("times", "hour"),
    [
        (b"", 10),
        (b"<effective>2026-11-20T09:00:00-00:00</effective>", 9),
        (b"<onset>2026-11-20T08:00:00-00:00</onset>", 8),
        (b"<onset>2099-01-01T08:00:00-00:00</onset>", 10),
    ],
    ids=["sent", "effective", "onset", "forecast"],
)
def test_an_incident_began_when_its_alert_says_unless_that_is_a_forecast(
    world: World, times: bytes, hour: int
) -> None:
    """RULE-SM-04: what has not begun cannot be what happened."""
    told = received(world.dora, with_times(times))

    assert reads.alert(world.dora, told.alert).began_at == SENT.replace(hour=hour)


def test_the_form_says_since_when_by_the_clock_of_the_agency(world: World) -> None:
    told = received(world.dora, with_times(b"<onset>2026-11-20T08:00:00-00:00</onset>"))
    with seeding():
        type(world.harbor_fire).objects.update(time_zone="America/Chicago")

    page = signed_in(world.dora).get(f"/incidents/alerts/{told.alert}/confirm/").content.decode()

    assert 'value="2026-11-20T02:00"' in page
    assert "America/Chicago" in page


def test_after_an_upload_the_focus_is_on_what_became_of_it(world: World) -> None:
    dora = signed_in(world.dora)
    file = SimpleUploadedFile("alert.xml", cap())

    answer = dora.post("/incidents/alerts/upload/", {"message": file})

    (alert,) = reads.alerts(world.dora)
    assert answer["Location"] == f"/incidents/alerts/{alert.id}/#result"
    assert b'<h1 id="result" tabindex="-1">' in page_of(world, alert.id)


def test_after_a_bad_upload_the_focus_is_on_what_is_wrong(world: World) -> None:
    file = SimpleUploadedFile("alert.xml", cap(status="Perhaps"))

    page = signed_in(world.dora).post("/incidents/alerts/upload/", {"message": file}).content

    assert page.count(b"autofocus") == 1
    assert b'role="alert" tabindex="-1" autofocus' in page


def page_of(world: World, alert: UUID) -> bytes:
    return signed_in(world.dora).get(f"/incidents/alerts/{alert}/").content


@pytest.mark.parametrize(
    ("until", "expired"),
    [(b"2026-11-20T12:00:00-00:00", True), (b"2099-01-01T12:00:00-00:00", False)],
    ids=["past", "still"],
)
def test_an_alert_whose_time_is_over_says_so_wherever_it_waits(
    world: World, until: bytes, expired: bool
) -> None:
    """Chapter 7.1: what has expired is not shown as active."""
    told = received(world.dora, with_times(b"<expires>" + until + b"</expires>"))
    dora = signed_in(world.dora)
    places = ("/incidents/", "/incidents/alerts/", f"/incidents/alerts/{told.alert}/")

    pages = [dora.get(place).content.decode() for place in places]

    assert ["Water is rising" in page for page in pages] == [True] * 3
    assert ["Expired" in page for page in pages] == [expired] * 3
