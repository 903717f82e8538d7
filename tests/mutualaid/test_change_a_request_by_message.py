"""An EDXL-RM RequestResource that updates or cancels an earlier one of its own agency."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from incidents.models import Hazard, Mode
from incidents.writes import open_incident
from mutualaid import writes
from mutualaid.models import OrderLine, RequestMessage, ResourceRequest, Solicitation
from mutualaid.writes import LineWanted
from tests.mutualaid.doors import Visitor
from tests.mutualaid.region import Region, accepted, ask, in_inbox, statuses
from tests.mutualaid.test_take_in_a_request_message import ENVELOPE, sent
from tests.world import AMBULANCE

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.mutualaid.addresses")]

MESSAGE = """<RequestResource xmlns="urn:oasis:names:tc:emergency:EDXL:RM:1.0:msg"
    xmlns:rm="urn:oasis:names:tc:emergency:EDXL:RM:1.0">
  <MessageID>{id}</MessageID>
  <SentDateTime>{now}</SentDateTime>
  <MessageContentType>RequestResource</MessageContentType>
  <OriginatingMessageID>m-1</OriginatingMessageID>
  {recall}
  <ContactInformation><rm:ContactDescription>Logistics</rm:ContactDescription></ContactInformation>
  {lines}
</RequestResource>"""
RECALL = """<MessageRecall><rm:RecallMessageID>{of}</rm:RecallMessageID>
  <rm:RecallType>{kind}</rm:RecallType></MessageRecall>"""
LINE = """<ResourceInformation><ResourceInfoElementID>{element}</ResourceInfoElementID>
  <Resource><Name>{name}</Name></Resource>
  <AssignmentInformation><Quantity><rm:QuantityText>{many}</rm:QuantityText></Quantity>
  </AssignmentInformation>
  <ScheduleInformation><ScheduleType>RequestedArrival</ScheduleType><DateTime>{arrival}</DateTime>
    <Location><rm:LocationDescription>{place}</rm:LocationDescription></Location>
  </ScheduleInformation></ResourceInformation>"""
ARRIVAL = datetime(2031, 1, 1, 12, tzinfo=UTC)


def line(
    element: str = "a", many: int = 2, name: str = AMBULANCE, place: str = "Fairgrounds"
) -> str:
    arrival = ARRIVAL.isoformat()
    return LINE.format(element=element, many=many, name=name, place=place, arrival=arrival)


def message(id_: str, *lines: str, kind: str = "", of: str = "m-1") -> bytes:
    recall = RECALL.format(of=of, kind=kind) if kind else ""
    said = "".join(lines or (line(),))
    now = datetime.now(UTC).isoformat()
    return MESSAGE.format(id=id_, now=now, recall=recall, lines=said).encode()


def ordered(region: Region, *lines: str) -> ResourceRequest:
    assert sent(region, message("m-1", *lines), "k0").status_code == 201
    return ResourceRequest.objects.get()


def lines_of(request: ResourceRequest) -> list[tuple[str, int, int]]:
    rows = OrderLine.objects.filter(request=request).order_by("number")
    return list(rows.values_list("number", "ordered", "cancelled"))


def test_a_cancel_withdraws_the_request_it_names(region: Region) -> None:
    made = ordered(region)

    answer = sent(region, message("m-2", kind="Cancel"))

    made.refresh_from_db()
    assert (answer.status_code, answer.json()["request"]) == (201, str(made.pk))
    assert (made.status, made.reason) == ("cancelled", "Withdrawn by message m-2.")
    assert set(statuses(made.lines.get()).values()) == {"withdrawn_by_requester"}


def test_fewer_are_cancelled_and_more_are_a_further_line(region: Region) -> None:
    made = ordered(region, line("a", 2), line("b", 1))

    sent(region, message("m-2", line("a", 1), line("b", 3), kind="Update"))

    assert lines_of(made) == [("E-1", 2, 1), ("E-2", 1, 0), ("E-3", 2, 0)]
    assert Solicitation.objects.filter(line__number="E-3").exists()


def test_a_line_that_is_named_no_more_is_cancelled_and_a_new_one_is_asked(region: Region) -> None:
    made = ordered(region, line("a", 2))

    sent(region, message("m-2", line("b", 1), kind="Update"))

    assert lines_of(made) == [("E-1", 2, 2), ("E-2", 1, 0)]
    assert made.lines.get(number="E-2").status == "soliciting"


def test_those_asked_see_where_it_is_needed_now(region: Region) -> None:
    made = ordered(region)
    one = ask(made.lines.get(), region.world.bay_ems)

    sent(region, message("m-2", line(place="South lot"), kind="Update"))

    made.refresh_from_db()
    assert made.deliver_to == "South lot"
    assert (in_inbox(one) or {})["deliver_to"] == "South lot"


def test_what_has_been_promised_goes_on_untouched(region: Region) -> None:
    made = ordered(region)
    first = made.lines.get()
    accepted(region, first, region.dev, region.world.ambulances[:1])

    sent(region, message("m-2", line("a", 1), kind="Update"))

    first.refresh_from_db()
    assert (first.accepted, first.cancelled, first.status) == (1, 1, "filled")


def test_an_update_may_name_a_later_message_of_the_same_request(region: Region) -> None:
    made = ordered(region)
    sent(region, message("m-2", line("a", 1), kind="Update"), "k1")

    answer = sent(region, message("m-3", line("a", 3), kind="Update", of="m-2"), "k2")

    assert answer.json()["request"] == str(made.pk)
    assert lines_of(made) == [("E-1", 2, 1), ("E-2", 2, 0)]


def test_the_same_change_again_changes_nothing(region: Region) -> None:
    """RULE-SM-05."""
    made = ordered(region)
    raw = message("m-2", line("a", 3), kind="Update")

    first, again = sent(region, raw, "k1"), sent(region, raw, "k2")

    assert first.json() == again.json()
    assert lines_of(made) == [("E-1", 2, 0), ("E-2", 1, 0)]
    assert RequestMessage.objects.filter(request=made).count() == 2


def test_a_change_that_changes_nothing_is_refused(region: Region) -> None:
    ordered(region)

    answer = sent(region, message("m-2", kind="Update"))

    assert (answer.status_code, answer.json()["title"]) == (
        409,
        "The request says all of that already.",
    )


def test_what_is_over_is_not_changed(region: Region) -> None:
    ordered(region)
    sent(region, message("m-2", kind="Cancel"), "k1")

    answer = sent(region, message("m-3", line("a", 1), kind="Update"), "k2")

    assert answer.status_code == 422
    assert "Ask anew" in answer.json()["title"]


@pytest.mark.parametrize("kind", ["Update", "Cancel"])
def test_a_message_that_was_never_sent_is_named_with_what_to_do(region: Region, kind: str) -> None:
    ordered(region)

    answer = sent(region, message("m-9", kind=kind, of="m-8"))

    assert answer.status_code == 422
    assert "sent no message “m-8” here" in answer.json()["title"]
    assert "new RequestResource" in answer.json()["title"]


def test_nobody_changes_what_another_agency_asked_for(region: Region) -> None:
    """Bay City EMS is at the fire too, and has an engine of its own to ask with."""
    made = ordered(region)
    raw = message("m-2", kind="Cancel")

    answer: Any = Visitor(region.dev).post(
        f"/api/v1/incidents/{region.world.fire.pk}/edxl-rm/",
        raw,
        content_type="application/xml",
        headers={"Idempotency-Key": "k"},
    )

    made.refresh_from_db()
    assert (answer.status_code, made.status) == (422, "in_process")


def test_a_request_that_was_made_on_the_page_is_changed_on_the_page(region: Region) -> None:
    told = writes.submit_request(
        region.dora,
        region.world.fire.pk,
        priority="urgent",
        needed_by=timezone.now() + timedelta(hours=1),
        deliver_to="North lot",
        lines=[LineWanted(kind=AMBULANCE, quantity=1)],
    )

    assert sent(region, message("m-2", kind="Cancel")).status_code == 422
    assert told[0].request == ResourceRequest.objects.get(status="in_process").pk


def test_an_exercise_message_withdraws_nothing_real(region: Region) -> None:
    """Chapter 8.4."""
    made = ordered(region)
    inner = message("m-2", kind="Cancel").decode()
    raw = ENVELOPE.format(sent=datetime.now(UTC).isoformat(), status="Exercise", message=inner)

    answer = sent(region, raw.replace(">Request<", ">Cancel<").encode())

    made.refresh_from_db()
    assert (answer.status_code, made.status) == (422, "in_process")


def test_it_is_sent_to_the_incident_of_the_request(region: Region) -> None:
    made = ordered(region)
    other = open_incident(
        region.world.ana,
        region.world.harbor_fire.pk,
        name="Pier fire",
        kind=Hazard.FIRE,
        mode=Mode.EXERCISE,
    ).incident

    answer: Any = Visitor(region.dora).post(
        f"/api/v1/incidents/{other}/edxl-rm/",
        message("m-2", kind="Cancel"),
        content_type="application/xml",
        headers={"Idempotency-Key": "k"},
    )

    made.refresh_from_db()
    assert (answer.status_code, made.status) == (409, "in_process")


def test_fewer_are_taken_from_the_newest_line_first(region: Region) -> None:
    """Who was asked first goes on, as far as that is still wanted."""
    made = ordered(region, line("a", 2))
    sent(region, message("m-2", line("a", 5), kind="Update"), "k1")
    assert lines_of(made) == [("E-1", 2, 0), ("E-2", 3, 0)]

    sent(region, message("m-3", line("a", 3), kind="Update"), "k2")

    assert lines_of(made) == [("E-1", 2, 0), ("E-2", 3, 2)]
    sent(region, message("m-4", line("a", 1), kind="Update"), "k3")
    assert lines_of(made) == [("E-1", 2, 1), ("E-2", 3, 3)]
