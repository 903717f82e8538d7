"""What somebody reads in a request for resources that another system sent."""

from datetime import UTC, datetime

import pytest

from incidents.exchange.cap_alert import Mode
from incidents.exchange.places import Point
from incidents.exchange.problems import NotReadHere
from mutualaid.exchange.edxl_rm import read_request
from mutualaid.exchange.edxl_rm_request import ContactRole, Quantity, RecallType, ScheduleType
from mutualaid.exchange.edxl_rm_shapes import MESSAGE_NAMES
from tests.mutualaid.exchange.asked import ENVELOPED, RECALLING, SOUND, changed

OTHERS = [name for name in MESSAGE_NAMES if name != "RequestResource"]


def test_the_head_of_a_request_is_read():
    request, remarks = read_request(SOUND.encode())

    assert request.message_id == request.originating_message_id == "urn:harbor:req:41"
    assert request.sent == datetime(2026, 5, 24, 17, 0, tzinfo=UTC)
    assert request.incidents[0].incident_id == "HC-2026-0117"
    assert request.contacts[0].role is ContactRole.REQUESTER
    assert request.contacts[0].radios[0].channel == "VFIRE21"
    assert ["whether this is an exercise" in str(remark) for remark in remarks] == [True]


def test_each_line_says_what_is_asked_for():
    (line,) = read_request(SOUND.encode())[0].resources

    assert (line.element_id, line.name) == ("line-1", "Engine, Type 1")
    assert line.type_structure.values == ("4-508-1164",)
    assert line.quantity == Quantity(3, "")
    assert (line.credentials, line.special_requirements) == ("Firefighter II", "Foam on board")
    assert line.type_details == (("Kind", "Equipment"),)


def test_each_line_says_when_and_where():
    (line,) = read_request(SOUND.encode())[0].resources

    arrival, report = line.schedules
    assert arrival.at == datetime(2026, 5, 24, 19, 0, tzinfo=UTC)
    assert report.schedule_type is ScheduleType.REPORT_TO
    assert report.place.address == "12 Dock Road"
    assert report.place.point == Point(38.47, -120.14)


def test_an_envelope_says_whether_it_is_an_exercise():
    request, remarks = read_request(ENVELOPED.encode())

    assert request.mode is Mode.EXERCISE
    assert request.envelope.sender_id == "desk@harbor.example"
    assert request.resources == read_request(SOUND.encode())[0].resources
    assert remarks == ()


@pytest.mark.parametrize(
    ("status", "mode"),
    [("Actual", Mode.REAL_WORLD), ("Test", Mode.TEST), ("System", Mode.TEST)],
)
def test_the_mode_follows_the_envelope(status, mode):
    request, _ = read_request(changed(">Exercise<", f">{status}<", ENVELOPED))

    assert request.mode is mode


def test_a_changed_request_names_the_one_it_replaces():
    request, _ = read_request(RECALLING.encode())

    assert request.recall.message_id == "urn:harbor:req:40"
    assert request.recall.recall_type is RecallType.UPDATE


@pytest.mark.parametrize("name", OTHERS)
def test_every_other_message_is_refused_by_its_name(name):
    with pytest.raises(NotReadHere) as refused:
        read_request(SOUND.replace("RequestResource", name).encode())

    assert f"This is a {name}; Muster reads RequestResource so far." in str(refused.value)


@pytest.mark.parametrize(
    ("written", "quantity"),
    [
        ("<rm:QuantityText>4</rm:QuantityText>", Quantity(4, "")),
        ("<rm:QuantityText> 4 strike teams</rm:QuantityText>", Quantity(4, "strike teams")),
        ("<rm:QuantityText>5000 gallons</rm:QuantityText>", Quantity(5000, "gallons")),
    ],
)
def test_a_quantity_in_words_is_read_when_it_begins_with_figures(written, quantity):
    start, end = SOUND.index("<rm:MeasuredQ"), SOUND.index("</Quantity>")
    request, _ = read_request((SOUND[:start] + written + SOUND[end:]).encode())

    assert request.resources[0].quantity == quantity


@pytest.mark.parametrize("amount", ["3", "3.0", "3e0", "+3", "0.3e1", " 3 "])
def test_an_amount_may_be_written_in_every_way_the_schema_has(amount):
    request, _ = read_request(changed(">3<", f">{amount}<"))

    assert request.resources[0].quantity == Quantity(3, "")


@pytest.mark.parametrize(
    ("before", "after", "word"),
    [
        ("13:00:00-04:00", "17:00:00Z", "-00:00"),
        ("<DateTime>2026-05-24T15", "<DateTime>2026-05-24T12", "before the request"),
        ("<DateTime>2026-05-24T15:00:00-04:00</DateTime>", "", "neither time nor place"),
        ("<rm:Amount>3</rm:Amount>", "<rm:Amount x='y'>3</rm:Amount>", "attribute"),
        ("desk@harbor.example", "desk", "actor@domain"),
    ],
)
def test_what_is_odd_is_taken_with_a_remark(before, after, word):
    _, remarks = read_request(changed(before, after, ENVELOPED))

    assert word in " ".join(map(str, remarks))


def test_an_element_of_another_standard_is_never_read_in_place_of_the_real_one():
    foreign = '<MessageID xmlns="urn:elsewhere">another</MessageID>'
    request, _ = read_request(changed("<MessageID>", f"{foreign}<MessageID>"))

    assert request == read_request(SOUND.encode())[0]
