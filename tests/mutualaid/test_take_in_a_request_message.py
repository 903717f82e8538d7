"""EDXL-RM RequestResource messages become requests, once each, or say what is wrong."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from incidents.models import Incident
from mutualaid.models import OrderLine, RequestMessage, ResourceRequest
from tests.mutualaid.doors import Visitor
from tests.mutualaid.region import Region
from tests.world import seeding

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.mutualaid.addresses")]

MESSAGE = """<RequestResource xmlns="urn:oasis:names:tc:emergency:EDXL:RM:1.0:msg"
    xmlns:rm="urn:oasis:names:tc:emergency:EDXL:RM:1.0">
  <MessageID>{id}</MessageID>
  <SentDateTime>{sent}</SentDateTime>
  <MessageContentType>RequestResource</MessageContentType>
  <OriginatingMessageID>{id}</OriginatingMessageID>
  <ContactInformation><rm:ContactDescription>Logistics, Harbor EOC</rm:ContactDescription>
    <rm:ContactRole>Requester</rm:ContactRole></ContactInformation>
  <ResourceInformation>
    <ResourceInfoElementID>1</ResourceInfoElementID>
    <Resource><Name>{name}</Name></Resource>
    <AssignmentInformation><Quantity><rm:QuantityText>2</rm:QuantityText></Quantity>
    </AssignmentInformation>
    <ScheduleInformation><ScheduleType>RequestedArrival</ScheduleType>
      <DateTime>{arrival}</DateTime>
      <Location><rm:LocationDescription>Fairgrounds</rm:LocationDescription></Location>
    </ScheduleInformation>
  </ResourceInformation>
</RequestResource>"""

ENVELOPE = """<EDXLDistribution xmlns="urn:oasis:names:tc:emergency:EDXL:DE:1.0">
  <distributionID>d1</distributionID><senderID>eoc@harbor.example</senderID>
  <dateTimeSent>{sent}</dateTimeSent><distributionStatus>{status}</distributionStatus>
  <distributionType>Request</distributionType>
  <combinedConfidentiality>Unclassified</combinedConfidentiality>
  <contentObject><xmlContent><embeddedXMLContent>{message}</embeddedXMLContent></xmlContent>
  </contentObject></EDXLDistribution>"""


def message(id_: str = "m-1", name: str = "3-508-1292") -> bytes:
    now = datetime.now(UTC)
    said = {"sent": now.isoformat(), "arrival": (now + timedelta(hours=2)).isoformat()}
    return MESSAGE.format(id=id_, name=name, **said).encode()


def enveloped(status: str) -> bytes:
    sent = datetime.now(UTC).isoformat()
    return ENVELOPE.format(sent=sent, status=status, message=message().decode()).encode()


def sent(region: Region, raw: bytes, key: str = "k") -> Any:
    return Visitor(region.dora).post(
        f"/api/v1/incidents/{region.world.fire.pk}/edxl-rm/",
        raw,
        content_type="application/xml",
        headers={"Idempotency-Key": key},
    )


def test_a_message_becomes_a_request_with_its_lines(region: Region) -> None:
    raw = message()

    answer = sent(region, raw)

    assert answer.status_code == 201
    made = ResourceRequest.objects.get(pk=answer.json()["request"])
    assert (made.deliver_to, made.requester_position) == ("Fairgrounds", "Logistics, Harbor EOC")
    line = OrderLine.objects.get(request=made)
    assert (line.kind, line.ordered, line.status) == ("3-508-1292", 2, "soliciting")
    kept = RequestMessage.objects.get(request=made)
    assert bytes(kept.raw) == raw
    assert kept.raw_hash == hashlib.sha256(raw).hexdigest()


def test_the_same_message_again_leads_to_the_same_request(region: Region) -> None:
    """RULE-SM-05."""
    raw = message()

    first, again = sent(region, raw, "k1"), sent(region, raw, "k2")

    assert first.json()["request"] == again.json()["request"]
    assert ResourceRequest.objects.count() == 1


def test_an_unknown_kind_is_explained_with_what_might_be_meant(region: Region) -> None:
    nothing = sent(region, message(name="Spaceship"), "k1")
    many = sent(region, message(name="Ambulance"), "k2")

    assert (nothing.status_code, many.status_code) == (400, 400)
    assert "Spaceship" in nothing.json()["errors"]["message"][0]
    assert "Do you mean" in many.json()["errors"]["message"][0]


@pytest.mark.parametrize(
    ("status", "mode", "taken"),
    [
        ("Actual", "real_world", True),
        ("Exercise", "exercise", True),
        ("Exercise", "real_world", False),
        ("Actual", "exercise", False),
        ("Test", "test", True),
        ("Test", "real_world", False),
        ("Test", "exercise", False),
        ("System", "real_world", False),
    ],
)
def test_an_exercise_is_never_mistaken_for_the_real_thing(
    region: Region, status: str, mode: str, taken: bool
) -> None:
    with seeding():
        Incident.objects.filter(pk=region.world.fire.pk).update(mode=mode)

    answer = sent(region, enveloped(status))

    assert answer.status_code == (201 if taken else 422)
    assert ResourceRequest.objects.exists() is taken


def test_a_message_is_taken_in_from_a_file(region: Region) -> None:
    dora, path = Visitor(region.dora), f"/incidents/{region.world.fire.pk}/request/upload/"

    page = dora.get(path)
    wrong = dora.post(path, {"message": SimpleUploadedFile("a.xml", b"<a/>"), "priority": "urgent"})
    done = dora.post(
        path, {"message": SimpleUploadedFile("m.xml", message()), "priority": "urgent"}
    )

    assert (page.status_code, wrong.status_code, done.status_code) == (200, 422, 302)
    assert (page.content.count(b" autofocus"), wrong.content.count(b" autofocus")) == (0, 1)
    assert b'role="alert" tabindex="-1" autofocus' in wrong.content
    assert done["Location"] == f"/requests/{ResourceRequest.objects.get().pk}/"


def test_who_is_not_there_cannot_send_one(region: Region) -> None:
    assert sent(region, message(), "k1").status_code == 201

    answer = Visitor(region.eli).post(
        f"/api/v1/incidents/{region.world.fire.pk}/edxl-rm/",
        message("m-2"),
        content_type="application/xml",
        headers={"Idempotency-Key": "k"},
    )

    assert answer.status_code == 404


def test_a_message_that_arrives_late_is_as_old_as_it_is_and_taken_in(region: Region) -> None:
    """RULE-SM-04: sent twenty minutes ago, needed five minutes ago, and still needed."""
    asked_at = datetime.now(UTC) - timedelta(minutes=20)
    needed = asked_at + timedelta(minutes=15)
    said = {"sent": asked_at.isoformat(), "arrival": needed.isoformat()}
    raw = MESSAGE.format(id="late", name="3-508-1292", **said).encode()

    answer = sent(region, raw)

    made = ResourceRequest.objects.get(pk=answer.json()["request"])
    assert (made.requested_at, made.needed_by) == (asked_at, needed)
    assert made.lines.get().status == "soliciting"


@pytest.mark.parametrize("days", [-30, 1])
def test_a_time_of_sending_that_cannot_be_meant_here_counts_not(region: Region, days: int) -> None:
    """Sent before the incident began here, or by a clock that runs ahead."""
    now = datetime.now(UTC)
    arrival, at = now + timedelta(hours=2), now + timedelta(days=days)
    said = {"sent": at.isoformat(), "arrival": arrival.isoformat()}

    answer = sent(region, MESSAGE.format(id="odd", name="3-508-1292", **said).encode())

    made = ResourceRequest.objects.get(pk=answer.json()["request"])
    assert region.world.fire.opened_at <= made.requested_at <= datetime.now(UTC)
